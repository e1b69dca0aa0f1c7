import ServiceMetrics
package import SupportModel

/// How a metric is computed from one replication.
package enum MetricFormula: Sendable {
  /// From what happened to contacts; whole horizon and by interval.
  case contacts(@Sendable (ContactAggregate) -> Ratio)
  /// From the course of a play: given the intervals of a scope, the whole horizon's number first and then one for each of them.
  case course(@Sendable (_ intervals: ArraySlice<ContactAggregate>) -> [Ratio])
  /// From what was measured of the metric's `TimedSpan`; whole horizon and by interval.
  case span(@Sendable (SpanCell) -> Ratio)
  /// From one target's cell; whole horizon and by interval.
  case target(@Sendable (TargetCell) -> Ratio)
  /// From how many promises of a target fall due; whole horizon and by interval.
  case due(@Sendable (Int64) -> Ratio)
  /// From one target's cell in each treatment of abandons; whole horizon and by interval.
  case treatedTarget(@Sendable (TargetCell, Target.Abandons) -> Ratio)
  /// A verdict about each interval, 0 or 1 of 0 or 1; the whole horizon is the sum over its intervals.
  case targetIntervals(@Sendable (TargetCell, Target) -> Ratio)
  /// A verdict about each local day, 0 or 1 of 0 or 1; the whole horizon is the sum over its days. Not by interval.
  case targetDays(@Sendable (TargetCell, Target) -> Ratio)
  /// From what people did; whole horizon and by interval.
  case people(@Sendable (PeopleAggregate) -> Ratio)
  /// From what happened to contacts, and of single groups from what their people did; whole horizon and by interval.
  case contactsAndPeople(@Sendable (ContactAggregate) -> Ratio, people: @Sendable (PeopleAggregate) -> Ratio)
  /// As `people`, of the groups with a cost and the total.
  case money(@Sendable (PeopleAggregate) -> Ratio)
  /// From what broken promises cost; whole horizon and by interval.
  case charges(@Sendable (ChargeAggregate) -> Ratio)
  /// From single agents, whole horizon only.
  case agents(@Sendable (_ all: [AgentTotals], _ members: [Int]) -> Ratio)
  /// From the histograms of times: the metric says of which and which share (`Metric.span`, `Metric.percentile`).
  case timePercentile
}
