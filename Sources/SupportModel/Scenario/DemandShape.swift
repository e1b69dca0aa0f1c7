package import SimulationCore

/// How extra demand spreads over time after its start. A shape is a distribution of the delay between the start of the event and
/// the contact, so its integral is exactly the stated volume: expected extra contacts by offset t = volume × `share(within: t)`.
package protocol DemandShape: Sendable {
  /// The offset after which nothing more comes.
  var support: TimeSpan { get }
  /// Share of the volume that comes within this offset: 0 at or before 0, exactly 1 at `support` and after.
  func share(within offset: TimeSpan) -> Double
  /// Offsets where the rate jumps or bends, in order, from 0 to `support`: the table the event loop uses has a step at each of them
  /// and equal steps between.
  var corners: [TimeSpan] { get }
  /// This shape in a box; a box gives itself.
  var boxed: AnyDemandShape { get }
}
