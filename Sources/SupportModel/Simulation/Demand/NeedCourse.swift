import SimulationCore

/// What is to be known of a need where contacts cause others. Times in µs.
struct NeedCourse: BitwiseCopyable {
  /// Of the first contact: its number in order of arrival in this replication, entity, type, instant and counted interval (-1: none).
  var number: Int64 = -1
  var entity: UInt64
  var type: Int32
  var interval: Int32 = -1
  var openedAt: Int64
  /// Contacts so far, and how many of them had other keys than the present one.
  var contacts: Int32 = 0
  var underOtherKeys: Int32 = 0
  var recontacts: Int32 = 0
  /// Its first contact has not come to the door yet.
  var isInSelfService = false
  /// Its present contact keeps a place to be called, the calls so far, and that the present one reaches nobody.
  var isCallback = false
  var calls: Int32 = 0
  var isCalledInVain = false
  /// Times that the customer asked after the present contact, and when they do next. Of a chaser: the need and the
  /// number of the contact that it asks after; otherwise −1.
  var chases: Int32 = 0
  var chaseEvent = EventHandle.none
  var parent: Int32 = -1
  var parentContact: Int64 = -1
  /// What became of the other of two contacts with the same thing.
  enum Other: UInt8, BitwiseCopyable {
    /// Nobody has taken it; it is in somebody's care; solved; over without that.
    case untouched, taken, solved, gone
  }
  /// Where the present contact comes a second time: by the rule of which type and when; the key of the second one while that is open, and how many
  /// there were of the need.
  var duplicateType: Int32 = -1
  var duplicateEvent = EventHandle.none
  var duplicate: Int32 = -1
  var duplicates: Int32 = 0
  /// It is the second one, and keeps the key of that (its need is `parent`).
  var isDuplicate = false
  /// The number of the other of the two, what is known of it, the law of merging (index into the samplers), and that this one is seen to be the same.
  var otherContact: Int64 = -1
  var other = Other.untouched
  var mergingTakes: Int32 = -1
  var isMerging = false
  /// The number of the present contact, from its second one on; -1: there was none.
  var lastContact: Int64 = -1
  /// Factor on the handle time of its present contact.
  var handle = 1.0
  /// Its last contact was handled.
  var isSolved = false
  /// When a contact of it was first handled, or -1, which one that was, from 1, and when the next one came, or -1.
  var solvedAt: Int64 = -1
  var solvedBy: Int32 = 0
  var backAt: Int64 = -1
  /// When a contact of it was handled last, or -1.
  var lastSolvedAt: Int64 = -1

  /// A contact comes, and nobody with the same thing beside it yet; of a second one both are known.
  mutating func beginAlone() {
    isMerging = false
    if isDuplicate { return }
    duplicateType = -1
    duplicateEvent = .none
    duplicate = -1
    other = .untouched
    lastContact = -1
  }
}
