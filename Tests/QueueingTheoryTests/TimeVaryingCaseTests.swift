import Foundation
import Testing
import TestSupport

@testable import QueueingTheory

/// Every case of C1. The offered loads to their stated tolerance; the forward equations to 1e-7, which is what the expected values carry
/// (their arrival totals differ from whole numbers in the tenth digit), not to the width of a simulation.
@Suite struct TimeVaryingCaseTests {
  static let cases = SharedCases.load("C1_time_varying.json")

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: cases)
  func `time-varying queues agree with exact values`(_ c: SharedCases.Case) throws {
    switch c.family {
    case "C.mtginf": try offeredLoad(c)
    case "C.time_varying": try surge(c)
    case "C.isa": try sinusoid(c)
    case "C.time_varying.shift_specific": try namedLeavers(c)
    default: Issue.record("no test knows the case \(c.id)")
    }
  }

  private func offeredLoad(_ c: SharedCases.Case) throws {
    if c.params["lambda_per_segment"] != nil {
      let load = OfferedLoad(
        rate: try RateSteps(rates: c.numbers("lambda_per_segment"), length: c.number("segment_length")),
        handleTime: try ExponentialLaw(mean: 1 / c.number("mu")))
      for (t, expected) in c.series("m_") { c.check("m_\(t)", against: expected, { load.at(t) }) }
      return
    }
    let load = try SinusoidalLoad(
      meanRate: c.number("lambda_bar"), amplitude: c.number("amplitude"), period: c.number("period"),
      handleTime: try Laws.make(c.record("service")))
    // The file rounds the instant in the key; the rate's quarters are meant.
    let quarter = c.number("period") / 8
    for (t, expected) in c.series("m_") {
      let exact = (t / quarter).rounded() * quarter
      c.check("m_\(t)", against: expected, { load.at(abs(exact - t) < 1e-5 ? exact : t) })
    }
    c.check("peak_lag", load.peakLag)
    c.check("amplitude", load.amplitude)
    c.check("max_mean_busy", load.maximum)
  }

  /// "6 on [0,2), 14 on [2,4), 5 on [4,8)" and the two other spellings in the file.
  private func rate(_ c: SharedCases.Case) throws -> RateSteps {
    let steps: [(from: Double, rate: Double)]
    switch c.params["lambda(t)"] as? String ?? "" {
    case let text where text.hasPrefix("6 on [0,2)"): steps = [(0, 6), (2, 14), (4, 5)]
    case let text where text.hasPrefix("3 on [0,1)"): steps = [(0, 3), (1, 9)]
    case let text where text.hasPrefix("4 | 12 on [1,2) | 4"): steps = [(0, 4), (1, 12), (2, 4)]
    case let text: throw Laws.Unknown(dist: text)
    }
    return try RateSteps(steps)
  }

  private func surge(_ c: SharedCases.Case) throws {
    let theta = c.number("theta")
    let queue = try TransientQueue(
      rate: rate(c), handleTime: 1 / c.number("mu"), patience: theta > 0 ? 1 / theta : nil,
      staffing: c.pairs("staff_from_time").map { (from: $0[0], agents: Int($0[1])) },
      shiftEnd: c.params["shift_end_convention"] as? String == "preempt" ? .preempt : .exhaustive)
    let end = c.number("T")
    let keys = c.expected.keys.filter { $0.hasPrefix("t=") }
    let instants = Set(keys.compactMap { Double($0.dropFirst(2).replacingOccurrences(of: "+", with: "")) }).sorted()
    let solution = try queue.solve(at: instants, until: end)
    #expect(!keys.isEmpty)
    for key in keys {
      let t = try #require(Double(key.dropFirst(2).replacingOccurrences(of: "+", with: "")))
      let index = try #require(instants.firstIndex(of: t))
      let shot = key.hasSuffix("+") ? solution.after[index] : solution.before[index]
      let expected = (c.expected[key] as? [String: NSNumber] ?? [:]).mapValues(\.doubleValue)
      #expect(expected.count == 3)
      if let e = expected["mean_busy"] { c.check("\(key) busy", against: e, { shot.meanBusy }, rel: 1e-7) }
      if let e = expected["mean_queue"] { c.check("\(key) queue", against: e, { shot.meanQueue }, rel: 1e-7) }
      if let e = expected["p_all_busy"] { c.check("\(key) all busy", against: e, { shot.probabilityAllBusy }, rel: 1e-7) }
    }
    let totals = solution.totals
    let expected = (c.expected["totals_0_T"] as? [String: NSNumber] ?? [:]).mapValues(\.doubleValue)
    let values: [String: Double] = [
      "expected_arrivals": totals.arrivals, "fraction_arrivals_finding_all_busy": totals.delayed / totals.arrivals,
      "expected_abandoned": totals.abandoned, "abandon_fraction_of_arrivals": totals.abandoned / totals.arrivals,
      "time_average_queue": totals.waitingTime / end, "time_average_busy": totals.busyTime / end,
      "busy_over_scheduled": totals.busyTime / totals.scheduledTime, "mean_wait_per_arrival_lt": totals.waitingTime / totals.arrivals,
    ]
    for (key, e) in expected {
      guard let value = values[key] else {
        Issue.record("\(c.id): no test knows \(key)")
        continue
      }
      c.check(key, against: e, { value }, rel: 1e-7)
    }
  }

  private func sinusoid(_ c: SharedCases.Case) throws {
    let beta = c.number("beta")
    c.check("beta", try Garnett.beta(probabilityOfWait: c.id.hasSuffix("0.2") ? 0.2 : 0.5, ratio: 1), rel: 1e-9)
    // m as the case writes it, for with β = 0 the last digit of m decides whether ⌈m⌉ is 100 or 101.
    let staffing = (0..<240).map { k in
      let t = Double(k) * .pi / 60
      let m = 100 + 10 * (sin(t) - cos(t))
      return (from: t, agents: Int((m + beta * m.squareRoot()).rounded(.up)))
    }
    let queue = try TransientQueue(
      handleTime: 1, patience: 1, staffing: staffing, shiftEnd: .preempt, start: .poisson(mean: 90), rate: { 100 + 20 * sin($0) })
    let snapshots = (1...4).map { Double(30 * $0) * .pi / 60 }
    let solution = try queue.solve(at: snapshots, until: c.number("T"))
    c.check("fraction_delayed_over_T", solution.totals.delayed / solution.totals.arrivals, rel: 1e-6)
    c.check("abandon_fraction_over_T", solution.totals.abandoned / solution.totals.arrivals, rel: 1e-6)
    c.check("expected_arrivals", solution.totals.arrivals, rel: 1e-9)
    let expected = (c.expected["snapshots"] as? [String: NSNumber] ?? [:]).mapValues(\.doubleValue)
    for (shot, name) in zip(solution.after, ["1.5708", "3.1416", "4.7124", "6.2832"]) {
      let e = try #require(expected["p_delay(\(name))"])
      c.check("p_delay(\(name))", against: e, { shot.probabilityAllBusy }, rel: 1e-7)
    }
  }

  /// The third convention is not one of the solver's: at the end of the shift the busy agents are split at random into leavers and stayers,
  /// then the stayers are an M/M/5+M queue and each leaver finishes on its own.
  private func namedLeavers(_ c: SharedCases.Case) throws {
    let (before, after) = (Int(c.number("agents_until_t1")), Int(c.number("agents_after")))
    let t1 = c.number("t1")
    let rate = try RateSteps([(from: 0, rate: c.number("lambda"))])
    let first = try TransientQueue(
      rate: rate, handleTime: 1, patience: 2, staffing: [(from: 0, agents: before)], shiftEnd: .preempt
    ).solve(at: [t1], until: t1)
    func expected(_ key: String, _ what: String) -> Double? { (c.expected[key] as? [String: NSNumber])?[what]?.doubleValue }
    func check(_ key: String, _ what: String, _ value: Double) {
      if let e = expected(key, what) { c.check("\(key) \(what)", against: e, { value }, rel: 1e-7) }
    }
    check("t1-", "mean_busy", first.before[0].meanBusy)
    check("t1-", "mean_queue", first.before[0].meanQueue)
    // Hypergeometric split: of `busy` agents, k are among the stayers.
    func choose(_ n: Int, _ k: Int) -> Double { k < 0 || k > n ? 0 : (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) } }
    var stayers = [Double](repeating: 0, count: first.finalNumber.count)
    var leaving = 0.0
    for (number, p) in first.finalNumber.enumerated() {
      let busy = min(number, before)
      for k in 0...min(busy, after) {
        let share = choose(after, k) * choose(before - after, busy - k) / choose(before, busy)
        // Waiting contacts stay behind the busy stayers; there are some only where everybody is busy.
        stayers[min(stayers.count - 1, k + number - busy)] += p * share
        leaving += p * share * Double(busy - k)
      }
    }
    let delays = [0, 0.25, 0.5, 1, 3]
    let second = try TransientQueue(
      rate: rate, handleTime: 1, patience: 2, staffing: [(from: t1, agents: after)], shiftEnd: .preempt, start: .law(stayers)
    ).solve(at: delays.map { t1 + $0 }, until: t1 + 3)
    for (index, (delay, name)) in zip(delays, ["t1+", "t1+0.25", "t1+0.5", "t1+1", "t1+3"]).enumerated() {
      check(name, "mean_busy_stayers", second.after[index].meanBusy)
      check(name, "mean_busy_leavers", leaving * exp(-delay))
      check(name, "mean_queue", second.after[index].meanQueue)
      check(name, "p_all_stayers_busy", second.after[index].probabilityAllBusy)
    }
  }
}
