import Foundation
import SimulationCore
import SupportModel
import SupportPolicies

/// C1, `C.isa` and `C.mtginf`: sinusoidal arrival rates.
enum SinusoidTrials {
  private static let clock = ModelClock()

  /// Poisson with the rate of a wave, t counted from `origin` on, as steps that hold exactly the expected number of arrivals.
  static func wave(
    _ wave: RateWords.Wave, origin: Double = 0, from: Double = 0, until end: Double, steps: Int = 4_800
  ) -> [ArrivalProcess.RateSegment] {
    func cumulative(_ t: Double) -> Double {
      wave.level * (t - origin) - wave.swing / wave.frequency * cos(wave.frequency * (t - origin))
    }
    return (0..<steps).map { step in
      let start = from + (end - from) * Double(step) / Double(steps)
      let stop = from + (end - from) * Double(step + 1) / Double(steps)
      return .init(start: clock.instant(start), end: clock.instant(stop), expected: cumulative(stop) - cumulative(start))
    }
  }

  // MARK: - Mt/G/∞

  /// So many agents that nobody waits. The periodic regime is reached from empty over twenty service times.
  static func infiniteServers(_ entry: ValidationCase) throws -> Trial {
    let params = entry.params
    // The targets are exact formulas held to 1e-9 elsewhere; a simulation is asked for half a percent.
    var sheet = TrialSheet(entry.targets, rule: .exact(rel: 0.005, abs: 0))
    let origin = params["lambda_bar"] == nil ? 0.0 : 20
    var moments: [(path: String, at: SimInstant)] = []
    for path in sheet.paths where path.hasPrefix("m_") {
      guard let time = Double(path.dropFirst(2)) else { continue }
      moments.append((path, clock.instant(origin + time)))
    }
    for path in ["peak_lag", "amplitude", "max_mean_busy"] {
      sheet.excuse(path, "a property of the formula; the curve is measured at its instants")
    }
    try CaseProblem.require(!moments.isEmpty, "no instant to measure at")
    let begin = origin > 0 ? clock.instant(origin - 1) : .zero
    let edges = Set(moments.map(\.at) + [begin]).sorted()
    for (path, at) in moments {
      let interval = edges.firstIndex(of: at)! - 1
      sheet.offer(path) { Sample(Double($0.thereAtEnd(of: interval).busy)) }
    }
    let end = edges.last!.seconds / clock.unit
    let segments: [ArrivalProcess.RateSegment]
    if let base = params["lambda_bar"]?.number {
      segments = try wave(
        RateWords.Wave(level: base, swing: params.number("amplitude"), frequency: 2 * Double.pi / params.number("period")), origin: origin,
        until: end, steps: 6_000)
    } else {
      let length = try params.number("segment_length")
      segments = try params.numbers("lambda_per_segment").enumerated().map { index, rate in
        .init(start: clock.instant(Double(index) * length), end: clock.instant(Double(index + 1) * length), expected: rate * length)
      }
    }
    let service = try params["service"].map(clock.law) ?? clock.exponential(rate: params.number("mu")).boxed
    // Twelve standard deviations above the most there can be at once on average, the busiest rate kept up for ever.
    let busiest = segments.map { $0.expected / ($0.end - $0.start).seconds }.max()! * service.mean
    let enough = Int(busiest + 12 * busiest.squareRoot()) + 10
    return try sheet.trial(
      Scenario(
        name: entry.id, horizon: clock.horizon(edges: edges, atEnd: .cut), channels: [Channel(name: "phone")], skills: ["call"],
        contactTypes: [
          ContactType(name: "call", skills: [0], arrivals: [ArrivalProcess(pattern: .poisson(segments))], talk: TimedDistribution(service))
        ],
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: enough))],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])))
  }

  // MARK: - Feldman, Mandelbaum, Massey, Whitt

  /// Staffing by the square-root rule on a grid of π/60, or whatever part of π the rule names.
  ///
  /// The number in the system at t = 0 must be Poisson(90), or what the case says. Because patience and service have the same rate μ, it is
  /// Poisson whatever the staffing, so an exact start is a lead of 1 unit from empty at the rate 90 μ ÷ (1 − e^(−μ)).
  static func squareRootStaffing(_ entry: ValidationCase) throws -> Trial {
    let lead = 1.0
    let end = try entry.params.number("T")
    let beta = try entry.params.number("beta")
    let rate = try RateWords.wave(entry.params.string("lambda(t)"))
    let mu = try entry.params.number("mu")
    try CaseProblem.require(entry.params["theta"]?.number == mu, "the law of the start is known for theta = mu only")
    guard let start = try entry.params.string("initial").firstMatch(of: /Poisson\(([0-9.]+)\)/), let present = Double(start.1) else {
      throw CaseProblem("no start: \(entry.params["initial"] ?? .null)")
    }
    let part = entry.params["staff_rule"]?.string?.firstMatch(of: /pi\/(\d+)/).flatMap { Double($0.1) } ?? 60
    let step = Double.pi / part
    func staff(_ t: Double) -> Int {
      let mean = rate.presence(at: t, mu: mu)
      return Int((mean + beta * mean.squareRoot() - 1e-9).rounded(.up))
    }
    var steps = [AgentGroup.StaffingStep(from: .zero, count: staff(0))]
    for k in 0..<Int((end / step).rounded()) {
      steps.append(.init(from: clock.instant(lead + Double(k) * step), count: staff(Double(k) * step)))
    }

    var sheet = TrialSheet(entry)
    var moments: [(text: String, at: SimInstant)] = []
    for path in sheet.paths where path.hasPrefix("snapshots/p_delay(") {
      let text = String(path.dropFirst("snapshots/p_delay(".count).dropLast())
      guard let printed = Double(text) else { throw CaseProblem("no instant: \(path)") }
      // The printed times are rounded points of the grid: the staffing is the one set there.
      let time = (printed / step).rounded() * step
      moments.append((text, clock.instant(lead + time) + ModelClock.microsecond))
    }
    let (begin, stop) = (clock.instant(lead), clock.instant(lead + end))
    let edges = Set(moments.map(\.at).filter { $0 < stop } + [begin, stop]).sorted()
    for (text, at) in moments {
      let interval = edges.firstIndex(of: at)! - 1
      sheet.offer("snapshots/p_delay(\(text))") { Sample($0.thereAtEnd(of: interval).available == 0 ? 1 : 0) }
      sheet.offer("snapshots/s(\(text))") {
        Sample(Double($0.thereAtEnd(of: interval).available + $0.thereAtEnd(of: interval).busy))
      }
    }
    sheet.offer("expected_arrivals") { Sample(Double($0.contacts(in: nil).offered)) }
    sheet.offer("fraction_delayed_over_T") { Sample($0.contacts(in: nil).hadToWait, per: $0.contacts(in: nil).offered) }
    // Everyone who gives up between 0 and T, those who were there at 0 included: the cells only know who came after 0.
    let window = begin.microseconds..<stop.microseconds
    sheet.offer("abandon_fraction_over_T") { reading in
      let abandoned = reading.rows.count { $0.outcome == .abandoned && window.contains($0.endedAt) }
      return Sample(Double(abandoned), per: Double(reading.contacts(in: nil).offered))
    }
    sheet.excuse("beta", "an input")
    for path in ["min_delay_prob", "max_delay_prob"] { sheet.excuse(path, "an extreme over all instants; measured at four of them") }

    let opening = ArrivalProcess.RateSegment(start: .zero, end: begin, expected: lead * present * mu / (1 - exp(-mu * lead)))
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: clock.horizon(edges: edges, atEnd: .cut), channels: [Channel(name: "phone")], skills: ["call"],
        contactTypes: [
          ContactType(
            name: "call", skills: [0],
            arrivals: [
              ArrivalProcess(
                pattern: .poisson(
                  [opening] + wave(rate, origin: lead, from: lead, until: lead + end)))
            ],
            talk: TimedDistribution(clock.exponential(rate: mu)), patience: TimedDistribution(clock.exponential(rate: mu)))
        ],
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .staffing(steps), endOfShift: .handBack)],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])))
    trial.observing = [.contacts]
    return trial
  }
}
