import Testing

@testable import ScenarioFormat

/// What `muster check` says of contacts with several touches that are well formed and doubtful.
@Suite struct TouchLinterTests {
  private func remarks(_ touches: String, rest: String = "") throws -> [String] {
    try load(undated("arrivals: 30/h, talk: 90s, \(touches)", rest: rest)).remarks.map(\.text)
  }

  @Test func `What nobody answers and nothing closes is open for ever`() throws {
    #expect(
      try remarks("touches: {more: 40%, customer-replies-in: 1h, never-replies: 12%}") == [
        "12% of the customers of `call` never answer, and nothing closes what waits for them: it is open for ever; say `auto-close`"
      ])
    #expect(try remarks("touches: {more: 40%, customer-replies-in: 1h, never-replies: 12%, auto-close: 96h}") == [])
  }

  @Test func `Answers that come after the horizon are told of`() throws {
    #expect(
      try remarks("touches: {more: 40%, customer-replies-in: 100d}") == [
        "customers of `call` answer after 100d on average, longer than the horizon: most of their answers come after it"
      ])
  }

  @Test func `A promise to solve that an answer alone uses up is told of`() throws {
    let touches = "touches: {more: 40%, customer-replies-in: 6h}"
    #expect(
      try remarks(touches, rest: "targets: [{name: Solved, resolution: 4h, goal: 90%}]") == [
        "`Solved` counts the time in which customers of `call` are waited for, and they take 6h to answer: who is asked back is late; "
          + "`pauses: [pending]` leaves that time out"
      ])
    #expect(try remarks(touches, rest: "targets: [{name: Solved, resolution: 4h, goal: 90%, pauses: [pending]}]") == [])
    #expect(try remarks(touches, rest: "targets: [{name: Solved, resolution: 8h, goal: 90%}]") == [])
  }
}
