import SimulationCore

/// Instants of the horizon.
extension Decoding {
  /// A date and time; without dates a time of the first day or a duration from the start.
  func moment(_ field: Field) -> SimInstant? {
    let clock = clock
    let instant: SimInstant?
    if clock.hasDates {
      instant = read(field, .moment, InstantText.read).map(clock.instant)
    } else if let text = field.node.word, case .success = InstantText.read(text) {
      reportUndated(text, at: field)
      return nil
    } else if field.node.scalar?.contains(":") == true {
      instant = read(field, .timeOfDay, TimeOfDay.read).map { .zero + .seconds(Double($0.seconds)) }
    } else {
      instant = duration(field).map { .zero + $0 }
    }
    guard let instant else { return nil }
    if instant >= clock.end {
      report(
        "\(field.node.described) lies after the end of the horizon",
        expected: "a start before \(clock.hasDates ? clock.isoText(clock.end) : spelled(clock.length))",
        at: field)
      return nil
    }
    return instant
  }
}
