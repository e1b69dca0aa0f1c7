import Foundation

/// A Markov chain in continuous time too large for elimination (`MarkovChain`), solved by multilevel aggregation.
///
/// On each level, sweeps of Gauss and Seidel take out what is uneven from state to state; then states that exchange most are taken together,
/// the smaller chain of these groups is solved in the same way, and its shares are given back to the states. The smallest chain is solved by
/// elimination. Every step adds, multiplies and divides positive numbers only, so small shares are right to many digits too.
/// Cost: a few dozen rounds of about ten passes over the transitions; about 50 bytes per transition.
///
/// Source: Horton & Leutenegger, *A multi-level solution algorithm for steady-state Markov chains*, SIGMETRICS 1994; groups of four by pairing
/// twice: Notay, *An aggregation-based algebraic multigrid method*, ETNA 37 (2010).
struct LargeChain {
  private var levels: [ChainLevel]

  /// - Parameter transitions: hands every transition to the closure: from, to and rate. It is asked twice.
  init(count: Int, transitions: (_ add: (_ from: Int, _ to: Int, _ rate: Double) -> Void) -> Void) {
    levels = [ChainLevel(count: count, transitions: transitions)]
    while levels[levels.count - 1].count > 120 {
      let coarse = levels[levels.count - 1].grouped()
      guard coarse.count < levels[levels.count - 1].count * 9 / 10 else { break }
      levels.append(coarse)
    }
  }

  /// Share of time in each state in the long run, to about 1e-12; nil where that is not reached.
  /// - Parameter guess: a first guess of the shares.
  func stationary(guess: [Double]? = nil) -> [Double]? {
    var work = self
    return work.solve(guess)
  }

  private mutating func solve(_ guess: [Double]?) -> [Double]? {
    var shares = guess ?? [Double](repeating: 1, count: levels[0].count)
    normalise(&shares)
    var mixer = Mixer()
    var lastChange = Double.infinity
    for round in 1...Self.most {
      let before = shares
      cycle(0, &shares)
      normalise(&shares)
      var change = 0.0
      for state in shares.indices { change += abs(shares[state] - before[state]) }
      guard change.isFinite else { return nil }
      let factor = round == 1 ? 0.99 : min(0.99, change / lastChange)
      // What is still to come if every round gains as much as this one did; or rounding, which no round takes away.
      if change * factor / (1 - factor) < 1e-14 || change < 1e-12 && change > 0.7 * lastChange { return shares }
      lastChange = change
      mixer.mix(&shares, from: before)
      normalise(&shares)
    }
    return nil
  }

  private static let most = 300

  private mutating func cycle(_ at: Int, _ shares: inout [Double]) {
    if at == levels.count - 1 {
      shares = levels[at].solved()
      return
    }
    levels[at].sweep(&shares, upwards: true)
    levels[at].sweep(&shares, upwards: false)
    var groups = levels[at].aggregate(shares, into: &levels[at + 1])
    let before = groups
    let turns = at + 2 < levels.count ? 2 : 1
    for _ in 0..<turns { cycle(at + 1, &groups) }
    levels[at].spread(&shares, from: before, to: groups)
    levels[at].sweep(&shares, upwards: false)
    levels[at].sweep(&shares, upwards: true)
  }

  private func normalise(_ shares: inout [Double]) {
    let total = shares.reduce(0, +)
    for state in shares.indices { shares[state] = max(ChainLevel.least, shares[state] / total) }
  }
}

/// Mixes the last few rounds so that what they changed cancels as far as it can.
///
/// Source: Anderson, *Iterative procedures for nonlinear integral equations*, JACM 12 (1965).
private struct Mixer {
  private var results: [[Double]] = []
  private var changes: [[Double]] = []
  private let depth = 5

  mutating func mix(_ shares: inout [Double], from before: [Double]) {
    if results.count == depth {
      results.removeFirst()
      changes.removeFirst()
    }
    results.append(shares)
    changes.append(zip(shares, before).map { $0 - $1 })
    let n = results.count
    if n == 1 { return }
    // Least squares of the mixed change, each state weighed by one over its share; the weights of the rounds add up to 1.
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for i in 0..<n {
      for j in 0...i {
        var sum = 0.0
        for state in shares.indices { sum += changes[i][state] * changes[j][state] / shares[state] }
        matrix[i][j] = sum
        matrix[j][i] = sum
      }
    }
    guard let weights = Self.weights(matrix) else { return }
    for state in shares.indices {
      var sum = 0.0
      for i in 0..<n { sum += weights[i] * results[i][state] }
      // A share stays within reason whatever the mixture says.
      if sum > 0.1 * shares[state] { shares[state] = min(sum, 10 * shares[state]) }
    }
  }

  /// The weights with sum 1 for which wᵀMw is least: M⁻¹1, scaled.
  private static func weights(_ matrix: [[Double]]) -> [Double]? {
    let n = matrix.count
    var rows = matrix
    var right = [Double](repeating: 1, count: n)
    let scale = (0..<n).map { 1 / max(rows[$0][$0], 1e-300).squareRoot() }
    for i in 0..<n {
      for j in 0..<n { rows[i][j] *= scale[i] * scale[j] }
      rows[i][i] += 1e-12
      right[i] = scale[i]
    }
    for column in 0..<n {
      guard rows[column][column] > 0 else { return nil }
      for row in (column + 1)..<max(n, column + 1) {
        let factor = rows[row][column] / rows[column][column]
        for k in column..<n { rows[row][k] -= factor * rows[column][k] }
        right[row] -= factor * right[column]
      }
    }
    for row in (0..<n).reversed() {
      for k in (row + 1)..<max(n, row + 1) { right[row] -= rows[row][k] * right[k] }
      right[row] /= rows[row][row]
    }
    for i in 0..<n { right[i] *= scale[i] }
    let total = right.reduce(0, +)
    guard total.isFinite, total != 0 else { return nil }
    return right.map { $0 / total }
  }
}

/// One chain of the hierarchy: transitions by the state they lead to, and to which group of the next level each state and transition belongs.
private struct ChainLevel {
  /// No share is taken to be less, so that none is lost to the smallest number.
  static let least = 1e-280
  let count: Int
  /// Transitions into state j are those from `start[j]` to `start[j + 1]`.
  private var start: [Int32]
  private var from: [Int32]
  private var rate: [Double]
  /// Rate of leaving each state.
  private var out: [Double]
  /// Group of each state; position of each transition among those of the groups, −1 inside a group.
  private var group: [Int32] = []
  private var place: [Int32] = []

  init(count: Int, transitions: (_ add: (_ from: Int, _ to: Int, _ rate: Double) -> Void) -> Void) {
    self.count = count
    var start = [Int32](repeating: 0, count: count + 1)
    transitions { source, to, rate in if rate > 0, to != source { start[to + 1] += 1 } }
    for state in 0..<count { start[state + 1] += start[state] }
    var from = [Int32](repeating: 0, count: Int(start[count]))
    var rates = [Double](repeating: 0, count: Int(start[count]))
    var out = [Double](repeating: 0, count: count)
    var next = start
    transitions { source, to, rate in
      guard rate > 0, to != source else { return }
      let at = Int(next[to])
      from[at] = Int32(source)
      rates[at] = rate
      out[source] += rate
      next[to] += 1
    }
    self.start = start
    self.from = from
    rate = rates
    self.out = out
  }

  private init(count: Int, start: [Int32], from: [Int32], rate: [Double]) {
    self.count = count
    self.start = start
    self.from = from
    self.rate = rate
    out = []
    out = leavingRates()
  }

  private func leavingRates() -> [Double] {
    var out = [Double](repeating: 0, count: count)
    for at in from.indices { out[Int(from[at])] += rate[at] }
    return out
  }

  /// Share of j = what flows in ÷ rate of leaving, state by state with the newest shares.
  func sweep(_ shares: inout [Double], upwards: Bool) {
    shares.withUnsafeMutableBufferPointer { shares in
      start.withUnsafeBufferPointer { start in
        from.withUnsafeBufferPointer { from in
          rate.withUnsafeBufferPointer { rate in
            for step in 0..<count {
              let state = upwards ? step : count - 1 - step
              var flow = 0.0
              for at in Int(start[state])..<Int(start[state + 1]) { flow += shares[Int(from[at])] * rate[at] }
              shares[state] = max(Self.least, flow / out[state])
            }
          }
        }
      }
    }
  }

  /// By elimination.
  func solved() -> [Double] {
    if count == 1 { return [1] }
    var chain = MarkovChain(count: count)
    for state in 0..<count {
      for at in Int(start[state])..<Int(start[state + 1]) { chain.add(from: Int(from[at]), to: state, rate: rate[at]) }
    }
    return chain.stationary().map { max(Self.least, $0) }
  }

  /// Gives the groups their rates under these shares, and returns their shares.
  func aggregate(_ shares: [Double], into coarse: inout ChainLevel) -> [Double] {
    var sums = [Double](repeating: 0, count: coarse.count)
    for state in 0..<count { sums[Int(group[state])] += shares[state] }
    for at in coarse.rate.indices { coarse.rate[at] = 0 }
    for at in from.indices where place[at] >= 0 { coarse.rate[Int(place[at])] += shares[Int(from[at])] * rate[at] }
    for at in coarse.rate.indices { coarse.rate[at] /= sums[Int(coarse.from[at])] }
    coarse.out = coarse.leavingRates()
    return sums
  }

  func spread(_ shares: inout [Double], from before: [Double], to after: [Double]) {
    for state in 0..<count {
      let one = Int(group[state])
      shares[state] = max(Self.least, shares[state] * (after[one] / before[one]))
    }
  }

  /// The next level: pairs of states that exchange most, and pairs of such pairs. Remembers where each state and transition went.
  mutating func grouped() -> ChainLevel {
    let (pairs, pairCount) = paired()
    let middle = coarse(pairs, pairCount).level
    let (again, number) = middle.paired()
    group = pairs.map { again[Int($0)] }
    let result = coarse(group, number)
    place = result.place
    return result.level
  }

  private func paired() -> (group: [Int32], count: Int) {
    // The exchange between i and j is seen from both sides: the rates into i, and those out of it by their way into j.
    var group = [Int32](repeating: -1, count: count)
    var outStart = [Int32](repeating: 0, count: count + 1)
    for one in from { outStart[Int(one) + 1] += 1 }
    for state in 0..<count { outStart[state + 1] += outStart[state] }
    var to = [Int32](repeating: 0, count: from.count)
    var toRate = [Double](repeating: 0, count: from.count)
    var next = outStart
    for state in 0..<count {
      for at in Int(start[state])..<Int(start[state + 1]) {
        let slot = Int(next[Int(from[at])])
        to[slot] = Int32(state)
        toRate[slot] = rate[at]
        next[Int(from[at])] += 1
      }
    }
    var exchange = [Double](repeating: 0, count: count)
    var groups = 0
    for state in 0..<count where group[state] < 0 {
      for at in Int(start[state])..<Int(start[state + 1]) { exchange[Int(from[at])] += rate[at] }
      for at in Int(outStart[state])..<Int(outStart[state + 1]) { exchange[Int(to[at])] += toRate[at] }
      var best = -1
      var most = 0.0
      func look(_ other: Int) {
        if group[other] < 0, exchange[other] > most {
          most = exchange[other]
          best = other
        }
        exchange[other] = 0
      }
      for at in Int(start[state])..<Int(start[state + 1]) { look(Int(from[at])) }
      for at in Int(outStart[state])..<Int(outStart[state + 1]) { look(Int(to[at])) }
      group[state] = Int32(groups)
      if best >= 0 { group[best] = Int32(groups) }
      groups += 1
    }
    return (group, groups)
  }

  /// The chain of the groups as if all states had the same share.
  private func coarse(_ group: [Int32], _ groups: Int) -> (level: ChainLevel, place: [Int32]) {
    // Members of each group, in order.
    var first = [Int32](repeating: 0, count: groups + 1)
    for one in group { first[Int(one) + 1] += 1 }
    for one in 0..<groups { first[one + 1] += first[one] }
    var members = [Int32](repeating: 0, count: count)
    var next = first
    for state in 0..<count {
      members[Int(next[Int(group[state])])] = Int32(state)
      next[Int(group[state])] += 1
    }
    var place = [Int32](repeating: -1, count: from.count)
    var start: [Int32] = [0]
    var coarseFrom: [Int32] = []
    var coarseRate: [Double] = []
    var seen = [Int32](repeating: -1, count: groups)
    for one in 0..<groups {
      let begin = Int32(coarseFrom.count)
      for member in Int(first[one])..<Int(first[one + 1]) {
        let state = Int(members[member])
        for at in Int(self.start[state])..<Int(self.start[state + 1]) {
          let source = Int(group[Int(from[at])])
          if source == one { continue }
          if seen[source] < begin {
            seen[source] = Int32(coarseFrom.count)
            coarseFrom.append(Int32(source))
            coarseRate.append(0)
          }
          place[at] = seen[source]
          coarseRate[Int(seen[source])] += rate[at] / Double(first[source + 1] - first[source])
        }
      }
      start.append(Int32(coarseFrom.count))
    }
    return (ChainLevel(count: groups, start: start, from: coarseFrom, rate: coarseRate), place)
  }
}
