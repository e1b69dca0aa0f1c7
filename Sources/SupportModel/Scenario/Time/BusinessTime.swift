package import SimulationCore

/// A clock that runs only while a calendar is open.
///
/// ```swift
/// let office = BusinessTime(Stretches([nine..<five, nextNine..<nextFive]))
/// office.elapsed(from: four, to: nextTen)                // 2 h: one until closing, one since opening
/// office.due(after: .hours(2), from: four)               // nextTen
/// ```
///
/// Open time is real elapsed time, so a night in which the clock is put back counts the hour it repeats. All arithmetic is on whole
/// microseconds and exact: the open time before each stretch is a prefix sum, and every question is a search in it that begins where the answer is about to be
/// (`AscendingSearch`).
///
/// What is not covered by the stretches is closed. A calendar of a scenario reaches from two days before the horizon to 28 days after it;
/// a clock that would have to run longer has no due instant.
package struct BusinessTime: Sendable, Equatable {
  /// When the clock runs.
  package let stretches: Stretches
  /// Open microseconds before each stretch begins; the last of them is all there is. One more than there are stretches.
  private let before: [Int64]
  /// Ends of the stretches.
  private let ends: AscendingSearch
  /// Open microseconds by the end of each stretch.
  private let openedBy: AscendingSearch

  package init(_ stretches: Stretches) {
    self.stretches = stretches
    var before: [Int64] = [0]
    before.reserveCapacity(stretches.count + 1)
    for range in stretches.ranges { before.append(before[before.count - 1] + (range.upperBound - range.lowerBound).microseconds) }
    self.before = before
    ends = AscendingSearch(stretches.ranges.map { $0.upperBound.microseconds })
    openedBy = AscendingSearch(Array(before.dropFirst()))
  }

  package init(_ ranges: some Sequence<Range<SimInstant>>) { self.init(Stretches(ranges)) }

  /// Every hour counts: open for 73,000 years before the start and after it.
  package static let always = BusinessTime([SimInstant(microseconds: -(1 << 61))..<SimInstant(microseconds: 1 << 61)])

  /// A calendar that opens at an instant is open at it, and one that closes is closed.
  package func isOpen(at instant: SimInstant) -> Bool { stretches.contains(instant) }

  /// The first instant at or after this one at which it is open; nil: it never opens again.
  package func nextOpen(from instant: SimInstant) -> SimInstant? {
    let position = stretches.firstEnding(after: instant)
    return position < stretches.count ? max(instant, stretches.ranges[position].lowerBound) : nil
  }

  /// The first instant after this one at which it closes; nil: it is closed for ever.
  package func nextClose(after instant: SimInstant) -> SimInstant? {
    let position = stretches.firstEnding(after: instant)
    return position < stretches.count ? stretches.ranges[position].upperBound : nil
  }

  /// Open time in `[start, end)`; nothing when the end comes first.
  package func elapsed(from start: SimInstant, to end: SimInstant) -> TimeSpan {
    start < end ? TimeSpan(microseconds: opened(before: end) - opened(before: start)) : .zero
  }

  /// The earliest instant, not before `start`, by which the open time since `start` is this long: used up exactly at closing it is due at
  /// closing, and no time at all is due at once, open or not. nil: there is not so much open time.
  package func due(after amount: TimeSpan, from start: SimInstant) -> SimInstant? {
    amount <= .zero ? start : due(after: amount, from: reading(at: start))
  }

  /// The same from an instant at which it was read.
  package func due(after amount: TimeSpan, from start: OpenReading) -> SimInstant? {
    if amount <= .zero { return start.at }
    let wanted = start.opened.microseconds + amount.microseconds
    guard let last = before.last, wanted <= last else { return nil }
    // The first stretch at whose end so much has been open.
    let position = openedBy.firstAbove(wanted - 1)
    return stretches.ranges[position].lowerBound + TimeSpan(microseconds: wanted - before[position])
  }

  /// The latest instant, not after `end`, from which the open time until `end` is this long; nil: there is not so much open time.
  package func start(of amount: TimeSpan, until end: SimInstant) -> SimInstant? {
    if amount <= .zero { return end }
    let wanted = opened(before: end) - amount.microseconds
    guard wanted >= 0 else { return nil }
    // The last stretch at whose beginning no more than that has been open.
    var low = 0
    var high = stretches.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if before[middle] > wanted { high = middle - 1 } else { low = middle }
    }
    return stretches.ranges[low].lowerBound + TimeSpan(microseconds: wanted - before[low])
  }

  /// How long it has been open by an instant.
  package func reading(at instant: SimInstant) -> OpenReading {
    OpenReading(at: instant, opened: TimeSpan(microseconds: opened(before: instant)))
  }

  /// Open microseconds before an instant, since the first stretch.
  private func opened(before instant: SimInstant) -> Int64 {
    let position = ends.firstAbove(instant.microseconds)
    guard position < stretches.count else { return before[position] }
    return before[position] + max(0, (instant - stretches.ranges[position].lowerBound).microseconds)
  }
}
