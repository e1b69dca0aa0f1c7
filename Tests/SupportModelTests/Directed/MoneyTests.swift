import SimulationCore
import Testing

@testable import SupportModel

/// What is lost with customers who leave, what a penalty counts, and who does not come at all, worked out by hand. All times in seconds.
@Suite struct MoneyTests {
  private func scenario(_ types: [ContactType], agents: Int = 1, answerWithin: Double = 20) -> Scenario {
    let target = Target(name: "Answer", contactTypes: types.indices.map { $0 }, answerWithin: .seconds(answerWithin), goal: 0.8)
    return By.hour(types, [By.desk(agents, name: "desk")], targets: [target])
  }

  private func value(unsatisfied: Double = 0, breach: Double = 0, gaveUp: Double = 0) -> CustomerValue {
    var value = CustomerValue(perCustomer: 100)
    (value.unsatisfied, value.breach, value.gaveUp) = (unsatisfied, breach, gaveUp)
    return value
  }

  @Test func `Who is not satisfied and to whom a promise was broken leave with both points, at most all`() throws {
    // The second waits a minute: not in time, and 50 − 60 makes nobody satisfied.
    var one = scenario([By.calls("call", at: [0, 0], talk: 60)])
    var model = Satisfaction.Model(base: 50)
    model.wait = .linear(-1, per: .seconds(1))
    model.breach = -100
    one.satisfaction = Satisfaction(model: model)
    one.valueOfOthers = value(unsatisfied: 0.06, breach: 0.03)
    #expect(try Play(one).record.outcomes[0].leaving == 90_000)
    one.valueOfOthers = value(unsatisfied: 0.7, breach: 0.6)
    #expect(try Play(one).record.outcomes[0].leaving == 1_000_000)
    #expect(try Play(one).record.outcomesByGroup[0].leaving == 1_000_000)
  }

  @Test func `A broken promise counts where nothing is said of satisfaction`() throws {
    var one = scenario([By.calls("call", at: [0, 0, 0], talk: 60)])
    one.valueOfOthers = value(breach: 0.03)
    let play = try Play(one)
    #expect(play.record.outcomes[0].leaving == 60_000 && play.record.outcomes[0].breached == 2)
    #expect(play.rows.allSatisfy { $0.feedback == nil })
  }

  @Test func `What happens twice to a customer with one problem counts once`() throws {
    // Gives up after half a minute, comes again a minute later and gives up again; then a third customer is turned away by a full queue.
    var call = By.calls("call", at: [0, 1, 2], talk: 600, patience: 30)
    call.queueLimit = 1
    call.afterAbandon = .init(probability: 1, delay: ConstantDistribution(60).boxed, atMost: 1)
    var one = scenario([call])
    one.valueOfOthers = value(gaveUp: 0.04)
    let play = try Play(one)
    #expect(play.rows.map(\.outcome) == [.handled, .abandoned, .blocked, .abandoned])
    #expect(play.record.outcomes[0].leaving == 80_000)
  }

  @Test func `Customers of a class without a value are worth nothing`() throws {
    var (business, other) = (By.calls("business", at: [0, 0], talk: 60), By.calls("other", at: [0, 0], talk: 60))
    business.segment = 0
    other.segment = 1
    var one = scenario([business, other])
    one.segments = ["business", "private"]
    one.valueBySegment = [value(breach: 0.03), nil]
    let outcomes = try Play(one).record.outcomes
    #expect(outcomes[0].leaving > 0 && outcomes[1].leaving == 0 && outcomes[1].breached > 0)
  }

  @Test func `A penalty for some contact types counts these as the target does`() throws {
    var one = scenario([By.calls("business", at: [0, 0], talk: 60), By.calls("other", at: [0, 0], talk: 60)])
    one.penalties = [
      Penalty(target: 0, contactTypes: [0], charge: .perBreach(40)), Penalty(target: 0, contactTypes: [0, 1], charge: .perBreach(1)),
    ]
    let record = try Play(one).record
    #expect(record.penalties[1] == record.targets[0] && record.penalties[0].accepted == 2 && record.targets[0].accepted == 4)
    #expect(record.penalties.count == 2 * record.intervalCount)
  }

  @Test func `Who still comes is the same as without the removal, and a larger share takes all that a smaller one takes`() throws {
    for seed in UInt64(1)...40 {
      var call = By.calls("call", at: [], talk: 60)
      call.arrivals = [By.poisson(expected: 60, over: 3_600)]
      var one = scenario([call], agents: 3)
      func instants(_ share: Double?, from: Double = 0) throws -> [Int64] {
        one.removals = share.map { [Removal(contactTypes: [0], label: "call", share: $0, from: By.at(from))] } ?? []
        let play = try Play(one, seed: seed)
        let removed = play.record.removed.reduce(0, +)
        #expect(play.record.contacts.reduce(0) { $0 + $1.offered } == Int64(play.rows.count) && (share != nil || removed == 0))
        return play.rows.map(\.arrivedAt)
      }
      let (all, most, few, late) = (try instants(nil), try instants(0.3), try instants(0.8), try instants(0.8, from: 1_800))
      #expect(Set(few).isSubset(of: most) && Set(most).isSubset(of: all) && few.count < most.count && most.count < all.count)
      #expect(late == all.filter { $0 < 1_800_000_000 } + few.filter { $0 >= 1_800_000_000 })
      #expect(try instants(1).isEmpty && instants(0) == all)
    }
  }

  /// Of 40 × 600 customers, 3.29 standard errors.
  @Test func `Two removals leave the product of what each leaves`() throws {
    var call = By.calls("call", at: [], talk: 1)
    call.arrivals = [By.poisson(expected: 600, over: 3_600)]
    var one = scenario([call], agents: 3)
    one.removals = [Removal(contactTypes: [0], label: "a", share: 0.5), Removal(contactTypes: [0], label: "b", share: 0.4)]
    var (removed, come) = (0.0, 0.0)
    for seed in UInt64(1)...40 {
      let record = try Play(one, seed: seed, observing: []).record
      removed += Double(record.removed.reduce(0, +))
      come += Double(record.contacts.reduce(0) { $0 + $1.offered })
    }
    let share = removed / (removed + come)
    #expect(abs(share - 0.7) < 3.29 * (0.21 / (removed + come)).squareRoot(), "\(share)")
  }

  @Test func `Values and penalties change nothing else in a play`() throws {
    let types = [By.calls("call", at: (0..<40).map { Double($0 * 37) }, talk: 60)]
    var with = scenario(types)
    with.valueOfOthers = value(breach: 0.03, gaveUp: 0.04)
    with.penalties = [Penalty(target: 0, contactTypes: [0], charge: .perBreach(40))]
    let (one, two) = (try Play(with), try Play(scenario(types)))
    #expect(one.journal == two.journal && one.record.contacts == two.record.contacts && one.record.targets == two.record.targets)
    #expect(two.record.outcomes.isEmpty && two.record.penalties.isEmpty && two.record.removed.isEmpty)
  }
}
