import CGSL

/// Integration over a finite interval by GSL's adaptive Gauss–Kronrod rule with 61 points.
///
/// For functions smooth inside the interval: split at kinks and jumps. Example: ∫₀¹ eˣ dx = e − 1.
package enum Quadrature {
  /// - Parameters:
  ///   - relative: wanted relative error. Where rounding keeps GSL from reaching it, an estimate that is sure to `acceptable` passes.
  ///   - negligible: absolute error that does not matter.
  ///   - acceptable: relative error that is still good enough.
  package static func integrate(
    from low: Double, to high: Double, relative: Double = 1e-12, negligible: Double = 0, acceptable: Double = 1e-9,
    _ f: @escaping (Double) throws -> Double
  ) throws -> Double {
    if !(low < high) { return 0 }
    let intervals = 200
    _ = GSL.isReady
    guard let workspace = gsl_integration_workspace_alloc(intervals) else {
      throw GSLError(function: "gsl_integration_workspace_alloc", status: Int32(GSL_ENOMEM))
    }
    defer { gsl_integration_workspace_free(workspace) }
    let function = ScalarFunction(f)
    var result = 0.0
    var error = 0.0
    let status: Int32 = withExtendedLifetime(function) {
      var lent = function.lent()
      return gsl_integration_qag(
        &lent, low, high, max(1e-300, negligible), relative, intervals, Int32(GSL_INTEG_GAUSS61), workspace, &result, &error)
    }
    if let failure = function.failure { throw failure }
    guard result.isFinite, status == Int32(GSL_SUCCESS) || error <= max(negligible, acceptable * abs(result)) else {
      throw GSLError(function: "gsl_integration_qag", status: status == Int32(GSL_SUCCESS) ? Int32(GSL_EDIVERGE) : status)
    }
    return result
  }
}
