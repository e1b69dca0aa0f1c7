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
    OutcomeDiff.section,
    MoneyDiff.section,
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

extension Scenario {
  func names(ofTypes indices: [Int]) -> [String] { indices.map { contactTypes[$0].name } }
}
