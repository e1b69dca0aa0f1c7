import Testing

@testable import Tables

/// One cell at a time.
@Suite struct CellTests {
  private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  @Test(
    arguments: [
      ("12", 12.0, 12.0), ("0.5", 0.5, nil), ("0,5", nil, 0.5), ("32,5", nil, 32.5), ("1,234", 1234, 1.234), ("1.234", 1.234, 1234),
      ("1,234.5", 1234.5, nil), ("1.234,5", nil, 1234.5), ("1,234,567", 1_234_567, nil), ("1 234", 1234, 1234), ("1'234.50", 1234.5, nil),
      ("1\u{202F}234,5", nil, 1234.5), ("-3", -3, -3), ("\u{2212}3", -3, -3), ("(3)", -3, -3), ("80%", 0.8, 0.8), ("80 %", 0.8, 0.8),
      ("1e3", 1000, 1000), ("0,125", nil, 0.125), ("1234.500", 1234.5, nil), (".5", 0.5, nil), ("12.", 12, nil),
    ] as [(String, Double?, Double?)])
  func `a number is read under either decimal mark, and not where it cannot be one`(text: String, point: Double?, comma: Double?) {
    let number = NumberCell.read(bytes(text))
    #expect(number?.point == point)
    #expect(number?.comma == comma)
  }

  @Test(arguments: ["", "-", "n/a", "08:00", "1,23,456", "1 23", "0x10", "nan", "inf", "1.2.3", "12 calls", "1,,2", "1e", "e5", "1,234,56"])
  func `what is no number is none`(text: String) { #expect(NumberCell.read(bytes(text)) == nil) }

  @Test(arguments: [
    ("2026-09-14", "2026-09-14"), ("2026-09-14T08:00", "2026-09-14 08:00"), ("2026-09-14 08:00:30", "2026-09-14 08:00:30"),
    ("2026-09-14T08:00:00-04:00", "2026-09-14 08:00 -240"), ("2026-09-14T08:00:00Z", "2026-09-14 08:00 0"),
    ("2026-09-14 08:00:00 UTC", "2026-09-14 08:00 0"), ("2026-09-14 08:00:00 +0200", "2026-09-14 08:00 120"), ("08:00", "08:00"),
    ("8:00", "08:00"), ("8:00 AM", "08:00"), ("8:00 pm", "20:00"), ("12:00 a.m.", "00:00"), ("12:30 PM", "12:30"), ("8am", "08:00"),
    ("08h30", "08:30"), ("8 Uhr", "08:00"), ("08:00 Uhr", "08:00"), ("24:00", "24:00"), ("14 Sep 2026", "2026-09-14"),
    ("14-Sep-26", "2026-09-14"), ("Sep 14, 2026", "2026-09-14"), ("September 14th, 2026 8:30 AM", "2026-09-14 08:30"),
    ("14. September 2026", "2026-09-14"), ("14 septembre 2026 08:30", "2026-09-14 08:30"), ("1 août 2026", "2026-08-01"),
    ("14 de septiembre de 2026", "2026-09-14"), ("Mon 14 Sep 2026", "2026-09-14"), ("Monday, September 14, 2026", "2026-09-14"),
    ("Mo", "weekday 0"), ("Thursday", "weekday 3"), ("20260914T0830", "2026-09-14 08:30"), ("2026/09/14 8:00", "2026-09-14 08:00"),
    ("14.9.2026 8:00", "2026-09-14 08:00"), ("14/09/2026 08:00", "2026-09-14 08:00"), ("1 Mrz 2026", "2026-03-01"),
    ("08:00 14/09/2026", "2026-09-14 08:00"), ("2026-09-14, 08:00", "2026-09-14 08:00"),
  ])
  func `a moment is read in the spellings of many hands`(text: String, expected: String) {
    #expect(Table.text(MomentCell.read(bytes(text))?.moment(.dayFirst)) == expected)
  }

  @Test(arguments: [
    "", "8", "0800", "45914", "1757836800", "8.30", "25:00", "08:60", "13:00 PM", "0:30 AM", "14/09", "Sep 2026", "12", "calls", "08:00x",
    "2026-09-14T", "77519", "24:01", "32,5", "May",
  ])
  func `what is no moment is none, bare numbers least of all`(text: String) { #expect(MomentCell.read(bytes(text)) == nil) }

  @Test(arguments: ["2026-02-30", "31/04/2026", "29 Feb 2025"]) func `a date that does not exist is told from other text`(text: String) {
    #expect(MomentCell.read(bytes(text))?.date == .impossible)
  }

  @Test(arguments: [
    ("08:00-08:15", "08:00", "08:15"), ("08:00 – 08:30", "08:00", "08:30"), ("8:00 AM - 8:30 AM", "08:00", "08:30"),
    ("8:00 to 8:30 PM", "20:00", "20:30"), ("08:00 bis 08:30", "08:00", "08:30"), ("2026-09-14 08:00 - 08:30", "2026-09-14 08:00", "08:30"),
    ("14/09/2026 08:00 - 14/09/2026 08:30", "2026-09-14 08:00", "2026-09-14 08:30"), ("8:00-8:30", "08:00", "08:30"),
    ("23:30-24:00", "23:30", "24:00"), ("08h00-08h30", "08:00", "08:30"),
  ])
  func `a range has two ends`(text: String, start: String, end: String) {
    let range = MomentRange.read(bytes(text))
    #expect(Table.text(range?.start.moment(.dayFirst)) == start)
    #expect(Table.text(range?.end.moment(.dayFirst)) == end)
  }

  @Test(
    arguments: [
      ("00:04:30", nil, 270.0), ("4:30", nil, 270), ("0:04:30.5", nil, 270.5), ("270", .seconds, 270), ("4.5", .minutes, 270),
      ("4m30s", nil, 270),
      ("4 min 30 sec", nil, 270), ("270 s", nil, 270), ("4.5 min", nil, 270), ("1h 5m", nil, 3900), ("0", nil, 0),
      ("270000", .milliseconds, 270),
      ("75:10", nil, 4510),
    ] as [(String, TimeUnit?, Double)])
  func `a length of time is read with its unit`(text: String, unit: TimeUnit?, seconds: Double) {
    switch SpanCell.read(bytes(text), unit: unit) {
    case .span(let span): #expect(Double(span) == seconds * 1e6)
    case .number(let point, _): #expect(point == seconds * 1e6)
    default: Issue.record("\(text) is no length of time")
    }
  }

  @Test func `a bare number is no length of time without a unit`() {
    #expect(SpanCell.read(bytes("270")) == .bare(NumberCell(point: 270, comma: 270)))
    for text in ["4:60", "4:3", "abc", "3 apples", "-4:30", "80%", "4s 3m"] { #expect(SpanCell.read(bytes(text)) == nil) }
  }

  @Test(
    arguments: [
      ("Average_Handle_Time (sec)", "average handle time", TimeUnit.seconds), ("averageHandleTime [min]", "average handle time", .minutes),
      ("aht-s", "aht", .seconds), ("AHT in seconds", "aht", .seconds), ("interval_minutes", "interval", .minutes),
      ("# Calls", "number of calls", nil),
      ("Calls Offered", "calls offered", nil), ("AHT (hh:mm:ss)", "aht", nil), ("hour", "hour", nil),
      ("INTERVAL_START", "interval start", nil),
    ] as [(String, String, TimeUnit?)])
  func `a name is its words and its unit`(text: String, words: String, unit: TimeUnit?) {
    #expect(HeaderName(text).words == words)
    #expect(HeaderName(text).unit == unit)
  }
}
