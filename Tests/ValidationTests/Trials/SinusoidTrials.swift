import Foundation
import SimulationCore
import SupportModel
import SupportPolicies

/// C1, `C.isa` and `C.mtginf`: sinusoidal arrival rates.
enum SinusoidTrials {
  private static let clock = ModelClock()

  /// Poisson with rate a + b sin(2πt/period), t counted from `origin` on, as steps that hold exactly the expected number of arrivals.
  private static func sinusoid(
    _ a: Double, _ b: Double, period: Double, origin: Double, from: Double, until end: Double, steps: Int
  ) -> [ArrivalProcess.RateSegment] {
    let frequency = 2 * Double.pi / period
    func cumulative(_ t: Double) -> Double { a * (t - origin) - b / frequency * cos(frequency * (t - origin)) }
    return (0..<steps).map { step in
      let start = from + (end - from) * Double(step) / Double(steps)
      let stop = from + (end - from) * Double(step + 1) / Double(steps)
      return .init(start: clock.instant(start), end: clock.instant(stop), expected: cumulative(stop) - cumulative(start))
    }
  }

  // MARK: - Mt/G/∞

  /// So many agents that nobody waits. The periodic regime is reached from empty over twenty service times.
  static func infiniteServers(_ entry: ValidationCase) -> Trial {
    let params = entry.params
    // The targets are exact formulas held to 1e-9 elsewhere; a simulation is asked for half a percent.
    var sheet = TrialSheet(entry.targets, rule: .exact(rel: 0.005, abs: 0))
    let origin = params["lambda_bar"] == nil ? 0.0 : 20
    var moments: [(path: String, at: SimInstant)] = []
    for path in sheet.paths where path.hasPrefix("m_") {
      moments.append((path, clock.instant(origin + Double(path.dropFirst(2))!)))
    }
    for path in ["peak_lag", "amplitude", "max_mean_busy"] {
      sheet.excuse(path, "a property of the formula; the curve is measured at its instants")
    }
    let begin = origin > 0 ? clock.instant(origin - 1) : .zero
    let edges = Set(moments.map(\.at) + [begin]).sorted()
    for (path, at) in moments {
      let interval = edges.firstIndex(of: at)! - 1
      sheet.offer(path) { Sample(Double($0.thereAtEnd(of: interval).busy)) }
    }
    let end = edges.last!.seconds / clock.unit
    let segments: [ArrivalProcess.RateSegment]
    if let base = params["lambda_bar"]?.number {
      segments = sinusoid(
        base, params["amplitude"]!.number!, period: params["period"]!.number!, origin: origin, from: 0, until: end, steps: 6_000)
    } else {
      let length = params["segment_length"]!.number!
      segments = params["lambda_per_segment"]!.numbers!.enumerated().map { index, rate in
        .init(start: clock.instant(Double(index) * length), end: clock.instant(Double(index + 1) * length), expected: rate * length)
      }
    }
    let service: any Distribution = params["service"].map(clock.law) ?? clock.exponential(rate: params["mu"]!.number!)
    return sheet.trial(
      Scenario(
        name: entry.id, horizon: clock.horizon(edges: edges, atEnd: .cut), channels: [Channel(name: "phone")], skills: ["call"],
        contactTypes: [
          ContactType(name: "call", skills: [0], arrivals: [ArrivalProcess(pattern: .poisson(segments))], talk: TimedDistribution(service))
        ],
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: 250))],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])))
  }

  // MARK: - Feldman, Mandelbaum, Massey, Whitt

  /// Staffing by the square-root rule on a grid of π/60.
  ///
  /// The number in the system at t = 0 must be Poisson(90). Because patience and service have the same rate 1, it is Poisson whatever the
  /// staffing, so an exact start is a lead of 1 unit from empty at the rate 90 ÷ (1 − e⁻¹).
  static func squareRootStaffing(_ entry: ValidationCase) -> Trial {
    let lead = 1.0
    let end = entry.params["T"]!.number!
    let beta = entry.params["beta"]!.number!
    precondition(entry.params["lambda(t)"]?.string == "100+20 sin t")
    func staff(_ t: Double) -> Int {
      let mean = 100 + 10 * (sin(t) - cos(t))
      return Int((mean + beta * mean.squareRoot() - 1e-9).rounded(.up))
    }
    var steps = [AgentGroup.StaffingStep(from: .zero, count: staff(0))]
    for k in 0..<Int((end * 60 / Double.pi).rounded()) {
      steps.append(.init(from: clock.instant(lead + Double(k) * Double.pi / 60), count: staff(Double(k) * Double.pi / 60)))
    }

    var sheet = TrialSheet(entry)
    var moments: [(text: String, at: SimInstant)] = []
    for path in sheet.paths where path.hasPrefix("snapshots/p_delay(") {
      let text = String(path.dropFirst("snapshots/p_delay(".count).dropLast())
      // The printed times are multiples of π/2, where the grid has a point: the staffing is the one set there.
      let time = (Double(text)! / Double.pi * 2).rounded() * Double.pi / 2
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

    let opening = ArrivalProcess.RateSegment(start: .zero, end: begin, expected: lead * 90 / (1 - exp(-lead)))
    var trial = sheet.trial(
      Scenario(
        name: entry.id, horizon: clock.horizon(edges: edges, atEnd: .cut), channels: [Channel(name: "phone")], skills: ["call"],
        contactTypes: [
          ContactType(
            name: "call", skills: [0],
            arrivals: [
              ArrivalProcess(
                pattern: .poisson(
                  [opening] + sinusoid(100, 20, period: 2 * Double.pi, origin: lead, from: lead, until: lead + end, steps: 4_800)))
            ],
            talk: TimedDistribution(clock.exponential(rate: 1)), patience: TimedDistribution(clock.exponential(rate: 1)))
        ],
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .staffing(steps), endOfShift: .handBack)],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])))
    trial.observing = [.contacts]
    return trial
  }
}
