extension Goal: CustomStringConvertible {
  /// "80 % within 20", times without a unit because the formula does not know it.
  package var description: String {
    switch self {
    case .serviceLevel(let goal, let within, _): "\((100 * goal).shortText) % answered within \(within.shortText)"
    case .meanWait(let limit): "a mean wait of at most \(limit.shortText)"
    case .abandonment(let limit): "an abandonment of at most \((100 * limit).shortText) %"
    case .occupancy(let limit): "an occupancy of at most \((100 * limit).shortText) %"
    case .probabilityOfWait(let limit): "at most \((100 * limit).shortText) % waiting"
    case .blocking(let limit): "at most \((100 * limit).shortText) % refused"
    }
  }
}
