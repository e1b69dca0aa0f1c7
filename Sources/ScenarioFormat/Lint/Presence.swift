import SimulationCore
import SupportModel

/// When people are there, for pictures and remarks; the event loop has its own tables.
extension AgentGroup {
  /// When at least one person is there who is not on a break.
  func presenceRanges(until end: SimInstant) -> [Range<SimInstant>] {
    steps(until: end).filter { $0.count > 0 }.map(\.range)
  }

  /// People there and not on a break, as steps that tile from the start of the horizon to `end`.
  func steps(until end: SimInstant) -> [(range: Range<SimInstant>, count: Int)] {
    var changes: [SimInstant: Int] = [:]
    func present(_ range: Range<SimInstant>, _ count: Int) {
      let inside = range.clamped(to: .zero..<end)
      guard !inside.isEmpty else { return }
      changes[inside.lowerBound, default: 0] += count
      changes[inside.upperBound, default: 0] -= count
    }
    switch presence {
    case .always(let count): present(.zero..<end, count)
    case .staffing(let steps):
      for (index, step) in steps.enumerated() {
        let until = index + 1 < steps.count ? steps[index + 1].from : max(end, step.from)
        present(step.from..<until, step.count)
      }
    case .roster(let lines):
      for line in lines {
        for shift in line.shifts where shift.start < end {
          present(shift.start..<shift.end, line.agents.count)
          for pause in shift.breaks { present(pause, -line.agents.count) }
        }
      }
    }
    for shift in shiftsOfHired(until: end) {
      present(shift.start..<shift.end, 1)
      for pause in shift.breaks { present(pause, -1) }
    }
    var result: [(range: Range<SimInstant>, count: Int)] = []
    var at = SimInstant.zero
    var count = 0
    for instant in changes.keys.sorted() {
      if instant > at { result.append((at..<instant, count)) }
      count += changes[instant]!
      at = instant
    }
    if at < end { result.append((at..<end, 0)) }
    return result
  }

  /// What those work on the floor who join, nobody having left.
  private func shiftsOfHired(until end: SimInstant) -> [Shift] {
    hires.flatMap { hire in
      hire.people.flatMap { person in
        guard case .roster(let lines) = presence else { return hire.floorFrom < end ? [Shift(start: hire.floorFrom, end: end)] : [] }
        return lines[person.line].shifts.filter { $0.start >= hire.floorFrom && $0.start < end }
      }
    }
  }

  /// Hours people are there inside the horizon, breaks and absence not taken off.
  func scheduledHours(until end: SimInstant) -> Double {
    func hours(_ range: Range<SimInstant>) -> Double {
      let inside = range.clamped(to: .zero..<end)
      return (inside.upperBound - inside.lowerBound).seconds / 3600
    }
    switch presence {
    case .roster(let lines):
      let hired = shiftsOfHired(until: end).reduce(0) { $0 + hours($1.start..<$1.end) }
      return lines.reduce(hired) { sum, line in
        sum + Double(line.agents.count) * line.shifts.reduce(0) { $1.start < end ? $0 + hours($1.start..<$1.end) : $0 }
      }
    default:
      return steps(until: end).reduce(0) { $0 + Double($1.count) * hours($1.range) }
    }
  }
}
