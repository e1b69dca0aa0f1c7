import Foundation
import SimulationCore
import Testing

@Suite struct UnitLogarithmTests {
  /// Against the C library over all magnitudes, close to 1 in particular, and at the edges of the table's intervals.
  @Test func `agrees with the C library to thirteen digits`() {
    var draws = RandomStream(seed: 1, replication: 0, name: "logarithm").generator(entity: 0)
    var worst = 0.0
    for step in 0..<300_000 {
      let u = draws.nextUniform()
      let x =
        switch step % 4 {
        case 0: u
        case 1: 1 - u * pow(10, -12 * draws.nextUniform())
        case 2: u * pow(10, -15 * draws.nextUniform())
        default: 0.5 + Double(step % 128) / 256 + (u - 0.5) * 1e-15
        }
      if x <= 0 || x >= 1 { continue }
      worst = max(worst, abs(UnitLogarithm.of(x) - log(x)) / -log(x))
    }
    #expect(worst < 1e-13)
    #expect(UnitLogarithm.of(1) == 0)
    #expect(UnitLogarithm.of(0.5) == log(0.5))
  }
}
