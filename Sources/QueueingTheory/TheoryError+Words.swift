extension TheoryError: CustomStringConvertible {
  /// One line for a person, with the quantity and its allowed range.
  package var description: String {
    switch self {
    case .outOfRange(let quantity, let value, let allowed):
      return "the \(quantity) is \(value.shortText); it must be \(allowed)"
    case .unstable(let load, let servers):
      return
        "unstable: \(load.shortText) erlangs arrive for \(servers.shortText) agents and nobody leaves, so the queue grows without bound"
    case .unreachable(let goal):
      return "no number of agents gives \(goal)"
    case .neverCarried(let goal, let servers):
      return "\(servers.shortText) agents cannot give \(goal), however little arrives"
    case .alwaysCarried(let goal):
      return "\(goal) holds however much arrives"
    case .abandonmentUnexplained(let observed, let lowest, let highest):
      return
        "no patience explains an abandonment of \((100 * observed).shortText) %: with this volume and staffing it lies between \((100 * lowest).shortText) % and \((100 * highest).shortText) %"
    case .unexplained(let goal, let worst, let best):
      return "no number of agents explains \(goal): it would lie between \(worst.shortText) and \(best.shortText)"
    case .undefined(let measure, let formula):
      return "\(formula) has no \(measure)"
    case .tooLarge(let formula, let agents):
      return "\(formula) is too large to solve for \(agents) agents and so long a queue"
    case .numerical:
      // The library's own words mean nothing to who asked.
      return "the computation did not reach its accuracy: a rate, a duration or a count is far out of the ordinary"
    }
  }
}
