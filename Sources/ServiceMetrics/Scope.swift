package import SupportModel

/// What an estimate is about. Keys that are nil do not restrict; a scope with none is the total.
package struct Scope: Hashable, Sendable {
  /// Index into `Scenario.contactTypes`.
  package var contactType: Int?
  /// Index into `Scenario.channels`.
  package var channel: Int?
  /// Index into `Scenario.segments`.
  package var segment: Int?
  /// The number of a named priority (`Scenario.priorities`), in which contacts come.
  package var priority: Int?
  /// Index into `Scenario.groups`.
  package var group: Int?
  /// Index into `Scenario.targets`.
  package var target: Int?
  /// For service levels: how abandons are treated.
  package var abandons: Target.Abandons?
  /// Index into `Horizon.intervals`; nil: the whole counted horizon, or a period of it.
  package var interval: Int?
  /// Index into `Horizon.periods`: a week, a day or an hour of the week, in place of an interval.
  package var period: Int?

  package init(
    contactType: Int? = nil, channel: Int? = nil, segment: Int? = nil, priority: Int? = nil, group: Int? = nil, target: Int? = nil,
    abandons: Target.Abandons? = nil, interval: Int? = nil, period: Int? = nil
  ) {
    self.contactType = contactType
    self.channel = channel
    self.segment = segment
    self.priority = priority
    self.group = group
    self.target = target
    self.abandons = abandons
    self.interval = interval
    self.period = period
  }

  /// The same of the whole counted horizon.
  package var whole: Scope {
    var scope = self
    (scope.interval, scope.period) = (nil, nil)
    return scope
  }
}
