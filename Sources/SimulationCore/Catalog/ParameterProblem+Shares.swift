extension ParameterProblem {
  /// Shares of a whole must be there and add up to 1, but for the rounding of decimal numbers.
  static func requireWhole(_ shares: [Double], _ parameter: String) throws(ParameterProblem) {
    if shares.isEmpty { throw ParameterProblem(parameter: parameter, complaint: "must not be empty") }
    if abs(shares.reduce(0, +) - 1) > 1e-9 { throw ParameterProblem(parameter: parameter, complaint: "must add up to 100%") }
  }
}
