/// What happened to the contacts of one type that arrived in one interval (or in any union of these: cells add up).
///
/// A contact is counted in the interval of its arrival, in full. Times are sums in whole microseconds. Conservation, at every instant:
/// offered = handled + abandoned + balked + blocked + disconnected + disconnectedLate + stillOpen.
package struct ContactCell: CountCell {
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
  /// Left after an answer: the queue, where they were handed back, or an agent who was not through.
  package var disconnectedLate: Int64 = 0
  /// Neither finished nor gone when play ended.
  package var stillOpen: Int64 = 0
  /// Of offered: attempts after the first of the same need.
  package var retried: Int64 = 0
  /// Of handled: on the first attempt of the need.
  package var handledFirst: Int64 = 0
  /// Of offered − blocked: no agent took it at once.
  package var hadToWait: Int64 = 0
  /// Of handled, disconnected and disconnectedLate: an agent answered.
  package var answered: Int64 = 0
  /// Queue time up to the first answer of `answered`, µs.
  package var waitAnswered: Int64 = 0
  /// Queue time of abandoned contacts, µs.
  package var waitAbandoned: Int64 = 0
  /// Queue time of all others that were accepted, up to the first answer or so far, µs.
  package var waitOther: Int64 = 0
  /// Waits after a first answer, by contacts that were handed back, and their time, µs.
  package var waitsAgain: Int64 = 0
  package var waitAgain: Int64 = 0
  /// Sum of squared queue times (up to the first answer) of all accepted contacts, in units of (1,024 µs)², in two words that add up each for itself: the upper one
  /// counts 2³².
  private var squaresHigh: Int64 = 0
  private var squaresLow: Int64 = 0
  /// Talk time of handled contacts, µs.
  package var talk: Int64 = 0
  /// Wrap-up time of handled contacts, µs.
  package var wrapUp: Int64 = 0
  /// Integral of the number waiting over the interval itself, contact·µs.
  package var queueIntegral: Int64 = 0
  /// Integral of the number in talk over the interval itself, contact·µs; 0 for types of which an agent holds one at a time.
  package var inHandIntegral: Int64 = 0

  package init() {}

  /// Sum of squared queue times (up to the first answer) of all accepted contacts, s².
  package var waitSquares: Double { (Double(squaresHigh) * 0x1p32 + Double(squaresLow)) * (1.024e-3 * 1.024e-3) }

  /// Adds the square of a queue time in µs, which is rounded to the nearest 1,024 µs.
  @inline(__always)
  mutating func addSquare(ofWait wait: Int64) {
    let square = UInt64(truncatingIfNeeded: (wait &+ 512) &>> 10).multipliedFullWidth(by: UInt64(truncatingIfNeeded: (wait &+ 512) &>> 10))
    squaresHigh &+= Int64(truncatingIfNeeded: square.high &<< 32 | square.low &>> 32)
    squaresLow &+= Int64(truncatingIfNeeded: square.low & 0xFFFF_FFFF)
  }
}
