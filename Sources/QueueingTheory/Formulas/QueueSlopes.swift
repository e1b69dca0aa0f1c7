/// The slopes of one queue's measures.
package struct QueueSlopes: Sendable, Equatable {
  /// Of the share of offered contacts that wait.
  package var probabilityOfWait: Slopes
  /// Of the share of offered contacts that leave unserved.
  package var abandonment: Slopes
  /// Of the mean wait of all contacts.
  package var meanWait: Slopes
  /// Of the share of the agents' time spent handling.
  package var occupancy: Slopes
}
