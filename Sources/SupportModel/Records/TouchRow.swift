/// One touch of one contact of one replication, as `touches.csv` shows it. Instants are µs from the start of the horizon; -1: not yet.
package struct TouchRow: Sendable, Equatable {
  /// Whose touch it is. The name is the word in files.
  package enum Kind: String, Sendable, CaseIterable {
    /// The contact's first, and its later ones.
    case first
    case followUp = "follow-up"
    /// Of a group that had it on hold, or approved it.
    case hold, approval
  }

  /// Number of the contact in order of arrival in this replication, from 0; and its type.
  package var contact: Int64
  package var contactType: Int32
  /// Number of the touch, from 1, whoever makes it.
  package var touch: Int32
  package var kind: Kind
  /// Dense agent id of who ended it.
  package var agent: Int32
  package var queuedAt: Int64
  package var beganAt: Int64
  package var talkEndedAt: Int64
  /// End of wrap-up.
  package var endedAt: Int64

  package init(
    contact: Int64, contactType: Int32, touch: Int32, kind: Kind, agent: Int32, queuedAt: Int64, beganAt: Int64, talkEndedAt: Int64,
    endedAt: Int64
  ) {
    self.contact = contact
    self.contactType = contactType
    self.touch = touch
    self.kind = kind
    self.agent = agent
    self.queuedAt = queuedAt
    self.beganAt = beganAt
    self.talkEndedAt = talkEndedAt
    self.endedAt = endedAt
  }
}
