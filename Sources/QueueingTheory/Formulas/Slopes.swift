import Foundation
import SampleStatistics

/// How a measure changes with each of its inputs: partial derivatives per unit of the input.
package struct Slopes: Sendable, Equatable {
  /// Per contact per unit of time.
  package var arrivalRate = 0.0
  /// Per unit of time of the mean handle time.
  package var handleTime = 0.0
  /// Per agent, of the extension to real numbers of agents.
  package var servers = 0.0
  /// Per unit of time of the mean patience; 0 where nobody leaves.
  package var patience = 0.0

  static func + (a: Slopes, b: Slopes) -> Slopes {
    Slopes(
      arrivalRate: a.arrivalRate + b.arrivalRate, handleTime: a.handleTime + b.handleTime, servers: a.servers + b.servers,
      patience: a.patience + b.patience)
  }
  static func * (k: Double, a: Slopes) -> Slopes {
    Slopes(arrivalRate: k * a.arrivalRate, handleTime: k * a.handleTime, servers: k * a.servers, patience: k * a.patience)
  }
  static func - (a: Slopes, b: Slopes) -> Slopes { a + (-1) * b }
}
