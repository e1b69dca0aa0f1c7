extension MomentCell {
  /// A bare number as the column says it is one.
  static func read(_ cell: ArraySlice<UInt8>, as bare: BareMoment) -> MomentCell? {
    guard let number = NumberCell.read(cell), let value = number.point ?? number.comma, !number.isPercent, value >= 0 else { return nil }
    func instant(_ microseconds: Double) -> MomentCell? {
      guard microseconds < 1e17 else { return nil }
      let whole = Int64(microseconds.rounded())
      return MomentCell(date: .known(Int(whole / day)), time: whole % day, offset: 0)
    }
    switch bare {
    case .epochSeconds: return instant(value * 1e6)
    case .epochMilliseconds: return instant(value * 1e3)
    case .hours:
      guard value <= 23, value.rounded() == value else { return nil }
      return MomentCell(time: Int64(value) * 3_600_000_000)
    case .compact:
      guard cell.count == 8, value.rounded() == value else { return nil }
      let digits = Int(value)
      return CalendarDay.number(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100).map { MomentCell(date: .known($0)) }
    case .dotted, .digits:
      return clock(cell, separator: bare == .dotted ? UInt8(ascii: ".") : UInt8(ascii: ":"))
    case .excel:
      guard value < 3_000_000 else { return nil }
      // To the nearest second: the file rounds the fraction of a day.
      let seconds = ((value - value.rounded(.down)) * 86_400).rounded()
      let time = Int64(seconds >= 86_400 ? 0 : seconds) * 1_000_000
      if value < 1 { return MomentCell(time: seconds >= 86_400 ? day : time) }
      let date = Int(value) + (seconds >= 86_400 ? 1 : 0) - 25_569
      return MomentCell(date: .known(date), time: seconds > 0 ? time : nil)
    }
  }

  /// `8.30`, or `830` without any separator.
  private static func clock(_ cell: ArraySlice<UInt8>, separator: UInt8) -> MomentCell? {
    let parts = cell.split(separator: separator, omittingEmptySubsequences: false)
    let digits = cell.filter { $0 != separator }
    guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), (1...4).contains(digits.count) else { return nil }
    if separator == UInt8(ascii: ".") {
      guard parts.count == 1 ? digits.count <= 2 : parts.count == 2 && (1...2).contains(parts[0].count) && parts[1].count == 2 else {
        return nil
      }
    } else if parts.count > 1 {
      return nil
    }
    // A spreadsheet drops the zeros of 0030; `8` between `8.30` and `9.00` is eight.
    let isHour = separator == UInt8(ascii: ".") && parts.count == 1
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } * (isHour ? 100 : 1)
    let (hour, minute) = (number / 100, number % 100)
    guard minute < 60, hour < 24 || (hour == 24 && minute == 0) else { return nil }
    return MomentCell(time: Int64(hour * 60 + minute) * 60_000_000)
  }

  /// The moment under an order of dates; nil where it does not exist.
  func moment(_ order: DateOrder) -> Moment? {
    let day = day(order)
    if date != .none, day == nil { return nil }
    return Moment(day: day, time: time, offset: offset, weekday: weekday)
  }
}
