import SimulationCore
import Testing

@testable import SupportModel

/// Clocks of contacts to which anything may happen.
@Suite struct ClockPropertyTests {
  /// Nine to five on sixty days.
  private static let hours: ClockHours = {
    let days = (0..<60).map { day -> Range<SimInstant> in
      let midnight = SimInstant.zero + TimeSpan.days(Double(day))
      return (midnight + .hours(9))..<(midnight + .hours(17))
    }
    return ClockHours(open: BusinessTime(days), wall: .elapsed)
  }()

  @Test(arguments: 0..<300)
  func `A resolution clock counts the open time of every phase in which it runs, and nothing else`(_ seed: Int) {
    var random = RandomStream(seed: UInt64(seed), replication: 0, name: "clock").generator(entity: 0)
    func draw(_ count: Int) -> Int { Int(random.nextUniform() * Double(count)) }
    var terms = ClockTerms()
    terms.pauses = ClockPhases(ClockPhase.pausing.filter { _ in draw(2) == 0 })
    var durations = ClockDurations(draw(2) == 0 ? .time(.hours(Double(1 + draw(30)))) : .businessDays(1 + draw(4)))
    durations.byPriority = [(1, .time(.hours(Double(1 + draw(10)))))]
    let rule = ClockRule(.resolution, durations, terms, draw(3) == 0 ? .always : Self.hours)
    let created = SimInstant.zero + .hours(Double(draw(48)))
    var now = created
    let events = (0..<(2 + draw(12))).map { _ -> (at: SimInstant, event: ContactClock.Event) in
      now = now + TimeSpan(microseconds: Int64(random.nextUniform() * 20 * 3_600e6))
      switch draw(5) {
      case 0: return (now, .replied)
      case 1: return (now, .customer)
      case 2: return (now, .priority(draw(3)))
      case 3: return (now, .answered)
      default: return (now, .phase(ClockPhase.allCases[draw(ClockPhase.allCases.count)]))
      }
    }
    let rows = ClockTimeline(rule, priority: draw(2), created: created, events: events).rows
    var counted = TimeSpan.zero
    for (row, next) in zip(rows, rows.dropFirst()) {
      let runs = !row.phase.isOver && !terms.pauses.contains(row.phase)
      if runs { counted = counted + rule.hours.open.elapsed(from: row.at, to: next.at) }
      #expect(next.elapsed == counted, "seed \(seed) at \(next.at)")
      let state: ServiceClock.State = row.phase.isOver ? .off : runs ? .running : .paused
      #expect(row.state == state)
      if let measurement = next.measurement { #expect(measurement.elapsed == counted && next.phase.isOver) }
    }
  }

  @Test(arguments: 0..<300) func `What is left is used up exactly when it is due`(_ seed: Int) {
    for open in [ClockHours.always, Self.hours] {
      var random = RandomStream(seed: UInt64(seed), replication: 1, name: "due").generator(entity: 0)
      var clock = ServiceClock(seed % 2 == 0 ? .time(.hours(Double(1 + seed % 40))) : .businessDays(1 + seed % 5))
      var now = SimInstant.zero + .hours(random.nextUniform() * 72)
      clock.begin(.running, at: now, open)
      for _ in 0..<6 {
        now = now + TimeSpan(microseconds: Int64(random.nextUniform() * 9 * 3_600e6))
        clock.set(random.nextUniform() < 0.4 ? .paused : .running, at: now, open)
        guard let allowed = clock.allowed, let due = clock.dueIfRunning(at: now, open) else { continue }
        let elapsed = clock.elapsed(at: now, open)
        let left = allowed - elapsed
        #expect(elapsed + left == allowed)
        #expect(open.open.elapsed(from: now, to: due) == (left > .zero ? left : .zero))
        if clock.state == .running { #expect(clock.elapsed(at: due, open) == (left > .zero ? allowed : elapsed)) }
      }
    }
  }
}
