import Testing

@testable import Tables

/// Whole files.
@Suite struct TableTests {
  @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func `separators and line ends are found`(separator: String, lineEnd: String) throws {
    let lines = ["interval,calls,aht-s", "08:00,20,270", "08:30,21,280"].map { $0.replacing(",", with: separator) }
    let read = try table(lines.joined(separator: lineEnd))
    #expect(read.names.map(\.text) == ["interval", "calls", "aht-s"])
    #expect(read.starts(0) == ["08:00", "08:30"])
    #expect(read.counts(1) == [20, 21])
    #expect(read.spans(2).values == [270_000_000, 280_000_000])
    #expect(read.place(read.rows[1], 1).line == 3)
    #expect(read.place(read.rows[1], 1).column == 7)
  }

  @Test func `quotes hold separators, quotes and line breaks`() throws {
    let read = try table("opened,short\n2025-01-06 09:04:07,\"first \"\"line\"\"\nsecond; line, end\"\n2025-01-06 11:06:43,one\n")
    #expect(read.rows.count == 2)
    #expect(read.text(read.rows[0], 1) == "first \"line\"\nsecond; line, end")
    #expect(read.line(read.rows[1]) == 4)
    #expect(read.lineCount == 4)
  }

  @Test(arguments: [
    ("a,b\n\"x,1\n", "2:1 a quote that opens on this line is not closed; expected \"…\" around the whole value"),
    ("a,b\n1,\"x\" y\n", "2:3 the quotes of this line are broken; expected \"…\" around the whole value, and \"\" for a quote inside it"),
    ("", "0:0 the file is empty; expected rows of values"), ("\n \n", "0:0 the file is empty; expected rows of values"),
  ])
  func `what cannot be split says where`(text: String, sentence: String) {
    let problems = #expect(throws: TableProblems.self) { try table(text) }
    #expect(sentences(problems?.problems ?? []) == [sentence])
  }

  @Test func `workbooks and other files are named`() {
    for (head, word) in [
      ([0x50, 0x4B, 3, 4, 0, 0], "workbook"), ([0xD0, 0xCF, 0x11, 0xE0, 1], "workbook"), ([0x25, 0x50, 0x44, 0x46], "PDF"),
    ]
      as [([UInt8], String)]
    {
      let problems = #expect(throws: TableProblems.self) { try Table(ByteSource(head)) }
      #expect(problems?.problems[0].wrong.contains(word) == true)
    }
  }

  @Test func `encodings are found`() throws {
    let text = "Zeit;Anrufe;Größe\n08:00;20;süß €\n"
    var encoded: [[UInt8]] = [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8)]
    encoded.append(text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) })
    let units = Array(text.utf16)
    encoded.append([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    encoded.append([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    encoded.append(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let expected: [TextEncoding] = [.utf8, .utf8, .windows1252, .utf16Little, .utf16Big, .utf16Little]
    for (bytes, encoding) in zip(encoded, expected) {
      let read = try Table(ByteSource(bytes), roles: Roles.all)
      #expect(read.encoding == encoding)
      #expect(read.names.map(\.text) == ["Zeit", "Anrufe", "Größe"])
      #expect(read.text(read.rows[0], 2) == "süß €")
    }
  }

  @Test func `gzip is unpacked, members one after the other, and damage is said`() throws {
    // printf 'a,b\n1,2\n' | gzip -n
    let member: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 0xD4, 0x49, 0xE2, 0x32, 0xD4, 0x31, 0xE2, 2, 0, 0x7B, 0x07, 0x97, 0x0A, 8, 0, 0, 0,
    ]
    let once = try Table(ByteSource(member))
    #expect(once.names.map(\.text) == ["a", "b"] && once.counts(1) == [2])
    #expect(try Table(ByteSource(member + member)).leftOut.map(\.reason) == [.repeatedNames])
    let problems = #expect(throws: TableProblems.self) { try Table(ByteSource(Array(member.dropLast(6)))) }
    #expect(problems?.problems[0].wrong == "the gzip file is damaged or cut off")
  }

  @Test func `titles, comments, blanks, totals, repeated names and footnotes are left out and said`() throws {
    let read = try table(
      """
      sep=;
      Queue interval report 06/01/2025;;
      From;06/01/2025;

      # made by hand
      interval;calls;aht-s
      08:00;20;270
      ;;
      Summe 06.01.2025;20;270
      interval;calls;aht-s
      08:30;22;280
      # closed for lunch
      Total:;42;275
      printed on Monday
      """)
    #expect(read.names.map(\.text) == ["interval", "calls", "aht-s"])
    #expect(read.starts(0) == ["08:00", "08:30"])
    #expect(
      read.leftOut.map { "\($0.line) \($0.reason.rawValue)" } == [
        "1 title", "2 title", "3 title", "4 blank", "5 title", "8 blank", "9 total", "10 repeated names", "12 comment", "13 total",
        "14 footnote",
      ])
  }

  @Test func `ticket numbers with a hash are data and a name may be a hash`() throws {
    let read = try table("#,Created,Subject\n#77519,2025-01-06 09:04,printer\n#77520,2025-01-06 09:05,\"# x\"\n")
    #expect(read.names[0].text == "#" && read.rows.count == 2)
  }

  @Test func `a file without names has none`() throws {
    let read = try table("08:00,20\n08:30,22\n")
    #expect(read.names.isEmpty && read.rows.count == 2)
    #expect(try table("3\n4\n5\n").rows.count == 3)
    #expect(try table("seconds\n4\n5\n").names.map(\.text) == ["seconds"])
  }

  @Test func `decimals and dates are decided by the column and the file as a whole`() throws {
    let comma = try table("interval;calls;volume\n08:00;1.234;0,5\n08:30;2.500;7\n")
    #expect(comma.numbers(1, mark: comma.decimalMark(of: [1, 2])).values == [1234, 2500])
    let tie = try table("interval;calls\n08:00;1.234\n08:30;2.500\n").numbers(1)
    #expect(
      sentences(tie.problems) == [
        "2:7 1.234 may be 1.234 or 1234, and no other number of `calls` tells; expected `decimal: point` or `decimal: comma`"
      ])
    let us = try table("date,calls\n1/6/2025,5\n1/13/2025,6\n")
    #expect(us.starts(0) == ["2025-01-06", "2025-01-13"])
    let eu = try table("date,calls\n6/1/2025,5\n13/1/2025,6\n")
    #expect(eu.starts(0) == ["2025-01-06", "2025-01-13"])
    #expect(
      sentences(try table("date,calls\n6/1/2025,5\n7/1/2025,6\n").moments(0).problems) == [
        "2:1 6/1/2025 may be 2025-01-06 or 2025-06-01, and no other date of the column tells; expected `dates: d/m/y` or `dates: m/d/y`"
      ])
    #expect(
      try table("date,calls\n6/1/2025,5\n7/1/2025,6\n", dialect: Dialect(dates: .monthFirst)).starts(0) == ["2025-06-01", "2025-07-01"])
    #expect(
      sentences(try table("date,calls\n16/1/2025,5\n1/17/2025,6\n").moments(0).problems) == [
        "3:1 1/17/2025 is no date d/m/y, and 16/1/2025 above can only be that; expected one order of day, month and year in a column"
      ])
  }

  @Test func `bare numbers are times only where a word says so`() throws {
    #expect(
      sentences(try table("start,calls\n45663.5,5\n").moments(0).problems) == [
        "2:1 45663.5 is a bare number and no time; expected a column of times, or `dates: excel` if these are"
      ])
    #expect(try table("start,calls\n45663.5,5\n45663.520833333,5\n").starts(0, bare: .excel) == ["2025-01-06 12:00", "2025-01-06 12:30"])
    #expect(try table("epoch_s,calls\n1736150400,5\n").starts(0) == ["2025-01-06 08:00 0"])
    #expect(try table("unix (ms),calls\n1736150400000,5\n").starts(0) == ["2025-01-06 08:00 0"])
    #expect(try table("hour,calls\n0,5\n23,5\n").starts(0) == ["00:00", "23:00"])
    #expect(
      sentences(try table("hour,calls\n24,5\n").moments(0).problems) == [
        "2:1 24 is no hour of the day; expected 0 to 23, each the hour with which it begins"
      ])
    #expect(
      sentences(try table("interval,aht\n08:00,270\n").spans(1).problems) == [
        "2:7 270 has no unit; expected a name such as `aht (s)`, or `unit: s`"
      ])
  }

  @Test func `a range with the minus of an offset is told by the column`() throws {
    let offsets = try table("start,calls\n2026-09-14 08:00-06:00,5\n2026-09-14 08:30-06:00,5\n").moments(0)
    #expect(offsets.moments.map(Table.text) == ["2026-09-14 08:00 -360", "2026-09-14 08:30 -360"])
    let ranges = try table("start,calls\n2026-09-14 08:00-09:00,5\n2026-09-14 09:00-10:00,5\n").moments(0)
    #expect(ranges.ends.map(Table.text) == ["09:00", "10:00"])
    #expect(try table("start,calls\n2026-09-14 08:00-09:00,5\n").moments(0).problems.count == 1)
    let closed = try table("interval,calls\n08:00-08:29,5\n08:30-08:59,5\n").moments(0)
    #expect(closed.ends.map(Table.text) == ["08:30", "09:00"] && closed.closed == 2)
  }

  @Test func `columns are found by their names and two that fit are a question`() throws {
    let read = try table("Interval_Start,interval_minutes,Volume,aht_seconds\n08:00,30,100,270\n")
    #expect(try read.column(Roles.start) == 0)
    #expect(try read.column(Roles.count) == 2)
    #expect(try read.column(Roles.handle) == 3)
    #expect(try read.column(Roles.date) == nil)
    let two = try table("time,calls,volume\n08:00,1,2\n")
    let problem = #expect(throws: TableProblem.self) { try two.column(Roles.count) }
    #expect(sentences([problem!]) == ["1:12 `calls` and `volume` may both be the `count`; expected `count: calls` or `count: volume`"])
    #expect(try two.column(Roles.count, told: "VOLUME") == 2)
    let missing = #expect(throws: TableProblem.self) { try two.column(Roles.count, told: "volum") }
    #expect(missing?.nearest == "`volume`")
  }

  @Test func `times that stand across are columns of moments`() throws {
    let times = try #require(try table("skill,8:00,8:30,9:00\nloans,10,12,9\n").across())
    #expect(times.labels == [0] && times.moments.map(Table.text) == ["08:00", "08:30", "09:00"])
    let dates = try #require(try table("time;13.09.2026;14.09.2026;Total\n08:00;5;6;11\n").across())
    #expect(dates.moments.map(Table.text) == ["2026-09-13", "2026-09-14"] && dates.labels == [0])
    let days = try #require(try table("Interval,Mon,Tue,Wed,Thu,Fri\n08:00,5,6,5,6,4\n").across())
    #expect(days.moments.map(\.weekday) == [0, 1, 2, 3, 4])
    let grid = try #require(try table("Mitarbeiter;Team;14.09.2026;15.09.2026\nA;x;OFF;early\n").across())
    #expect(grid.labels == [0, 1] && grid.columns == [2, 3])
    let one = try #require(try table("Wer;14.09.2026\nA;08:00-16:30\nB;OFF\n").across())
    #expect(one.labels == [0] && one.columns == [1])
    #expect(try table("a;14.09.2026\nb;15.09.2026\n").names.isEmpty)
    #expect(try table("time,calls\n08:00,5\n").across() == nil)
  }

  @Test func `the commonest step is the length of a line`() {
    #expect(IntervalLengths.commonestStep([0, 30, 60, 900, 930]) == 30)
    #expect(IntervalLengths.commonestStep([0, 30, 90]) == 30)
    #expect(IntervalLengths.commonestStep([0]) == nil)
  }
}
