import Experiments
import SupportModel

/// Both sides of a gate with the targets that it asks about, each side with the definitions of both.
///
/// A target that changed would compare two questions: 45 seconds now with 30 seconds before. So the baseline is measured by the candidate's
/// definition too, under the candidate's name, and both sides by the definitions of the baseline, under names that nobody can type. What is only
/// measured steers no routing, so both sides play as they would without it.
struct JudgedTargets {
  /// nil: there is nothing to compare with.
  private(set) var baseline: Scenario?
  private(set) var candidate: Scenario
  /// The candidate before the baseline's customers, where they were weakened and both play the same stretch of time.
  private(set) var onBaselineDemand: Scenario?
  private static let mark = "\u{1E}"

  /// `terms`: the baseline with what it promised; `changes`: what became of that.
  init(baseline: Scenario?, candidate: Scenario, terms: Scenario?, changes: [ScenarioChange]) {
    self.candidate = candidate
    guard var played = baseline else { return }
    let pair = ScenarioPair(baseline: played, candidate: candidate)
    for (old, new) in TargetPairs(pair).pairs {
      let (before, now) = (pair.baseline.targets[old], candidate.targets[new])
      let isSame = TargetMeaning(before, pair.baseline) == TargetMeaning(now, candidate)
      if isSame, before.name == now.name { continue }
      if Self.add(now, of: candidate, to: &played, as: now.name) {
        played.targets[old].name += Self.mark + "own"
      } else if !played.targets.contains(where: { $0.name == now.name }) {
        // None of its contacts came before: each side is measured by its own words.
        played.targets[old].name = now.name
      }
    }
    if let terms {
      for target in terms.targets {
        Self.add(target, of: terms, to: &played, as: Self.name(target.name))
        Self.add(target, of: terms, to: &self.candidate, as: Self.name(target.name))
      }
    }
    self.baseline = played
    if terms != nil, BaselineCustomers.areWeakened(by: changes.filter { !$0.isBySetting }) {
      onBaselineDemand = BaselineCustomers.meeting(self.candidate, from: played)
    }
  }

  /// The question of a gate of the baseline, by the baseline's own definition of its target.
  static func question(_ gate: Gate, in terms: Scenario) -> MetricQuestion? {
    var question = gate.question(in: terms)
    if case .target(let name, let abandons)? = question?.part { question?.part = .target(Self.name(name), abandons: abandons) }
    return question
  }

  private static func name(_ target: String) -> String { target + mark + "terms" }

  /// Nothing, and false, where none of its contact types is there.
  @discardableResult
  private static func add(_ target: Target, of scenario: Scenario, to other: inout Scenario, as name: String) -> Bool {
    var target = target
    target.contactTypes = scenario.names(ofTypes: target.contactTypes).compactMap { type in
      other.contactTypes.firstIndex { $0.name == type }
    }.sorted()
    guard !target.contactTypes.isEmpty else { return false }
    if let calendar = target.terms.calendar {
      // Its hours come along under a name that nobody can type.
      var hours = scenario.calendars[calendar]
      hours.name = Self.mark + hours.name
      if let same = other.calendars.firstIndex(of: hours) {
        target.terms.calendar = same
      } else {
        other.calendars.append(hours)
        target.terms.calendar = other.calendars.count - 1
      }
    }
    target.name = name
    target.isOnlyMeasured = true
    other.targets.append(target)
    return true
  }
}
