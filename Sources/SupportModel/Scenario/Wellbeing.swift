package import SimulationCore

/// By what limits the strain on people is reported. Nothing is modelled: nobody tires, and nobody leaves for it.
package struct Wellbeing: Sendable, Equatable {
  /// A group that is busier than this in a reporting interval spends it over the limit.
  package var occupancyLimit: Double
  /// So long without a contact in hand is a pause, whether planned or not; longer than nothing.
  package var pause: TimeSpan

  /// Busier than that over a long time is what the trade advises against; the usual figures are from 80 to 90 %.
  package static let defaultLimit = 0.85
  package static let defaultPause = TimeSpan.minutes(5)

  package init(occupancyLimit: Double = Wellbeing.defaultLimit, pause: TimeSpan = Wellbeing.defaultPause) {
    self.occupancyLimit = occupancyLimit
    self.pause = pause
  }
}
