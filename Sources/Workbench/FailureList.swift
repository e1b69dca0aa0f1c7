/// Failures of several things done one after the other, each line once; the gravest kind.
package struct FailureList {
  /// Shown; the rest is counted.
  private static let mostLines = 200
  private var lines: [String] = []
  private var known: Set<String> = []
  private var kind = RequestFailure.Kind.badData

  package init() {}

  /// Kept until all files have been looked at.
  package mutating func add(_ failure: RequestFailure) {
    for line in failure.lines where known.insert(line).inserted && known.count <= Self.mostLines { lines.append(line) }
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
    if lines.isEmpty { return }
    let more = known.count - lines.count
    throw RequestFailure(lines: lines + (more > 0 ? ["… and \(more) more."] : []), kind: kind)
  }
}
