/// What each of several players contributes to what they reach together: the Shapley value, the mean over the orders in which they may come of
/// what each adds to those who came before.
///
/// ```swift
/// let orders = ShapleyOrders(everyOrderOf: 2)              // coalitions 00, 01, 10, 11
/// orders.shares([0, 1, 3, 10])                             // [8, 12] of orders.denominator 2: 4 and 6
/// ```
///
/// Shares are whole numerators over one `denominator`, so that they add up to what all reach together exactly. It is the only way of dividing it that
/// leaves nothing over, gives equals the same, gives nothing to whoever adds nothing, and adds up over plays.
///
/// Sources: Shapley, *A value for n-person games*, Contributions to the Theory of Games II (1953); sampled orders: Castro, Gómez & Tejada,
/// *Polynomial calculation of the Shapley value based on sampling*, Computers & Operations Research 36 (2009), here each with its reverse:
/// Mitchell, Cooper, Frank & Holmes, *Sampling permutations for Shapley value estimation*, JMLR 23 (2022).
package struct ShapleyOrders: Sendable {
  package let players: Int
  /// Each holds every player once, an order and its reverse beside each other; nil: every order there is.
  package let sampled: [[Int]]?
  /// The sets of players whose worth is asked for, a bit for each player; the empty one first.
  package let coalitions: [UInt32]
  private let place: [UInt32: Int]

  /// More have too many coalitions, and numerators beyond 64 bits.
  package static let mostPlayers = 10

  package init(everyOrderOf players: Int) {
    precondition((0...Self.mostPlayers).contains(players), "few enough for every order")
    self.players = players
    sampled = nil
    coalitions = Array(0..<(1 << UInt32(players)))
    place = Dictionary(uniqueKeysWithValues: coalitions.enumerated().map { ($1, $0) })
  }

  /// `pairs` orders and their reverses. `below` draws a whole number from 0 to less than its argument, each as likely.
  package init(sampling pairs: Int, of players: Int, below: (Int) -> Int) {
    precondition(pairs >= 2 && (1...32).contains(players), "an error needs two orders")
    self.players = players
    var orders: [[Int]] = []
    for _ in 0..<pairs {
      // Fisher & Yates.
      var order = Array(0..<players)
      for last in stride(from: players - 1, to: 0, by: -1) { order.swapAt(last, below(last + 1)) }
      orders += [order, order.reversed()]
    }
    var coalitions: [UInt32] = [0]
    var place: [UInt32: Int] = [0: 0]
    for order in orders {
      for coalition in Self.steps(order) where place[coalition] == nil {
        place[coalition] = coalitions.count
        coalitions.append(coalition)
      }
    }
    (sampled, self.coalitions, self.place) = (orders, coalitions, place)
  }

  /// What the shares are divided by.
  package var denominator: Int64 { sampled.map { Int64($0.count) } ?? Self.factorial(players) }

  /// Numerators of the shares by player. `worth`: of each of `coalitions`, in their order.
  package func shares(_ worth: [Int64]) -> [Int64] {
    precondition(worth.count == coalitions.count, "a worth for each coalition")
    if let sampled {
      var shares = [Int64](repeating: 0, count: players)
      for order in sampled { for (player, gain) in zip(order, gains(order, worth)) { shares[player] += gain } }
      return shares
    }
    // Each coalition without a player comes before it in |S|! · (n − 1 − |S|)! of the n! orders.
    let weights = (0..<players).map { Self.factorial($0) * Self.factorial(players - 1 - $0) }
    return (0..<players).map { player in
      let bit = UInt32(1) << UInt32(player)
      return coalitions.reduce(0) { sum, coalition in
        if coalition & bit != 0 { return sum }
        return sum + weights[coalition.nonzeroBitCount] * (worth[Int(coalition | bit)] - worth[Int(coalition)])
      }
    }
  }

  /// By player, how far the share is off because only some orders were tried: the standard error of the mean over pairs of an order and its reverse.
  /// Exactly 0 with every order.
  package func standardErrors(_ worth: [Int64]) -> [Double] {
    guard let sampled else { return [Double](repeating: 0, count: players) }
    var moments = [RunningMoments](repeating: RunningMoments(), count: players)
    for pair in stride(from: 0, to: sampled.count, by: 2) {
      var both = [Int64](repeating: 0, count: players)
      for order in sampled[pair...(pair + 1)] { for (player, gain) in zip(order, gains(order, worth)) { both[player] += gain } }
      for player in 0..<players { moments[player].add(Double(both[player]) / 2) }
    }
    return moments.map { $0.standardError ?? 0 }
  }

  /// What each adds in one order, in that order.
  private func gains(_ order: [Int], _ worth: [Int64]) -> [Int64] {
    var before = worth[0]
    return Self.steps(order).map { coalition in
      let now = worth[place[coalition]!]
      defer { before = now }
      return now - before
    }
  }

  /// Those who came first, after each has come.
  private static func steps(_ order: [Int]) -> [UInt32] {
    var coalition: UInt32 = 0
    return order.map { player in
      coalition |= 1 << UInt32(player)
      return coalition
    }
  }

  private static func factorial(_ number: Int) -> Int64 { number < 2 ? 1 : (2...Int64(number)).reduce(1, *) }
}
