import CGSL

/// Lends a Swift function to GSL for the length of a call.
///
/// GSL takes a C function and a pointer; the pointer leads back to the closure. A function that cannot answer somewhere throws,
/// and the first thing it threw is thrown again when GSL has returned.
final class ScalarFunction {
  private let body: (Double) throws -> Double
  private(set) var failure: (any Error)?

  init(_ body: @escaping (Double) throws -> Double) { self.body = body }

  fileprivate func value(at x: Double) -> Double {
    do {
      return try body(x)
    } catch {
      failure = failure ?? error
      return .nan
    }
  }

  /// The C view of it; valid as long as the object lives.
  func lent() -> gsl_function {
    gsl_function(
      function: { x, pointer in
        guard let pointer else { return .nan }
        return Unmanaged<ScalarFunction>.fromOpaque(pointer).takeUnretainedValue().value(at: x)
      },
      params: Unmanaged.passUnretained(self).toOpaque())
  }
}
