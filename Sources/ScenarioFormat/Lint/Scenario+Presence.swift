import SimulationCore
import SupportModel

extension Scenario {
  /// Stretches of the horizon in which contacts of a type can arrive by themselves or through a demand event.
  func arrivalStretches(of type: ContactType, on clock: HorizonClock) -> Stretches {
    var windows: [Range<SimInstant>] = []
    for process in type.arrivals {
      switch process.pattern {
      case .poisson(let segments): windows += segments.filter { $0.expected > 0 }.map { $0.start..<$0.end }
      case .renewal: windows.append(.zero..<clock.end)
      case .instants(let instants): windows += instants.map { $0..<($0 + TimeSpan(microseconds: 1)) }
      }
    }
    for event in demandEvents {
      guard event.extra.contains(where: { contactTypes[$0.contactType].name == type.name && $0.expected > 0 }) else { continue }
      switch event.occurrence {
      case .once(let at): windows.append(at..<(at + event.shape.support))
      case .random: windows.append(.zero..<clock.end)
      }
    }
    return Stretches(windows).clipped(to: .zero..<clock.end)
  }

  /// The same less those who do not come because their issue is removed.
  func expectedVolume(of type: Int, on clock: HorizonClock) -> Double {
    let volume = expectedVolume(of: contactTypes[type], on: clock)
    func left(_ type: Int) -> Double { 1 - shareRemoved(type, from: .zero, to: clock.end) }
    guard let mix = contactTypes[type].mix else { return volume * left(type) }
    return volume * zip(mix.variants, mix.shares).reduce(0) { $0 + left($1.0) * $1.1 }
  }

  /// Expected contacts of a type inside the horizon, without demand events and retries.
  func expectedVolume(of type: ContactType, on clock: HorizonClock) -> Double {
    type.arrivals.reduce(0) { sum, process in
      let arrivals: Double
      switch process.pattern {
      case .poisson(let segments): arrivals = segments.reduce(0) { $0 + $1.expected }
      case .renewal(let gap): arrivals = gap.mean.isFinite && gap.mean > 0 ? clock.length.seconds / gap.mean : 0
      case .instants(let instants): arrivals = Double(instants.count)
      }
      return sum + arrivals * (process.batch?.mean ?? 1)
    }
  }
}
