/// Failures of several things done one after the other, each line once; the gravest kind.
package struct FailureList {
  private var lines: [String] = []
  private var kind = RequestFailure.Kind.badData

  package init() {}

  /// Kept until all files have been looked at.
  package mutating func add(_ failure: RequestFailure) {
    for line in failure.lines where !lines.contains(line) { lines.append(line) }
    if failure.kind == .fileTrouble { kind = .fileTrouble }
  }

  /// nil after its failure is noted.
  package mutating func collect<Value>(_ body: () throws(RequestFailure) -> Value) -> Value? {
    do throws(RequestFailure) {
      return try body()
    } catch {
      add(error)
      return nil
    }
  }

  /// Throws all of them together, or nothing.
  package func finish() throws(RequestFailure) {
    if !lines.isEmpty { throw RequestFailure(lines: lines, kind: kind) }
  }
}
