/// The people of one group at one instant, the end of an interval, just before anything else happens then. A picture, not a sum: there is
/// no `+` (see `OpenContacts`).
package struct PeopleThere: Sendable, Equatable, BitwiseCopyable {
  /// Idle on duty.
  package var available: Int64 = 0
  /// With something in hand, talk or wrap-up, overtime included.
  package var busy: Int64 = 0

  package init() {}
}
