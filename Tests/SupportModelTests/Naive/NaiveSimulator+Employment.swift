import Foundation
import SimulationCore

@testable import SupportModel

/// People who join, are trained, and leave for good.
extension NaiveSimulator {
  func planEmployment() {
    for agent in agents { if let hire = agent.hire { plan(.joining(agent), at: hire.from.microseconds) } }
    for group in scenario.groups.indices { planWeekEnd(0, group: group) }
  }

  private func planWeekEnd(_ week: Int, group: Int) {
    let ends = scenario.groups[group].attrition?.weekEnds ?? []
    if week < ends.count { plan(.weekEnd(group: group, week: week), at: ends[week].microseconds) }
  }

  private func isRostered(_ agent: NaiveAgent) -> Bool {
    if case .roster = scenario.groups[agent.group].presence { true } else { false }
  }

  /// A shift that begins before training is over.
  func isOfTraining(_ shift: AgentGroup.Shift, _ agent: NaiveAgent) -> Bool { agent.hire.map { shift.start < $0.floorFrom } ?? false }

  // MARK: - Coming

  func join(_ agent: NaiveAgent) {
    note(.joined, agent: agent)
    let over = agent.hire!.floorFrom.microseconds
    if over > now { plan(.trainingEnd(agent), at: over) }
    if isRostered(agent) { return planShift(agent) }
    scheduledChanges[agent.group].append((now, 1))
    if over > now { train(agent) } else { becomeFree(agent) }
  }

  func train(_ agent: NaiveAgent) {
    agent.isTraining = true
    agent.become(.offline, isOvertime: false, now: now)
    note(.offlineStarted, agent: agent)
  }

  func endTraining(_ agent: NaiveAgent) {
    if agent.leftAt != nil { return }
    note(.trained, agent: agent)
    if isRostered(agent) { return }
    agent.isTraining = false
    note(.offlineEnded, agent: agent)
    becomeFree(agent)
  }

  // MARK: - Going

  func endWeek(_ week: Int, group: Int) {
    let chance = 1 - pow(1 - scenario.groups[group].attrition!.perYear, 7 / 365)
    for agent in agents where agent.group == group && isEmployed(agent) {
      var draws = stream("attrition/\(scenario.groups[group].name)").generator(
        entity: RandomStream.hash(ownName(agent)) &+ UInt64(week) &* 0x9E37_79B9_7F4A_7C15)
      if draws.nextUniform() < chance { leaveForGood(agent) }
    }
    planWeekEnd(week + 1, group: group)
  }

  /// Since before now.
  private func isEmployed(_ agent: NaiveAgent) -> Bool {
    agent.leftAt == nil && (agent.hire.map { $0.from.microseconds < now } ?? true)
  }

  /// People without names are numbered in their group.
  private func ownName(_ agent: NaiveAgent) -> String {
    if isRostered(agent) || agent.hire != nil { return agent.name }
    return "\(scenario.groups[agent.group].name) \(Int(agent.name)! + 1)"
  }

  private func leaveForGood(_ agent: NaiveAgent) {
    agent.leftAt = now
    note(.leftForGood, agent: agent)
    if !isRostered(agent) {
      scheduledChanges[agent.group].append((now, -1))
    } else if agent.isAbsent {
      absentChanges[agent.group].append((now, -1))
    } else if agent.isOnShift || agent.isLate || agent.isTraining {
      scheduledChanges[agent.group].append((now, -1))
      cancel(agent.activityEvent)
    }
    (agent.isOnShift, agent.isLate, agent.isAbsent, agent.isDue, agent.isTraining) = (false, false, false, false, false)
    if agent.isBusy {
      agent.become(agent.activity, isOvertime: true, now: now)
    } else if agent.activity != .off {
      note(.shiftEnded, agent: agent)
      leave(agent)
    }
    releaseKept(by: agent)
  }

  // MARK: - The record

  func countEmployment(_ group: Int, _ interval: Horizon.Interval, _ cell: inout GroupCell) {
    if case .staffing = scenario.groups[group].presence { return }
    let range = interval.start.microseconds..<interval.end.microseconds
    for agent in agents where agent.group == group {
      let from = agent.hire?.from.microseconds ?? .min / 2
      let end = agent.leftAt ?? .max
      cell.employed += overlap(from, end, interval)
      cell.trained += overlap(max(from, agent.hire?.floorFrom.microseconds ?? from), end, interval)
      if range.contains(from) { cell.joined += 1 }
      if range.contains(end) { cell.left += 1 }
    }
  }
}
