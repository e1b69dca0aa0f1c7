@testable import Tables

/// A table with known contents, written in a dialect drawn at random.
struct RandomTable {
  struct Line {
    /// Days since 1970, minutes after midnight.
    var day: Int
    var minute: Int
    /// In thousandths, as many as `decimals` keeps.
    var thousandths: Int
    /// Handle time in seconds.
    var handle: Int
  }

  var lines: [Line] = []
  var bytes: [UInt8] = []
  private var random: SplitMix
  private var separator = ","
  private var comma = false
  private var decimals = 0
  private var thousands = ""

  init(seed: UInt64) {
    random = SplitMix(state: seed)
    draw()
    write()
  }

  private mutating func pick<T>(_ choices: [T]) -> T { choices[Int(random.next() % UInt64(choices.count))] }
  private mutating func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }

  private mutating func draw() {
    let count = Int(random.next() % 12) + 1
    let step = pick([15, 30, 60])
    var minute = pick([0, 480, 540, 1350])
    var day = 20_000 + Int(random.next() % 1000)
    decimals = pick([0, 0, 1, 2, 3])
    let unit = [1000, 100, 10, 1][decimals]
    let largest = pick([20_000, 900_000, 12_000_000])
    for _ in 0..<count {
      lines.append(
        Line(day: day, minute: minute, thousandths: Int(random.next() % UInt64(largest)) / unit * unit, handle: Int(random.next() % 5000)))
      minute += step * (chance(5) ? 3 : 1)
      if minute >= 1440 {
        minute -= 1440
        day += 1
      }
    }
  }

  // MARK: Writing

  private mutating func write() {
    separator = pick([",", ";", "\t", "|"])
    comma = chance(50)
    thousands = pick(["", "", comma ? "." : ",", " ", "'"])
    let isQuoted = chance(20)
    let (names, rows, count) = cells()
    var text = ""
    let end = pick(["\n", "\r\n", "\r"])
    if chance(20) {
      text +=
        pick(["Queue report", "Call volume \(rows.count) lines", "Report;14.09.2026"])
        + String(repeating: separator, count: chance(50) ? names.count - 1 : 0) + end
    }
    if chance(10) { text += "# made by hand" + end }
    for (index, row) in ([names] + rows).enumerated() {
      if chance(5) { text += String(repeating: separator, count: chance(50) ? row.count - 1 : 0) + end }
      text += row.map { quoted($0, always: isQuoted) }.joined(separator: separator)
      if index < rows.count || chance(80) { text += end }
    }
    if chance(20), count > 0 {
      if !text.hasSuffix(end) { text += end }
      var total = Array(repeating: "", count: names.count)
      total[0] = pick(["Total", "Summe:", "Grand Total", "Gesamtergebnis"])
      total[count] = number(lines.reduce(0) { $0 + $1.thousandths }, decimals)
      text += total.map { quoted($0, always: isQuoted) }.joined(separator: separator) + end
    }
    encode(text)
  }

  /// Names and lines, their columns in an order drawn at random, and where the counts stand.
  private mutating func cells() -> (names: [String], rows: [[String]], count: Int) {
    let dateForm = Int(random.next() % 11)
    let timeForm = Int(random.next() % 5)
    let isSplit = chance(40)
    let spanForm = Int(random.next() % 4)
    let spanName = ["aht (s)", "AHT", "Average Handle Time (min)", "aht"][spanForm]
    var names = isSplit ? ["Date", "Time"] : ["Interval Start"]
    let count = names.count
    names += [pick(["calls", "Calls Offered", "VOLUME", "Sum of Calls"]), spanName]
    let hasNotes = chance(30)
    if hasNotes { names.append("notes") }
    let hasOthers = chance(30)
    if hasOthers { names += ["Row", "Level %"] }
    var rows: [[String]] = []
    for (index, line) in lines.enumerated() {
      let date = dateText(line.day, dateForm)
      let time = timeText(line.minute, timeForm)
      var row = isSplit ? [date, time] : [date + (dateForm == 0 && chance(50) && timeForm != 2 ? "T" : " ") + time]
      row += [number(line.thousandths, decimals), spanText(line.handle, spanForm)]
      if hasNotes { row.append(pick(["", "busy, very", "\"quoted\"", "line\nbreak", "x;y|z"])) }
      if hasOthers { row += ["\(index + 1)", "\(index * 7 % 100)%"] }
      rows.append(row)
    }
    var order = Array(names.indices)
    if chance(40) {
      for index in order.indices { order.swapAt(index, index + Int(random.next() % UInt64(order.count - index))) }
    }
    return (order.map { names[$0] }, rows.map { row in order.map { row[$0] } }, order.firstIndex(of: count)!)
  }

  private mutating func encode(_ text: String) {
    switch random.next() % 5 {
    case 0: bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case 1: bytes = [0xFF, 0xFE] + Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 2: bytes = text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8(truncatingIfNeeded: $0.value) }
    default: bytes = Array(text.utf8)
    }
  }

  private func quoted(_ cell: String, always: Bool) -> String {
    guard always || cell.contains(separator) || cell.contains("\"") || cell.contains("\n") else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private func dateText(_ number: Int, _ form: Int) -> String {
    let (year, month, day) = CalendarDay.date(number)
    let name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]
    switch form {
    case 0: return "\(year)-\(two(month))-\(two(day))"
    case 1: return "\(two(day))/\(two(month))/\(year)"
    case 2: return "\(month)/\(day)/\(year)"
    case 3: return "\(day).\(month).\(year)"
    case 4: return "\(two(day))-\(name)-\(two(year % 100))"
    case 5: return "\(name) \(day), \(year)"
    case 6: return "\(year)/\(two(month))/\(two(day))"
    case 7: return "\(two(month))-\(two(day))-\(year)"
    case 9: return "\(day). \(Self.german[month - 1]) \(year)"
    case 10: return "\(day) \(Self.french[month - 1]) \(year)"
    default: return "\(two(day))/\(two(month))/\(two(year % 100))"
    }
  }

  private static let german = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
  ]
  private static let french = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
  ]

  private func timeText(_ minute: Int, _ form: Int) -> String {
    let (hour, minute) = (minute / 60, minute % 60)
    switch form {
    case 0: return "\(two(hour)):\(two(minute))"
    case 1: return "\(hour):\(two(minute))"
    case 2: return "\(hour % 12 == 0 ? 12 : hour % 12):\(two(minute)) \(hour < 12 ? "AM" : "PM")"
    case 3: return "\(two(hour)):\(two(minute)):00"
    default: return "\(two(hour))h\(two(minute))"
    }
  }

  private func number(_ thousandths: Int, _ decimals: Int) -> String {
    var whole = String(thousandths / 1000)
    if !thousands.isEmpty, whole.count > 3 {
      var groups: [Substring] = []
      var rest = whole[...]
      while rest.count > 3 {
        groups.insert(rest.suffix(3), at: 0)
        rest = rest.dropLast(3)
      }
      whole = ([rest] + groups).joined(separator: thousands)
    }
    guard decimals > 0 else { return whole }
    let fraction = String(1000 + thousandths % 1000).dropFirst().prefix(decimals)
    return whole + (comma ? "," : ".") + fraction
  }

  private func spanText(_ seconds: Int, _ form: Int) -> String {
    switch form {
    case 0: return String(seconds)
    case 1: return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    case 2: return "\(seconds / 60)" + (seconds % 60 == 0 ? "" : (comma ? "," : ".") + Self.minuteFraction(seconds % 60))
    default: return "\(seconds / 60):\(two(seconds % 60))"
    }
  }

  /// Six digits of seconds ÷ 60.
  private static func minuteFraction(_ seconds: Int) -> String {
    let digits = String((seconds * 10_000_000 / 60 + 5) / 10)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
