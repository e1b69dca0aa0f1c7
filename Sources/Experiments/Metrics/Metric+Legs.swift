import ServiceMetrics
import SupportModel

extension Metric {
  /// Which of the distributions of a record (`ReplicationRecord.times`) are of a scope: those of its contact types, and of all but the total, in which
  /// a contact counts once, those of later legs in them.
  static func times(of span: TimedSpan?, in scope: Scope, _ scenario: Scenario) -> [Int] {
    let types = scenario.contactTypes.indices.filter { scope.holds(scenario.contactTypes[$0], index: $0) }
    if span != nil || !scenario.hasMoves || scope.whole == Scope() { return types }
    return types + types.map { $0 + scenario.contactTypes.count }
  }
}
