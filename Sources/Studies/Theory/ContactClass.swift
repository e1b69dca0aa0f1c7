import SupportModel

/// All that may matter for what becomes of a contact at the end of its next touch: what it is, which touch of its leg that is, and for what.
///
/// ```swift
/// ContactClass(type: 0)   // has just come
/// ```
struct ContactClass: Hashable {
  /// What the touch is for.
  enum Task: Hashable {
    /// The contact itself.
    case own
    /// The group that has it on hold, by the position among its type's holds.
    case hold(Int)
    /// Somebody must approve the touch before.
    case approval
  }

  /// Index into `Scenario.contactTypes`.
  var type: Int
  /// From 1; the last one that its type tells apart stands for all later ones.
  var touch = 1
  /// Recontacts of the need so far; the most that anything asks for stands for more.
  var recontacts = 0
  var task = Task.own
}

/// What may follow a touch.
struct ContactStep {
  var to: ContactClass
  var chance: Double
  /// Mean seconds until it comes for that.
  var delay = 0.0
}

extension ContactType {
  /// Touches that the type tells apart in what follows them.
  var touchesTold: Int {
    var most = 1
    for hold in holds { most = max(most, hold.shares.count, hold.takes.count) }
    if let touches { most = max(most, touches.more.count, touches.neverReplies.count, touches.repliesIn.count) }
    return max(most, approval?.shares.count ?? 1, touches.map { max($0.talk.count, $0.wrapUp.count) + 1 } ?? 1)
  }
}
