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
}
