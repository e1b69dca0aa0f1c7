/// A customer at the door: one approach to be let in, served, queued or turned away.
struct Attempt {
  /// Whose.
  var need: Int32
  /// Since when it waits, µs; before 0 for work that was open before the horizon.
  var since: Int64
  /// The work in µs where it is known already, else -1.
  var talk: Int64
  /// Work that was open before the horizon is past the door: nobody refuses it and it does not balk.
  var isPastTheDoor = false
}
