import SimulationCore
import SupportModel

extension ArrivalProcess {
  mutating func scale(by factor: Double, name: String) {
    switch pattern {
    case .poisson(let segments):
      pattern = .poisson(segments.map { RateSegment(start: $0.start, end: $0.end, expected: $0.expected * factor) })
    case .renewal(let gap): pattern = .renewal(gap: ScaledDistribution(gap, by: 1 / factor).boxed)
    case .instants:
      busyness =
        busyness.map { Busyness(factor: ScaledDistribution($0.factor, by: factor), name: $0.name) }
        ?? Busyness(factor: ConstantDistribution(factor), name: name)
    }
  }
}
