enum NumberText {
  static func number(_ text: String) -> Result<Double, ScalarComplaint> {
    if let value = decimalNumber(text) { return .success(value) }
    let plain = text.filter { $0 != "," && $0 != "_" && $0 != " " }
    let nearest = plain != text && decimalNumber(plain) != nil ? plain : nil
    return .failure(ScalarComplaint("\(shortened(text)) is not a number", expected: "a plain number such as 12 or 0.5", nearest: nearest))
  }

  /// A whole number of either sign.
  static func integer(_ text: String) -> Result<Int, ScalarComplaint> {
    if let value = Int(text), abs(value) <= 1_000_000_000 { return .success(value) }
    return .failure(ScalarComplaint("\(shortened(text)) is not a whole number", expected: "a whole number such as 2"))
  }

  /// A whole number of things.
  static func count(_ text: String) -> Result<Int, ScalarComplaint> {
    if let value = Int(text) {
      if value < 0 { return .failure(ScalarComplaint("\(text) is negative", expected: "a count of 0 or more")) }
      if value > 1_000_000_000 { return .failure(ScalarComplaint("\(text) is too large", expected: "a count of at most 1000000000")) }
      return .success(value)
    }
    if let value = decimalNumber(text) {
      if value < 0 { return .failure(ScalarComplaint("\(text) is negative", expected: "a count of 0 or more")) }
      return .failure(
        ScalarComplaint(
          "\(text) is not a whole number", expected: "a count such as 12", nearest: value < 1e9 ? "\(Int(value.rounded()))" : nil))
    }
    return .failure(ScalarComplaint("\(shortened(text)) is not a count", expected: "a whole number such as 12"))
  }

  static func seed(_ text: String) -> Result<UInt64, ScalarComplaint> {
    if let value = UInt64(text) { return .success(value) }
    return .failure(
      ScalarComplaint("\(shortened(text)) is not a seed", expected: "a whole number from 0 to 18446744073709551615"))
  }

  /// `80%` or 0.8.
  static func share(_ text: String) -> Result<Double, ScalarComplaint> {
    if text.hasSuffix("%") {
      guard let percent = decimalNumber(text.dropLast().trimmingSpaces) else {
        return .failure(ScalarComplaint("\(shortened(text)) is not a share", expected: "a share such as 80% or 0.8"))
      }
      if percent > 100 { return .failure(ScalarComplaint("\(text) is more than 100%", expected: "a share from 0% to 100%")) }
      if percent < 0 { return .failure(ScalarComplaint("\(text) is negative", expected: "a share from 0% to 100%")) }
      return .success(percent / 100)
    }
    guard let value = decimalNumber(text) else {
      return .failure(ScalarComplaint("\(shortened(text)) is not a share", expected: "a share such as 80% or 0.8"))
    }
    if value < 0 { return .failure(ScalarComplaint("\(text) is negative", expected: "a share from 0% to 100%")) }
    if value > 1 {
      return .failure(
        ScalarComplaint(
          "\(text) is not between 0 and 1", expected: "a share such as 80% or 0.8", nearest: value <= 100 ? "\(text)%" : nil))
    }
    return .success(value)
  }

  /// A size relative to the mean: `12%` or 0.12, and more than 100% is allowed (a coefficient of variation).
  static func ratio(_ text: String) -> Result<Double, ScalarComplaint> {
    let number = text.hasSuffix("%") ? decimalNumber(text.dropLast().trimmingSpaces).map { $0 / 100 } : decimalNumber(text)
    guard let number else {
      return .failure(ScalarComplaint("\(shortened(text)) is not a number", expected: "a number such as 0.3 or 30%"))
    }
    if number < 0 { return .failure(ScalarComplaint("\(text) is negative", expected: "a number of 0 or more")) }
    return .success(number)
  }

  static func flag(_ text: String) -> Result<Bool, ScalarComplaint> {
    switch text {
    case "true": return .success(true)
    case "false": return .success(false)
    default:
      let nearest =
        ["yes", "on", "True", "TRUE", "y"].contains(text) ? "true" : ["no", "off", "False", "FALSE", "n"].contains(text) ? "false" : nil
      return .failure(ScalarComplaint("\(shortened(text)) is neither true nor false", expected: "true or false", nearest: nearest))
    }
  }
}
