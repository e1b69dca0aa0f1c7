package import SimulationCore
package import SupportModel

/// All that a section about the clock of one contact may look at.
package struct ClockContext: Sendable {
  package let target: Target
  package let timeline: ClockTimeline
  /// The promise in words: `resolved within 16h`.
  package let promise: String
  /// The clock in words, a sentence each.
  package let explanation: [String]
  /// Names of priorities, and instants as people read them.
  package let priorityName: @Sendable (Int) -> String
  package let spoken: @Sendable (SimInstant) -> String
  package let iso: @Sendable (SimInstant) -> String

  package init(
    target: Target, timeline: ClockTimeline, promise: String, explanation: [String], priorityName: @escaping @Sendable (Int) -> String,
    spoken: @escaping @Sendable (SimInstant) -> String, iso: @escaping @Sendable (SimInstant) -> String
  ) {
    self.target = target
    self.timeline = timeline
    self.promise = promise
    self.explanation = explanation
    self.priorityName = priorityName
    self.spoken = spoken
    self.iso = iso
  }

  /// The word of an event, as files of events have it.
  package func name(of event: ContactClock.Event) -> String {
    switch event {
    case .created: "created"
    case .answered: "answered"
    case .replied: "replied"
    case .customer: "customer"
    case .phase(.waiting): "open"
    case .phase(let phase): phase.name
    case .priority(let priority): "priority=\(priorityName(priority))"
    }
  }
}
