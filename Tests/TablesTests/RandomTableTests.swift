import Foundation
import TestSupport
import Testing

@testable import Tables

/// Tables in dialects drawn at random: what was written comes back, or a question; never anything else.
@Suite struct RandomTableTests {
  /// nil for a question, else what differs.
  private func difference(_ written: RandomTable) throws -> (isQuestion: Bool, what: String?) {
    do {
      let read = try Table(ByteSource(written.bytes), roles: Roles.all)
      guard let start = try read.column(Roles.start), let count = try read.column(Roles.count), let handle = try read.column(Roles.handle)
      else {
        return (true, nil)
      }
      let date = try read.column(Roles.date)
      let moments = read.moments(start)
      let days = date.map { read.moments($0) }
      let numbers = read.numbers(count, mark: read.decimalMark(of: [count, handle]))
      let spans = read.spans(handle, mark: read.decimalMark(of: [count, handle]))
      guard (moments.problems + (days?.problems ?? []) + numbers.problems + spans.problems).isEmpty else { return (true, nil) }
      guard read.rows.count == written.lines.count else { return (false, "\(read.rows.count) lines instead of \(written.lines.count)") }
      for (index, line) in written.lines.enumerated() {
        let day = days?.moments[index]?.day ?? moments.moments[index]?.day
        guard day == line.day, moments.moments[index]?.time == Int64(line.minute) * 60_000_000 else {
          return (false, "line \(index): \(Table.text(moments.moments[index])) instead of day \(line.day) minute \(line.minute)")
        }
        guard abs((numbers.values[index] ?? .nan) * 1000 - Double(line.thousandths)) < 1e-6 else {
          return (false, "line \(index): \(String(describing: numbers.values[index])) instead of \(line.thousandths) thousandths")
        }
        guard abs(Double(spans.values[index] ?? -1) / 1e6 - Double(line.handle)) < 1e-3 else {
          return (false, "line \(index): \(String(describing: spans.values[index])) instead of \(line.handle) s")
        }
      }
      return (false, nil)
    } catch is TableProblems {
      return (true, nil)
    } catch is TableProblem {
      return (true, nil)
    }
  }

  @Test func `random tables are read as they were written, or asked about`() throws { try expectAll(1...500) }

  @Suite(.enabled(if: Tier.isDeep, "MUSTER_DEEP is not set")) struct DeepTests {
    @Test func `a hundred thousand random tables are read as they were written, or asked about`() throws {
      try RandomTableTests().expectAll(501...100_000)
    }
  }

  private func expectAll(_ seeds: ClosedRange<UInt64>) throws {
    var questions: UInt64 = 0
    for seed in seeds {
      let written = RandomTable(seed: seed)
      let result = try difference(written)
      if result.isQuestion { questions += 1 }
      if let what = result.what {
        Issue.record("seed \(seed): \(what)\n\(String(decoding: written.bytes, as: UTF8.self))")
        return
      }
    }
    // Most can be told; short tables of early days of a month cannot.
    #expect(questions < UInt64(seeds.count) / 3, "\(questions) questions of \(seeds.count)")
  }
}
