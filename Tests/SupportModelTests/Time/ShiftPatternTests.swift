import SimulationCore
import Testing

@testable import SupportModel

@Suite struct ShiftPatternTests {
  private static func pattern(length: TimeSpan = .hours(8), _ breaks: [(at: Double, length: Double)]) -> ShiftPattern {
    ShiftPattern(
      name: "day", start: .hours(9), length: length, breaks: breaks.map { .init(at: .hours($0.at), length: .hours($0.length)) })
  }

  @Test func `A working day has the breaks of its pattern from its own start`() {
    let day = Self.pattern([(2, 0.25), (4, 0.5)]).shift(from: By.at(3_600))
    #expect(day == By.shift(3_600..<32_400, breaks: [10_800..<11_700, 18_000..<19_800]))
  }

  @Test func `A pattern whose breaks overlap cannot be made`() async {
    await #expect(processExitsWith: .failure) { _ = Self.pattern([(2, 1), (2.5, 1)]) }
  }

  @Test func `A pattern whose break reaches beyond the shift cannot be made`() async {
    await #expect(processExitsWith: .failure) { _ = Self.pattern([(7.5, 1)]) }
  }

  @Test func `A pattern without a length cannot be made`() async {
    await #expect(processExitsWith: .failure) { _ = Self.pattern(length: .zero, []) }
  }
}
