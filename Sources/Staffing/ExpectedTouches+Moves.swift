import SimulationCore
import SupportModel

extension ExpectedTouches {
  /// The legs that follow touches of one number: whoever goes on is where neither a hold nor a wait for the customer follows.
  func moveOn(_ touches: [Double], after touch: Int, _ index: Int, into legs: inout [[Double]]) {
    let type = scenario.contactTypes[index]
    func value(_ list: [Double]) -> Double { list[min(touch, list.count) - 1] }
    let left =
      (1 - type.approvedShare(after: touch)) * (1 - type.holds.reduce(0) { $0 + value($1.shares) })
      * (1 - (type.touches.map { value($0.more) } ?? 0))
    for move in type.moves {
      let share = left * scenario.expectedShare(of: move, in: index)
      for (to, part) in parts(of: move) {
        guard let delay = move.delay else {
          for interval in touches.indices { legs[to][interval] += touches[interval] * share * part }
          continue
        }
        spreading.spread(touches, share * part, delay, into: &legs[to]) { $0 + $1 }
      }
    }
  }

  /// The types in which contacts go on, with their shares.
  private func parts(of move: Move) -> [(type: Int, share: Double)] {
    guard let mix = scenario.contactTypes[move.to].mix else { return [(move.to, 1)] }
    return Array(zip(mix.variants, mix.shares)).map { ($0, $1) }
  }
}
