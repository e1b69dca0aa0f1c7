/// What is known of all idle agents below a node: how many they are, and the least of each quantity, so that no agent below can have less.
/// Times in µs.
struct IdleNode: BitwiseCopyable {
  static var nobody: IdleNode { IdleNode() }

  var idle: Int32 = 0
  /// Time spent handling since the start of play.
  var busy = Int64.max
  /// Now minus the time on duty: stands still while the agent is idle.
  var onDutyFrom = Int64.max
  var idleSince = Int64.max

  @inline(__always)
  static func both(_ a: IdleNode, _ b: IdleNode) -> IdleNode {
    IdleNode(
      idle: a.idle + b.idle, busy: min(a.busy, b.busy), onDutyFrom: min(a.onDutyFrom, b.onDutyFrom),
      idleSince: min(a.idleSince, b.idleSince))
  }

  func isSame(as other: IdleNode) -> Bool {
    (idle, busy, onDutyFrom, idleSince) == (other.idle, other.busy, other.onDutyFrom, other.idleSince)
  }
}
