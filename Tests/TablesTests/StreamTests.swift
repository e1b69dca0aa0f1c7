import Foundation
import TestSupport
import Testing

@testable import Tables

/// Tables that are read without being held.
@Suite struct StreamTests {
  /// `rows` lines of a call log, made up as they are asked for.
  private static func log(_ rows: Int) -> ByteSource {
    ByteSource { () throws(TableFailure) in
      var row = 0
      var isFirst = true
      return { () throws(TableFailure) -> [UInt8]? in
        guard row < rows else { return nil }
        var chunk: [UInt8] = []
        chunk.reserveCapacity(1 << 18)
        if isFirst { chunk += Array("call_id;created at;handle time (s);queue\n".utf8) }
        isFirst = false
        while row < rows, chunk.count < (1 << 18) - 100 {
          let second = row % 86_400
          func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
          let text = "\(row);13.09.2026 \(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60));\(row % 900),5;sales\n"
          chunk += Array(text.utf8)
          row += 1
        }
        return chunk
      }
    }
  }

  private static let asks: [TableStream.Ask] = [.moment(1), .span(2)]

  @Test func `a stream gives every row in order`() throws {
    let stream = try TableStream(Self.log(20_000))
    var times: Int64 = 0
    var handle = 0.0
    let count = try stream.forEach(Self.asks) { row in
      times += (row.moment(0)?.time ?? 0) / 1_000_000
      handle += (row.span(1) ?? 0) / 1e6
    }
    #expect(count == 20_000)
    #expect(times == 20_000 * 19_999 / 2)
    let expected: Double = (0..<20_000).reduce(0.0) { (sum: Double, row: Int) -> Double in sum + Double(row % 900) + 0.5 }
    #expect(handle == expected)
  }

  @Test func `what is wrong in a stream has its place`() throws {
    let stream = try TableStream(ByteSource(Array("at,n\n2026-09-14 08:00,5\nsoon,6\n2026-09-14 09:00,x\n".utf8)))
    let problems = #expect(throws: TableProblems.self) { try stream.forEach([.moment(0), .number(1)]) { _ in } }
    #expect(sentences(problems?.problems ?? []) == ["3:1 soon is not a time", "4:18 x is not a number"])
  }

  /// Peak memory of this process, in MiB (`VmHWM`).
  private static func peak() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM") })
    else { return 0 }
    return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1024
  }

  @Suite(.enabled(if: Tier.isDeep, "MUSTER_DEEP is not set")) struct DeepTests {
    /// The time is the processor time of this thread: what a neighbour takes is not ours.
    @Test func `ten million rows take under a minute and little memory`() throws {
      let before = StreamTests.peak()
      var count = 0
      let time = try ThreadClock.measure { count = try TableStream(StreamTests.log(10_000_000)).forEach(StreamTests.asks) { _ in } }
      print("ten million rows: \(time)")
      #expect(count == 10_000_000)
      #expect(time < .seconds(60), "\(time)")
      #expect(StreamTests.peak() - before < 300, "\(before) and then \(StreamTests.peak()) MiB")
    }
  }
}
