package import SimulationCore

/// What is read off a calendar at an instant: how long it has been open by then. Open time between two instants is the difference of their
/// readings, so that one look serves all clocks that go by the calendar.
package struct OpenReading: Sendable, BitwiseCopyable {
  package var at: SimInstant
  /// Since the first stretch of the calendar.
  package var opened: TimeSpan
}
