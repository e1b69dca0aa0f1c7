package import SupportModel

/// What differs between two scenarios in meaning, not in spelling: values as they were resolved, after `extends`, policies, tables and settings.
///
/// Two scenarios that play and promise the same have no differences, however they are written. To add a section of a scenario: a file with its
/// `section`, and a line in `sections`; a test holds the list against the stored properties of `Scenario`.
package enum ScenarioDiff {
  /// In the order in which a reader wants to know: what is promised, who comes, how it is measured, then how the work is done.
  package static let sections: [ScenarioDiffSection] = [
    TargetDiff.section,
    GateDiff.section,
    DemandDiff.section,
    CustomerDiff.section,
    AccessDiff.section,
    CalendarDiff.section,
    HorizonDiff.section,
    ExperimentDiff.section,
    CostDiff.section,
    PeopleDiff.section,
    RoutingDiff.section,
    NameDiff.section,
  ]

  /// Section by section; in each what the baseline has, in its order, then what is new.
  package static func between(_ baseline: Scenario, _ candidate: Scenario) -> [ScenarioChange] {
    let pair = ScenarioPair(baseline: baseline, candidate: candidate)
    return sections.flatMap { $0.changes(pair) }
  }

  /// The same of scenarios that were read with settings from a command line: what they do to the baseline is marked as theirs.
  package static func between(_ baseline: Scenario, _ candidate: Scenario, settledBaseline: Scenario) -> [ScenarioChange] {
    let settings = between(baseline, settledBaseline)
    return between(baseline, candidate).map { change in
      var change = change
      change.isBySetting = settings.contains { own in
        own.section == change.section && own.subject == change.subject && own.aspect == change.aspect && own.now == change.now
      }
      return change
    }
  }
}

/// One section of a scenario and how its meaning is compared.
package struct ScenarioDiffSection: Sendable {
  package enum Kind: Sendable {
    /// What is promised: looser, tighter.
    case promise
    /// The world in which it is promised, or how it is measured: easier, harder.
    case conditions
    /// How the work is done: what gates judge.
    case service
  }

  package var name: String
  package var kind: Kind
  /// Stored properties of `Scenario` that it looks at.
  package var covers: [String]
  package var changes: @Sendable (ScenarioPair) -> [ScenarioChange]
}

/// Baseline and candidate. Their parts are matched by name, for each numbers its own.
package struct ScenarioPair: Sendable {
  package let baseline: Scenario
  package let candidate: Scenario

  package init(baseline: Scenario, candidate: Scenario) {
    self.baseline = baseline
    self.candidate = candidate
  }

  /// Parts of both sides by name, in the order of the baseline; then the new ones.
  func matched<Part>(_ parts: (Scenario) -> [Part], by name: (Part) -> String) -> [(name: String, before: Part?, now: Part?)] {
    let (before, now) = (parts(baseline), parts(candidate))
    let known = before.map(name)
    let old = before.map { part in (name: name(part), before: Optional(part), now: now.first { name($0) == name(part) }) }
    return old + now.filter { !known.contains(name($0)) }.map { (name: name($0), before: nil, now: $0) }
  }
}

extension Scenario {
  func names(ofTypes indices: [Int]) -> [String] { indices.map { contactTypes[$0].name } }
}
