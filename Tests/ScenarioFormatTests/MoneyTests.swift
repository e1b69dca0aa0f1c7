import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// What customers are worth, what broken promises cost and what is removed, as a scenario says it.
@Suite struct MoneyTests {
  private func text(_ lines: String, horizon: String = "{start: 2026-10-07T00:00, length: 4w, interval: 1d}") -> String {
    """
    muster: 1
    name: in money
    horizon: \(horizon)
    contacts:
      call: {segment: business, arrivals: {rate: 30/h}, talk: 90s}
      chat: {segment: private, arrivals: {rate: 10/h}, talk: 2m}
    agents: {desk: {count: 3, skills: [call, chat]}}
    targets: [{name: Calls, for: call, answer: 20s, goal: 80%}, {name: All, answer: 1m, goal: 80%}]
    satisfaction: {model: {base: 2}}
    \(lines)
    """
  }

  @Test func `One value is for all, or each class has its own and other is for the rest`() throws {
    var value = CustomerValue(perCustomer: 9_000)
    (value.unsatisfied, value.breach) = (0.06, 0.03)
    let plain = try load(text("value: {per-customer: 9000, churn: {unsatisfied: +6%, breach: +3%}}")).scenario
    #expect(plain.valueOfOthers == value && plain.valueBySegment == [nil, nil])
    let named = try load(
      text("value: {business: {per-customer: 9000, churn: {unsatisfied: 6%, breach: 3%}}, other: {per-customer: 10, churn: {gave-up: 4%}}}")
    ).scenario
    #expect(named.valueBySegment == [value, nil] && named.valueOfOthers?.gaveUp == 0.04)
    #expect(named.value(of: named.contactTypes[0]) == value && named.value(of: named.contactTypes[1])?.perCustomer == 10)
    #expect(try load(text("")).scenario.hasValue == false)
  }

  @Test func `A penalty is by breach or by period, of all contacts of its target or of some`() throws {
    let penalties = try load(
      text("penalties: [{target: All, per-breach: 40, for: {segment: business}}, {target: All, below: 80%, each: week, costs: 12000}]")
    ).scenario.penalties
    #expect(penalties[0].charge == .perBreach(40) && penalties[0].contactTypes == [0] && penalties[0].target == 1)
    #expect(penalties[1].charge == .below(0.8, each: .week, costs: 12_000) && penalties[1].contactTypes == [0, 1])
  }

  /// From a Wednesday on, four weeks: three whole ones, and two that the ends cut off.
  @Test(arguments: [
    ("{start: 2026-10-07T00:00, length: 4w, interval: 1d}", "week", [5..<12, 12..<19, 19..<26], 2),
    ("{start: 2026-10-05T00:00, length: 2w, interval: 1d}", "week", [0..<7, 7..<14], 0),
    ("{start: 2026-10-05T08:00, length: 4d, interval: 1d}", "week", [], 1),
    // The last day is there in part, and the days of a warm-up are not counted.
    ("{start: 2026-10-05T08:00, length: 13d10h, interval: 1d}", "week", [0..<7, 7..<14], 0),
    ("{start: 2026-10-05T00:00, length: 2w, warmup: 2d, interval: 1d}", "week", [5..<12], 1),
    ("{start: 2026-10-05T08:00, length: 10h, interval: 2h}", "day", [0..<5], 0),
    ("{start: 2026-10-30T00:00, length: 33d, interval: 1d}", "month", [2..<32], 2),
    ("{length: 15d, interval: 1d}", "week", [0..<7, 7..<14], 1),
  ])
  func `Periods are judged of which the counted horizon has every day`(
    horizon: String, each: String, whole: [Range<Int>], cutOff: Int
  ) throws {
    let text = text("penalties: [{target: All, below: 80%, each: \(each), costs: 100}]", horizon: horizon)
    let loaded = try load(text)
    let penalty = try #require(loaded.scenario.penalties.first)
    #expect(penalty.periods == whole && penalty.periodsCutOff == cutOff, "\(penalty.periods), \(penalty.periodsCutOff)")
    #expect(loaded.remarks.contains { $0.text.contains("never costs anything") } == whole.isEmpty)
  }

  @Test func `Removals are one or several, from the start or a date on`() throws {
    let one = try load(text("removes: {contacts: call, share: 60%, costs: 20000, from: 2026-10-12}")).scenario
    #expect(one.removals == [Removal(contactTypes: [0], label: "call", share: 0.6, costs: 20_000, from: .zero + .days(5))])
    let two = try load(text("removes: [{contacts: call, share: 60%}, {contacts: {segment: business}, share: 50%}]")).scenario
    #expect(abs(two.shareRemoved(0, at: .zero) - 0.8) < 1e-12 && two.shareRemoved(1, at: .zero) == 0)
    let half = one.shareRemoved(0, from: .zero, to: .zero + .days(10))
    #expect(abs(half - 0.3) < 1e-12)
  }

  @Test(arguments: [
    ("penalties: [{target: Call, per-breach: 40}]", "there is no target `Call`; expected `Calls` or `All`; did you mean `Calls`?"),
    ("penalties: [{target: Calls, per-breach: -40}]", "-40 is negative; expected a number of 0 or more"),
    ("penalties: [{target: Calls}]", "the penalty has none of `per-breach` and `below`; expected exactly one of them"),
    ("penalties: [{target: Calls, below: 80%, costs: 100}]", "`below` has no `each`; expected `each` and `costs` beside it"),
    ("penalties: [{target: Calls, below: 80%, each: week}]", "`below` has no `costs`; expected `each` and `costs` beside it"),
    ("penalties: [{target: Calls, per-breach: 4, each: week}]", "`each` does not go with `per-breach`, which is for single contacts"),
    ("penalties: [{target: Calls, for: chat, per-breach: 4}]", "the target `Calls` promises nothing to chat; expected some of `call`"),
    ("penalties: [{target: Calls, below: 80%, each: weak, costs: 100}]", "`each` is weak; expected day, week or month; did you mean week?"),
    (
      "value: {busines: {per-customer: 9, churn: {breach: 3%}}}", "there is no segment `busines`; expected `business`, `private` or `other`"
    ),
    ("value: {per-customer: 9, churn: {}}", "`churn` says nothing that makes customers leave"),
    ("value: {churn: {breach: 3%}}", "the value of customers has no `per-customer`"),
    ("value: {per-customer: -9, churn: {breach: 3%}}", "-9 is negative"),
    ("value: {per-customer: 9, churn: {breach: 130%}}", "130% is more than 100%"),
    ("removes: {contacts: cal, share: 60%}", "there is no contact type `cal`; expected `call` or `chat`; did you mean `call`?"),
    ("removes: {contacts: call, share: 60%, from: 2026-12-24}", "2026-12-24 lies after the end of the horizon"),
    ("removes: {contacts: call, costs: 20000}", "a removal has no `share`"),
  ])
  func `A mistake is said in a sentence`(lines: String, sentence: String) {
    let said = sentences(text(lines))
    #expect(said.count == 1 && said[0].contains(sentence), "\(said)")
  }

  @Test func `Coefficients need what they go by`() {
    let base = text("value: {per-customer: 9, churn: {unsatisfied: 6%, breach: 3%}}")
    let unjudged = base.replacing("satisfaction: {model: {base: 2}}\n", with: "")
    #expect(
      sentences(unjudged).contains {
        $0.contains("the scenario does not say who is satisfied; expected `satisfaction: {model: {base: 2.6}}`")
      })
    let lines = unjudged.split(separator: "\n").filter { !$0.hasPrefix("targets") }.joined(separator: "\n")
    #expect(
      sentences(lines).count == 2
        && sentences(lines).contains { $0.contains("`breach` has nothing to go by: the scenario promises nothing") })
  }

  @Test func `check says what it comes to`() throws {
    let loaded = try load(
      text(
        """
        currency: EUR
        value: {business: {per-customer: 9000, churn: {unsatisfied: 6%, breach: 3%}}}
        penalties: [{target: Calls, per-breach: 40}, {target: All, below: 80%, each: week, costs: 12000}]
        removes: {contacts: call, share: 60%, costs: 20000, from: 2026-10-12}
        """))
    for line in [
      "business: a customer is worth 9000 EUR; more of them leave: 6 points of those not satisfied and 3 points of those to whom a promise was broken",
      "Calls: each breach costs 40 EUR",
      "All: each week below 80% costs 12000 EUR, 3 weeks judged; 2 that the ends of the horizon cut off cost nothing",
      "60% of call do not come, from 2026-10-12T00:00:00+00:00; it costs 20000 EUR once",
    ] {
      #expect(loaded.picture.contains { $0.contains(line) }, "\(line)\n\(loaded.picture.joined(separator: "\n"))")
    }
    #expect(loaded.remarks.contains { $0.text.contains("nothing is at risk with `private`") })
  }
}
