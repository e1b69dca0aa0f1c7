// GSL declares its methods as variables, though nobody ever writes to them.
@preconcurrency import CGSL

/// Where a continuous function crosses zero, by Brent's method.
///
/// Example: `RootSearch.brent(between: 0, and: 2) { $0 * $0 - 2 }` = √2.
/// Source: Brent, *Algorithms for minimization without derivatives* (1973), ch. 4, as in GSL.
package enum RootSearch {
  /// The zero between two places at which `f` has different signs (or is zero), to `relative` of its size.
  /// Throws `GSL_EINVAL` where the signs are equal, and whatever `f` throws.
  package static func brent(
    between low: Double, and high: Double, relative: Double = 1e-14, _ f: @escaping (Double) throws -> Double
  ) throws -> Double {
    _ = GSL.isReady
    guard let solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent) else {
      throw GSLError(function: "gsl_root_fsolver_alloc", status: Int32(GSL_ENOMEM))
    }
    defer { gsl_root_fsolver_free(solver) }
    let function = ScalarFunction(f)
    return try withExtendedLifetime(function) {
      var lent = function.lent()
      return try withUnsafeMutablePointer(to: &lent) { lent in
        var status = gsl_root_fsolver_set(solver, lent, low, high)
        if let failure = function.failure { throw failure }
        guard status == Int32(GSL_SUCCESS) else { throw GSLError(function: "gsl_root_fsolver_set", status: status) }
        for _ in 0..<200 {
          status = gsl_root_fsolver_iterate(solver)
          if let failure = function.failure { throw failure }
          guard status == Int32(GSL_SUCCESS) else { throw GSLError(function: "gsl_root_fsolver_iterate", status: status) }
          let lower = gsl_root_fsolver_x_lower(solver)
          let upper = gsl_root_fsolver_x_upper(solver)
          if gsl_root_test_interval(lower, upper, 0, relative) == Int32(GSL_SUCCESS) { break }
        }
        return gsl_root_fsolver_root(solver)
      }
    }
  }
}
