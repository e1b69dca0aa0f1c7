import Testing

@testable import ScenarioFormat

/// What `muster check` says of contacts that cause others, well formed and doubtful.
@Suite struct ReturnLinterTests {
  private func remarks(_ recontact: String, horizon: String = "") throws -> [String] {
    try load(
      """
      muster: 1
      horizon: {length: 8h\(horizon)}
      contacts: {call: {arrivals: 30/h, talk: 90s, recontact: \(recontact)}}
      agents: {desk: {count: 3, skills: [call]}}
      """
    ).remarks.map(\.text)
  }

  @Test func `A first-contact window longer than the horizon leaves nothing to count`() throws {
    #expect(
      try remarks("{share: 9%, delay: 1h}") == [
        "no need is solved 7d before the end of a horizon of 8h, so nothing is known of `fcr`; `horizon.fcr-window` makes that time shorter"
      ])
    #expect(try remarks("{share: 9%, delay: 1h}", horizon: ", fcr-window: 2h") == [])
  }

  @Test func `Customers who come again after the horizon are told of`() throws {
    #expect(
      try remarks("{share: 9%, delay: 2d}", horizon: ", fcr-window: 2h") == [
        "customers of `call` come again after 2d on average, longer than the horizon: most of them come after it"
      ])
  }
}
