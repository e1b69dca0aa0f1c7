/// Reading of `2026-09-14`.
enum DateText {
  static let expectation = "a date such as 2026-09-14"

  static func read(_ text: String) -> Result<CivilDate, ScalarComplaint> {
    let shown = shortened(text)
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }), let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else {
      return .failure(ScalarComplaint("\(shown) is not a date", expected: expectation))
    }
    guard (1...12).contains(month), (1...31).contains(day), (1900...2400).contains(year) else {
      return .failure(ScalarComplaint("\(shown) is not a date", expected: "year-month-day such as 2026-09-14"))
    }
    let last = CivilDate.daysInMonth(year: year, month: month)
    guard day <= last else {
      return .failure(
        ScalarComplaint(
          "\(shown) does not exist", expected: "a date of the calendar", nearest: "\(parts[0])-\(parts[1])-\(twoDigits(last))"))
    }
    return .success(CivilDate(year: year, month: month, day: day))
  }
}
