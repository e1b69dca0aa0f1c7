package import SupportModel

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
