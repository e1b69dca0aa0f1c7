/// An agent's place in the list of the group's people whose work may be put aside.
struct InterruptibleState: BitwiseCopyable {
  var next: Int32 = -1
  var previous: Int32 = -1
  /// When what is in hand began, or went on, last, µs.
  var began: Int64 = 0
  var isListed = false
}
