import SupportModel

/// Reading of `mon-fri`, `sat`, `mon,wed`, `fri-mon`, `daily`, `weekdays`, `weekend`.
extension DaySet {
  /// Monday first.
  static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  static let expectation = "days such as mon-fri, sat or mon,wed"
  private static let words = ["daily": UInt8(0x7F), "weekdays": 0x1F, "weekend": 0x60]

  static func read(_ text: String) -> Result<DaySet, ScalarComplaint> {
    var bits: UInt8 = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let word = part.trimmingSpaces
      if let set = words[word] {
        bits |= set
        continue
      }
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmingSpaces)
      var indices: [Int] = []
      for end in ends {
        guard let index = names.firstIndex(of: end) else {
          let near = end.isEmpty ? nil : nearest(to: end, among: names + ["daily", "weekdays", "weekend"])
          return .failure(
            ScalarComplaint(
              end.isEmpty ? "\(shortened(text)) is not a set of days" : "\(shortened(end)) is not a day", expected: expectation,
              nearest: near))
        }
        indices.append(index)
      }
      guard indices.count <= 2 else { return .failure(ScalarComplaint("\(shortened(text)) is not a set of days", expected: expectation)) }
      var day = indices[0]
      bits |= 1 << day
      while day != indices[indices.count - 1] {
        day = (day + 1) % 7
        bits |= 1 << day
      }
    }
    return .success(DaySet(bits: bits))
  }
}
