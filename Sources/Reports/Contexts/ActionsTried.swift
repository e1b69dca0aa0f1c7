import Experiments
package import ReportKit
import ServiceMetrics
package import Studies
import SimulationCore
package import SupportModel

/// Changes that were tried on the same customers, in words.
package struct ActionsTried: Sendable {
  /// Without any of them.
  package var scenario: Scenario
  package var findings: ActionFindings
  /// What to type to have each compared; empty where there is no such line.
  package var commands: [String]

  package init(scenario: Scenario, findings: ActionFindings, commands: [String] = []) {
    self.scenario = scenario
    self.findings = findings
    self.commands = commands
  }

  /// The best first.
  package var actions: [ReportAction] {
    findings.actions.enumerated().map { index, action in
      ReportAction(
        what(action.change), effects(action), command: commands.indices.contains(index) ? commands[index] : "")
    }
  }

  /// How they were tried, or why none was.
  package var note: String {
    switch findings.leftOut {
    case .noTargets: return "Nothing is promised, so nothing was tried that would help to keep it."
    case .nothingToTry: return "Nothing was tried: no place of the plan is behind or has people to spare."
    case .tooLong(let contacts):
      return
        "Not tried: one play has \(Words.fixed(Double(contacts), decimals: 0)) contacts, and trying single changes would take longer than the "
        + "run itself."
    case .interrupted: return "Not tried: the run was interrupted."
    case .notWanted: return "Single changes were not tried (--no-actions)."
    case nil: break
    }
    let tried =
      "\(Words.counted(findings.tried, "single change")) tried on the first \(Words.counted(findings.replications, "play")) of the same customers"
    if findings.actions.isEmpty {
      return findings.isSparing
        ? "\(tried): nobody can be spared without risking a promise." : "\(tried): none of them surely helps by itself."
    }
    return findings.isSparing ? "\(tried); with each of these every promise stays kept." : "\(tried)."
  }

  // MARK: Words

  /// `one more at 10:00 in front-line`, `one moved from early to late in front-line`
  private func what(_ change: StaffChange) -> String {
    if change.moves.count == 2 {
      let (from, to) = (change.moves[0], change.moves[1])
      return "one moved from \(place(from)) to \(place(to)) in \(scenario.groups[to.group].name)"
    }
    let move = change.moves[0]
    let count = abs(move.people) == 1 ? "one" : "\(abs(move.people))"
    let place = place(move)
    return
      "\(count) \(move.people > 0 ? "more" : "fewer")\(place.isEmpty ? "" : " \(preposition(move)) \(place)") in \(scenario.groups[move.group].name)"
  }

  private func preposition(_ move: StaffChange.Move) -> String {
    if case .step(let index) = move.place { return isShort(move.group, index) ? "at" : "from" }
    return "on"
  }

  private func place(_ move: StaffChange.Move) -> String {
    switch (scenario.groups[move.group].presence, move.place) {
    case (.staffing(let steps), .step(let index)):
      let end = index + 1 < steps.count ? steps[index + 1].from : SimInstant.zero + scenario.horizon.length
      return isShort(move.group, index) ? clock(steps[index].from) : "\(clock(steps[index].from)) to \(clock(end))"
    case (.roster(let lines), .line(let index)): return lines[index].shift
    default: return ""
    }
  }

  /// A step no longer than a reporting interval is said by its beginning.
  private func isShort(_ group: Int, _ index: Int) -> Bool {
    guard case .staffing(let steps) = scenario.groups[group].presence, let interval = scenario.horizon.intervals.first else { return false }
    let end = index + 1 < steps.count ? steps[index + 1].from : SimInstant.zero + scenario.horizon.length
    return end - steps[index].from <= interval.end - interval.start
  }

  private func clock(_ instant: SimInstant) -> String { ScenarioClock(scenario.horizon).minute(instant.microseconds) }

  /// `Individual +6.1 points`, the clearest first, then the money.
  private func effects(_ action: TriedAction) -> [ReportText] {
    let moved = action.levels.indices.filter { target in
      guard let value = action.levels[target].difference else { return false }
      return abs(value) >= 0.0005
    }.sorted { abs(action.levels[$0].difference!) > abs(action.levels[$1].difference!) }
    var effects = moved.prefix(3).map { target in
      let level = action.levels[target]
      let value = level.difference!
      let isSure = (level.low ?? 0) > 0 || (level.high ?? 0) < 0
      return ReportText(
        "\(scenario.targets[target].name) \(Words.signed(value, .share))", isSure ? (value > 0 ? .good : .bad) : .muted,
        number: ReportNumber(value, low: level.low, high: level.high))
    }
    if let cost = action.cost?.difference {
      effects.append(ReportText(Words.signed(cost, .money(scenario.currency)), number: ReportNumber(cost)))
    }
    return effects
  }
}
