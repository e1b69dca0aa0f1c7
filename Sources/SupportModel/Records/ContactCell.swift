/// What happened to the contacts of one type that arrived in one interval (or in any union of these: cells add up).
///
/// A contact is counted in the interval of its arrival, in full. Times are sums in whole microseconds. Conservation, at every instant:
/// offered = handled + abandoned + balked + blocked + disconnected + stillOpen.
package struct ContactCell: Sendable, Equatable, BitwiseCopyable {
  /// Asked for service: everyone below.
  package var offered: Int64 = 0
  package var handled: Int64 = 0
  /// Left the queue before service.
  package var abandoned: Int64 = 0
  /// Left at once because it had to wait.
  package var balked: Int64 = 0
  /// Refused entry: queue or lines full, or outside opening hours.
  package var blocked: Int64 = 0
  /// Cut off: still waiting at closing time, or in hand when an agent had to drop it.
  package var disconnected: Int64 = 0
  /// Neither finished nor gone when play ended.
  package var stillOpen: Int64 = 0
  /// Of offered: attempts after the first of the same need.
  package var retried: Int64 = 0
  /// Of handled: on the first attempt of the need.
  package var handledFirst: Int64 = 0
  /// Of offered − blocked: no agent took it at once.
  package var waited: Int64 = 0
  /// Queue time of handled contacts, µs.
  package var waitHandled: Int64 = 0
  /// Queue time of abandoned contacts, µs.
  package var waitAbandoned: Int64 = 0
  /// Queue time of disconnected and still open contacts so far, µs.
  package var waitOther: Int64 = 0
  /// Sum of squared queue times of all accepted contacts, s².
  package var waitSquares: Double = 0
  /// Longest queue time of any accepted contact, µs. Cells add up by maximum here.
  package var waitMax: Int64 = 0
  /// Talk time of handled contacts, µs.
  package var talk: Int64 = 0
  /// Wrap-up time of handled contacts, µs.
  package var wrapUp: Int64 = 0
  /// Integral of the number waiting over the interval itself, contact·µs.
  package var queueIntegral: Int64 = 0
  /// Waiting at the end of the interval, just before anything else happens at that instant.
  package var waitingAtEnd: Int64 = 0
  /// In the hands of agents at the end of the interval.
  package var handlingAtEnd: Int64 = 0
  /// Of both: those that came longer ago than each of `BacklogAge.limits`, and so are in the classes beyond it. The ages of one instant.
  package var olderAtEnd = BacklogAge.Counts()

  package init() {}

  package static func += (a: inout Self, b: Self) {
    a.offered += b.offered
    a.handled += b.handled
    a.abandoned += b.abandoned
    a.balked += b.balked
    a.blocked += b.blocked
    a.disconnected += b.disconnected
    a.stillOpen += b.stillOpen
    a.retried += b.retried
    a.handledFirst += b.handledFirst
    a.waited += b.waited
    a.waitHandled += b.waitHandled
    a.waitAbandoned += b.waitAbandoned
    a.waitOther += b.waitOther
    a.waitSquares += b.waitSquares
    a.waitMax = max(a.waitMax, b.waitMax)
    a.talk += b.talk
    a.wrapUp += b.wrapUp
    a.queueIntegral += b.queueIntegral
    a.waitingAtEnd += b.waitingAtEnd
    a.handlingAtEnd += b.handlingAtEnd
    a.olderAtEnd += b.olderAtEnd
  }
}
