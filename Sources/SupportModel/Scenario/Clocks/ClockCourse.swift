/// What moves the clock of a promise: what it times, and on which terms. Plain values, for the event loop reads them all the time.
package struct ClockCourse: Sendable, BitwiseCopyable {
  package let measure: Target.Measure
  package let terms: ClockTerms

  /// Whether an event says anything to a clock that times this.
  @inline(__always)
  func listens(to event: ContactClock.Event) -> Bool {
    switch event {
    case .answered: measure == .answer
    case .replied: measure != .resolution
    case .created, .customer, .phase, .priority: true
    }
  }
}
