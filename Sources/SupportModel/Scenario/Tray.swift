/// Assigned work: contacts of a channel belong to one agent, who works them one at a time.
package struct Tray: Sendable, Equatable {
  /// When a contact that belongs to nobody becomes somebody's.
  package enum Assigns: String, Sendable, CaseIterable {
    /// When it comes: of anybody at work with room in the tray.
    case onArrival = "on-arrival"
    /// When somebody is free, who takes as many as there is room for.
    case whenFree = "when-free"
  }

  /// Most that wait for one agent or are in hand; what comes back to its agent is not counted against it.
  package var room: Int
  package var assigns: Assigns
  /// At the end of a shift it waits for the next one of its agent; otherwise it belongs to nobody again.
  package var keeps: Bool

  /// More for one agent is a slip rather than a plan.
  package static let most = 10_000

  package init(room: Int, assigns: Assigns = .onArrival, keeps: Bool = false) {
    self.room = room
    self.assigns = assigns
    self.keeps = keeps
  }
}

extension Scenario {
  /// Contacts of some type belong to one agent.
  package var hasTrays: Bool { contactTypes.contains { tray(of: $0) != nil } }

  /// nil: contacts of a type wait for whoever comes to them.
  package func tray(of type: ContactType) -> Tray? { channels.indices.contains(type.channel) ? channels[type.channel].tray : nil }
}
