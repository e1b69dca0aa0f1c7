import QueueingTheory
import SimulationCore
import SupportModel

extension SinglePool {
  /// Contacts come back to the same queue after each touch with one chance, however often they were there: with exponential handle times an open
  /// Jackson network of this queue and of places where any number stays for a time of any law (pending, on hold, solved). The queue is M/M/n
  /// with the rate λ ÷ (1 − share), and who comes finds it so.
  ///
  /// Source: Jackson, Management Science 10 (1963); Baskett, Chandy, Muntz & Palacios, Journal of the ACM 22 (1975), for times of any law.
  package struct Feedback: Sendable, Equatable {
    /// Chance after each touch of another one.
    package var share: Double
    /// Mean seconds until then.
    package var delay: Double
  }

  /// nil where a contact has one touch; throws where chances, laws or places make it something else.
  static func feedback(_ type: ContactType) throws(Obstacle) -> Feedback? {
    guard type.hasTouches else { return nil }
    if type.patience != nil || !type.moves.isEmpty || type.approval != nil || type.reads != nil { throw .touches }
    var (left, share, time) = (1.0, 0.0, 0.0)
    func add(_ part: Double, _ delay: Double) {
      share += left * part
      time += left * part * delay
    }
    for hold in type.holds {
      guard case .outside = hold.party, hold.calendar == nil, Set(hold.shares).count == 1, hold.takes.count == 1 else { throw .touches }
      add(hold.shares[0], hold.takes[0].mean)
    }
    left = 1 - share
    if let touches = type.touches, touches.more.contains(where: { $0 > 0 }) {
      guard touches.returns == .tail, touches.talk.isEmpty, touches.wrapUp.isEmpty, Set(touches.more).count == 1,
        Set(touches.neverReplies).count == 1, touches.repliesIn.count == 1
      else { throw .touches }
      let answers = try answers(touches, type.reopening)
      add(touches.more[0] * (1 - touches.neverReplies[0]) * answers.share, answers.delay)
      left *= 1 - touches.more[0]
    }
    if let reopening = type.reopening, reopening.share > 0, let after = reopening.after {
      let isInTime = reopening.within.map { after.cumulative($0.seconds) } ?? 1
      guard isInTime == 1 || reopening.afterWindow == .lost else { throw .touches }
      add(reopening.share * isInTime, after.mean)
    }
    guard share < 1, time.isFinite else { throw .touches }
    return share > 0 ? Feedback(share: share, delay: time / share) : nil
  }

  /// Of the customers who answer at all, those who come back with it, and mean seconds until then.
  private static func answers(_ touches: Touches, _ reopening: Reopening?) throws(Obstacle) -> (share: Double, delay: Double) {
    let law = touches.repliesIn[0]
    guard let close = touches.autoClose else { return (1, law.mean) }
    guard close.calendar == nil, case .time(let after) = close.after else { throw .touches }
    if touches.lateReplies == .lost { return (law.cumulative(after.seconds), min(law.mean, after.seconds)) }
    // Whoever is late opens it again, if that may always be.
    guard reopening?.within == nil else { throw .touches }
    return (1, law.mean)
  }
}
