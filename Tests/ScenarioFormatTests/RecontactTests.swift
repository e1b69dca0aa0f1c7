import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Handled contacts that cause others, as a scenario says it.
@Suite struct RecontactTests {
  private func text(_ recontact: String, other: String = "", horizon: String = "") -> String {
    """
    muster: 1
    horizon: {length: 8h\(horizon)}
    contacts:
      call: {arrivals: 30/h, talk: 90s, recontact: \(recontact)}
      email: {talk: 5m\(other)}
    agents: {tier1: {count: 2, skills: [call, email]}, tier2: {count: 2, skills: [call]}}
    """
  }

  private func sentences(_ recontact: String, other: String = "") -> [String] {
    ScenarioFormatTests.sentences(text(recontact, other: other)).map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? $0 }
  }

  @Test func `A handled contact may be followed by another of the same need`() throws {
    let type = try load(text("{share: 9%, delay: {lognormal: {mean: 2d, cv: 1}}, as: email, at-most: 3}")).scenario.contactTypes[0]
    #expect(type.recontacts.map(\.share) == [.everybody(0.09)] && type.recontacts.map(\.contactType) == [1])
    #expect(type.recontacts.map(\.atMost) == [3] && abs(type.recontacts[0].delay.mean - 172_800) < 1e-6)
    let least = try load(text("{share: 9%, delay: 2h}")).scenario
    #expect(least.contactTypes[0].recontacts[0].contactType == nil && least.contactTypes[0].recontacts[0].atMost == nil)
    #expect(least.horizon.firstContactWindow == .days(7) && least.hasNeeds)
    #expect(try load(text("{share: 9%, delay: 2h}", horizon: ", fcr-window: 4h")).scenario.horizon.firstContactWindow == .hours(4))
  }

  @Test func `Shares go by the group that handled it, and there may be several kinds`() throws {
    let list = try load(text("[{share: {tier1: 12%, tier2: 4%}, delay: 2h}, {share: 2%, delay: 1h, as: email}]")).scenario.contactTypes[0]
      .recontacts
    #expect(list.map { $0.share.of(0) } == [0.12, 0.02] && list.map { $0.share.of(1) } == [0.04, 0.02])
  }

  @Test func `What cannot be is said`() {
    #expect(
      sentences("[{share: 60%, delay: 2h}, {share: 50%, delay: 1h}]") == [
        "the recontacts of `call` are 110% of its contacts; expected at most 100% together"
      ])
    #expect(
      sentences("[{share: {tier1: 80%}, delay: 2h}, {share: 30%, delay: 1h}]") == [
        "the recontacts of `call` are 110% of its contacts that `tier1` handles; expected at most 100% together"
      ])
    #expect(
      sentences("{share: 9%, delay: 2h, as: emails}") == [
        "there is no contact type `emails`; expected `call` or `email`; did you mean `email`?"
      ])
    #expect(
      sentences("{share: {tier3: 9%}, delay: 2h}") == [
        "there is no agent group `tier3`; expected `tier1` or `tier2`; did you mean `tier1`?"
      ])
    #expect(sentences("[]") == ["`recontact` is an empty list; expected at least one entry, or to leave it out"])
  }

  @Test func `A loop needs an exit`() throws {
    let endless = "every contact of `call` causes another, and its customers never have done; expected shares below 100%, or `at-most`"
    #expect(sentences("{share: 100%, delay: 2h}") == [endless])
    #expect(sentences("{share: {tier1: 100%, tier2: 100%}, delay: 2h}") == [endless])
    #expect(
      sentences("{share: 100%, delay: 2h, as: email}", other: ", recontact: {share: 100%, delay: 1h, as: call}") == [
        endless, endless.replacing("`call`", with: "`email`"),
      ])
    for exit in ["{share: 100%, delay: 2h, at-most: 3}", "{share: {tier1: 100%}, delay: 2h}", "{share: 100%, delay: 2h, as: email}"] {
      #expect(sentences(exit).isEmpty)
    }
    #expect(sentences("[{share: 60%, delay: 2h}, {share: 40%, delay: 2h, as: email}]").isEmpty)
  }
}
