import SimulationCore

@testable import SupportModel

extension ScenarioGenerator {
  mutating func contactType(_ index: Int) -> ContactType {
    var type = ContactType(
      name: "type\(index)", channel: int(0...1), skills: (0..<skillCount).filter { _ in chance(0.4) }, priority: int(0...2),
      talk: timed(most: chance(0.3) ? 600 : 120))
    if type.skills.isEmpty && chance(0.8) { type.skills = [int(0...skillCount - 1)] }
    type.arrivals = (0..<(chance(0.2) ? 2 : 1)).map { _ in arrivals(index) }
    if chance(0.5) { type.wrapUp = timed(most: 60) }
    if chance(0.6) { type.patience = timed(most: 300) }
    if chance(0.2) { type.balk = pick([0.1, 0.5, 1]) }
    if chance(0.3) { type.queueLimit = pick([0, 1, 2, 5, 10]) }
    if chance(0.25) {
      type.opens = .init(
        calendar: calendar(int(1...3)), outside: chance(0.5) ? .refuse : .wait, atClose: chance(0.5) ? .serve : .disconnect)
    }
    if chance(0.3) { type.afterAbandon = retry() }
    if chance(0.3) { type.afterBlocked = retry() }
    return type
  }

  private mutating func retry() -> ContactType.Retry {
    ContactType.Retry(
      probability: pick([0.3, 0.7, 1]), delay: duration(most: 300), atMost: int(1...3), sameWork: chance(0.5), samePatience: chance(0.5))
  }

  private mutating func arrivals(_ type: Int) -> ArrivalProcess {
    var process = ArrivalProcess(pattern: pattern())
    if chance(0.15) { process.batch = chance(0.5) ? ConstantDistribution(2).boxed : EmpiricalDistribution(values: [0, 1, 3]).boxed }
    if chance(0.25) {
      let factor: any Distribution = chance(0.5) ? EmpiricalDistribution(values: [0.25, 1, 1.75]) : UniformDistribution(from: 0, to: 2)
      process.busyness = .init(factor: factor, name: chance(0.5) ? "day" : "type\(type)")
    }
    return process
  }

  private mutating func pattern() -> ArrivalProcess.Pattern {
    let expected = Double(int(10...60))
    switch int(0...4) {
    case 0, 1:
      let edges = Set([0, length, second(), second()]).sorted()
      return .poisson(
        zip(edges, edges.dropFirst()).map {
          .init(start: instant($0), end: instant($1), expected: chance(0.1) ? 0 : expected * Double($1 - $0) / Double(length))
        })
    case 2: return .renewal(gap: ConstantDistribution(Double(max(10, length / int(10...60) / 10 * 10))).boxed)
    case 3: return .renewal(gap: ExponentialDistribution(mean: Double(length) / expected).boxed)
    default: return .instants((0..<int(5...40)).map { _ in second() }.sorted().map(instant))
    }
  }

  mutating func demandEvent(_ index: Int) -> DemandEvent {
    let shape: any DemandShape
    switch int(0...2) {
    case 0: shape = SpikeShape(rise: .seconds(Double(pick([0, 60, 300]))), halfLife: .seconds(Double(pick([30, 120]))))
    case 1: shape = AdoptionShape(peak: .seconds(Double(pick([0, 300, 600]))), spread: .seconds(Double(pick([60, 300]))))
    default: shape = CurveShape(every: .seconds(120), weights: [1, 0, 3, 2])
    }
    return DemandEvent(
      name: "event\(index)",
      occurrence: chance(0.6) ? .once(at: instant(second() - 300)) : .random(perSecond: Double(int(1...3)) / Double(length)),
      extra: someTypes().map { .init(contactType: $0, expected: Double(int(0...20))) }, shape: shape,
      sizeFactor: chance(0.4) ? EmpiricalDistribution(values: [0.5, 1, 1.5]).boxed : nil,
      startsLate: chance(0.4) ? duration(most: 600) : nil)
  }
}
