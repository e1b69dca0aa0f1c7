import SupportModel

/// A case made playable: the scenario, and how each expected number is read from its replications.
struct Trial: Sendable {
  var scenario: Scenario
  var quantities: [Quantity]
  /// Expected numbers that are not measured, by path, and why.
  var excused: [String: String] = [:]
  var observing: Observation = []
  var controls: [Control] = []
  /// Helps the quantities on these paths with controls.
  mutating func control(_ paths: [String], with controls: [Control]) {
    self.controls = controls
    for index in quantities.indices where paths.contains(quantities[index].path) { quantities[index].isControlled = true }
  }

  /// Replications before the first look at the half-widths.
  var first = 100
  /// Replications after which a half-width that is still too wide is a failure.
  var atMost = 4_000_000
}

/// Collects the readings a builder offers and keeps those that the case expects.
struct TrialSheet {
  private let targets: [(path: String, value: Double)]
  private let rule: Rule
  private var quantities: [String: Quantity] = [:]
  var excused: [String: String] = [:]

  init(_ targets: [(path: String, value: Double)], rule: Rule) {
    self.targets = targets
    self.rule = rule
  }

  /// With the tolerance written in the case.
  init(_ entry: ValidationCase) {
    self.init(entry.targets, rule: .exact(rel: entry.tolerance["rel"]?.number ?? 0, abs: entry.tolerance["abs"]?.number ?? 0))
  }

  var paths: [String] { targets.map(\.path) }

  /// This is how `path` is read, should the case expect it.
  mutating func offer(
    _ path: String, _ kind: Quantity.Kind = .ratio, rule own: Rule? = nil, read: @escaping @Sendable (Reading) -> Sample
  ) {
    guard let target = targets.first(where: { $0.path == path }) else { return }
    quantities[path] = Quantity(path: path, kind: kind, target: target.value, rule: own ?? rule, read: read)
  }

  mutating func excuse(_ path: String, _ reason: String) {
    if paths.contains(path) { excused[path] = reason }
  }

  /// In the order of the case.
  var measured: [Quantity] { targets.compactMap { excused[$0.path] == nil ? quantities[$0.path] : nil } }
  /// What nobody thought of: must be empty.
  var forgotten: [String] { paths.filter { quantities[$0] == nil && excused[$0] == nil } }

  func trial(_ scenario: Scenario) throws(CaseProblem) -> Trial {
    try CaseProblem.require(forgotten.isEmpty, "\(scenario.name): nothing reads \(forgotten)")
    return Trial(scenario: scenario, quantities: measured, excused: excused)
  }
}
