import Testing

@testable import SampleStatistics

@Suite struct ShapleyOrdersTests {
  /// Numbers that look random and are the same everywhere (SplitMix64).
  private struct Draws {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }
  }

  private func permutations(_ players: [Int]) -> [[Int]] {
    players.isEmpty ? [[]] : players.flatMap { first in permutations(players.filter { $0 != first }).map { [first] + $0 } }
  }

  /// Worth of every coalition of four, by its bits.
  private func game(seed: UInt64, players: Int = 4) -> [Int64] {
    var draws = Draws(state: seed)
    return (0..<(1 << players)).map { $0 == 0 ? 0 : Int64(draws.next(below: 2001)) - 700 }
  }

  @Test func `shares are those of brute force over all orders, to the last unit`() {
    let orders = ShapleyOrders(everyOrderOf: 4)
    #expect(orders.denominator == 24 && orders.coalitions.count == 16)
    for seed in 0..<200 {
      let worth = game(seed: UInt64(seed))
      var expected = [Int64](repeating: 0, count: 4)
      for order in permutations([0, 1, 2, 3]) {
        var coalition = 0
        for player in order {
          let with = coalition | 1 << player
          expected[player] += worth[with] - worth[coalition]
          coalition = with
        }
      }
      let shares = orders.shares(worth)
      #expect(shares == expected, "seed \(seed)")
      #expect(shares.reduce(0, +) == 24 * worth[15], "seed \(seed)")
    }
  }

  @Test func `whoever adds nothing gets exactly nothing, and equals get the same`() {
    let orders = ShapleyOrders(everyOrderOf: 3)
    // The third never adds anything; the first two are alike.
    let worth: [Int64] = [0, 5, 5, 17, 0, 5, 5, 17]
    #expect(orders.shares(worth) == [51, 51, 0])
    #expect(orders.standardErrors(worth) == [0, 0, 0])
    #expect(ShapleyOrders(everyOrderOf: 0).shares([0]) == [])
    #expect(ShapleyOrders(everyOrderOf: 1).shares([0, 9]) == [9])
  }

  @Test func `shares of sampled orders add up exactly and lie within their error of the true ones`() {
    let players = 9
    let exact = ShapleyOrders(everyOrderOf: players)
    var outside = 0
    for seed in 0..<40 {
      let worth = game(seed: UInt64(1000 + seed), players: players)
      var draws = Draws(state: UInt64(seed))
      let some = ShapleyOrders(sampling: 60, of: players) { draws.next(below: $0) }
      #expect(some.denominator == 120 && some.coalitions.first == 0 && Set(some.coalitions).count == some.coalitions.count)
      let known = some.coalitions.map { worth[Int($0)] }
      let shares = some.shares(known)
      #expect(shares.reduce(0, +) == 120 * worth[worth.count - 1], "seed \(seed)")
      for (player, error) in some.standardErrors(known).enumerated() {
        let truth = Double(exact.shares(worth)[player]) / Double(exact.denominator)
        // Student with 59 degrees of freedom, 95 %.
        if abs(Double(shares[player]) / 120 - truth) > 2.001 * error { outside += 1 }
      }
    }
    // 360 statements at 95 %: 18 expected; more than 32 have a chance of 0.1 %.
    #expect((5...32).contains(outside), "\(outside) of 360")
  }

  @Test func `an order and its reverse stand beside each other`() {
    var draws = Draws(state: 5)
    let orders = ShapleyOrders(sampling: 6, of: 11) { draws.next(below: $0) }
    let sampled = orders.sampled ?? []
    #expect(sampled.count == 12)
    for pair in stride(from: 0, to: sampled.count, by: 2) {
      #expect(sampled[pair].sorted() == Array(0..<11) && sampled[pair + 1] == sampled[pair].reversed())
    }
  }

  @Test func `what is rounded adds up, with the missing units where most was lost`() {
    #expect(LargestRemainder.round([1, 1, 1], to: 100) == [34, 33, 33])
    #expect(LargestRemainder.round([2, 1, 0], to: 1000) == [667, 333, 0])
    #expect(LargestRemainder.round([7, -1, 3], to: 1000) == [778, -111, 333])
    #expect(LargestRemainder.round([5, -5], to: 100) == nil && LargestRemainder.round([], to: 100) == nil)
    var draws = Draws(state: 7)
    for _ in 0..<500 {
      let parts = (0..<(1 + draws.next(below: 9))).map { _ in Int64(draws.next(below: 1_000_000_000_000)) - 200_000_000_000 }
      guard let rounded = LargestRemainder.round(parts, to: 1000) else {
        #expect(parts.reduce(0, +) <= 0)
        continue
      }
      let whole = Double(parts.reduce(0, +))
      #expect(rounded.reduce(0, +) == 1000, "\(parts)")
      for (part, units) in zip(parts, rounded) { #expect(abs(Double(part) / whole * 1000 - Double(units)) < 1 + 1e-6, "\(parts)") }
    }
  }
}
