/// Why a text is not the value it should be; the reader of a field adds place and path.
struct ScalarComplaint: Error, Equatable, Sendable {
  var wrong: String
  var expected: String?
  var nearest: String?

  init(_ wrong: String, expected: String? = nil, nearest: String? = nil) {
    self.wrong = wrong
    self.expected = expected
    self.nearest = nearest
  }
}

/// A plain decimal number: digits, at most one point, an optional exponent. No hexadecimal, no `nan`, no thousands separators.
func decimalNumber(_ text: some StringProtocol) -> Double? {
  var hasDigit = false
  for (index, character) in text.utf8.enumerated() {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
    case UInt8(ascii: "."): break
    case UInt8(ascii: "-"), UInt8(ascii: "+"): if index > 0, !hasDigit { return nil }
    case UInt8(ascii: "e"), UInt8(ascii: "E"): if !hasDigit { return nil }
    default: return nil
    }
  }
  guard hasDigit, let value = Double(text), value.isFinite else { return nil }
  return value
}
