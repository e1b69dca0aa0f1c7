import CGSL

/// What the GNU Scientific Library answered when it could not do what was asked.
package struct GSLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The C function that was called.
  package let function: String
  /// Its status, one of GSL's `GSL_E…` numbers; `GSL_EDOM` where a function without status answered with NaN.
  package let status: Int32

  package init(function: String, status: Int32) {
    self.function = function
    self.status = status
  }

  /// GSL's own words for the status.
  package var reason: String { String(cString: gsl_strerror(status)) }
  /// The function of GSL that failed, and GSL's word for why.
  package var description: String { "\(function): \(reason)" }
}
