import CGSL

/// The one door to the GNU Scientific Library (GSL 2.7, Galassi et al.).
///
/// GSL aborts the process on an error unless its handler is switched off; that happens here, once, before the first call.
/// Everything that leaves through this door is a finite number or a typed `GSLError`.
enum GSL {
  /// Evaluated once per process.
  private static let handlerIsOff: Bool = {
    _ = gsl_set_error_handler_off()
    return true
  }()

  /// Read before a call that does not go through `value` or `special`: GSL's handler is off from then on.
  static var isReady: Bool { handlerIsOff }

  /// A function that returns its value and says NaN or ±∞ on failure (the `gsl_cdf_…` family).
  static func value(_ function: String, _ body: () -> Double) throws(GSLError) -> Double {
    _ = handlerIsOff
    let value = body()
    guard value.isFinite else { throw GSLError(function: function, status: Int32(GSL_EDOM)) }
    return value
  }

  /// A special function in its `_e` form: status returned, value written to a `gsl_sf_result`.
  static func special(_ function: String, _ body: (UnsafeMutablePointer<gsl_sf_result>) -> Int32) throws(GSLError) -> Double {
    _ = handlerIsOff
    var result = gsl_sf_result()
    let status = body(&result)
    guard status == Int32(GSL_SUCCESS) else { throw GSLError(function: function, status: status) }
    return result.val
  }

  /// The natural logarithm of a positive number.
  static func logarithm(_ x: Double) throws(GSLError) -> Double { try special("gsl_sf_log_e") { gsl_sf_log_e(x, $0) } }
}
