package import SupportModel

/// What a people metric may look at: the summed cell of one group, or of all, in one interval or over the whole counted horizon.
package struct PeopleAggregate: Sendable {
  /// Of the interval, or summed over all of them.
  package var cell = GroupCell()
  /// Likewise, how customers found the contacts that the group ended.
  package var outcomes = OutcomeCell()
  /// Longest stretch of work without a pause, of any interval where it is summed over them.
  package var longestStretch = LongestTime()
  /// Length of the interval (of the counted horizon), µs.
  package var length: Int64
  /// What paid time costs, overtime at its multiplier; groups without a cost add nothing.
  package var cost = 0.0
  /// Units that an agent's capacity is divided into.
  package var capacity: Int64 = 1

  package init(length: Int64) { self.length = length }
}
