/// A queue without end in which every level looks like the one below: the shares of level k + 1 are those of level k times a matrix R.
///
/// Up at one rate from every state, within a level and down as given. G, whose rows say in which state a level below is first reached, by
/// logarithmic reduction: each step doubles the number of levels that are looked at, so it takes about ten, each of a few products of matrices.
///
/// Source: Latouche & Ramaswami, *A logarithmic reduction algorithm for quasi-birth-death processes*, Journal of Applied Probability 30
/// (1993); Neuts, *Matrix-Geometric Solutions in Stochastic Models* (1981), ch. 3.
struct QueueTail: Sendable {
  /// Where an excursion to the levels above comes back.
  let back: DenseMatrix
  /// R.
  let next: DenseMatrix

  /// - Parameters:
  ///   - within, down: rates of each state into those of the same level and of the level below; without diagonals.
  init(up: Double, within: DenseMatrix, down: DenseMatrix) {
    let n = within.size
    // Minus the diagonal: everything that leaves a state.
    var stay = DenseMatrix(size: n)
    for i in 0..<n {
      var out = up
      for j in 0..<n {
        out += within[i, j] + down[i, j]
        stay[i, j] = -within[i, j]
      }
      stay[i, i] = out - within[i, i]
    }
    var low = stay.solving(down)
    var high = stay.solving(DenseMatrix(size: n, diagonal: up))
    var back = low
    var reach = high
    for _ in 0..<60 {
      let both = high * low + low * high
      let rest = DenseMatrix(size: n, diagonal: 1) - both
      high = rest.solving(high * high)
      low = rest.solving(low * low)
      let more = reach * low
      back = back + more
      reach = reach * high
      if more.values.reduce(0, max) < 1e-17 || reach.values.reduce(0, max) < 1e-17 { break }
    }
    // Every excursion ends: near saturation the last digits that the reduction lost would count.
    for i in 0..<n {
      let sum = (0..<n).reduce(0.0) { $0 + back[i, $1] }
      for j in 0..<n { back[i, j] /= sum }
    }
    self.back = back
    var returning = stay
    for at in returning.values.indices { returning.values[at] -= up * back.values[at] }
    next = returning.solving(DenseMatrix(size: n, diagonal: up))
  }

  /// Σ Rᵏ and Σ k Rᵏ, k from 0 on, applied to a first level: shares of all levels together, and mean level.
  func sums(from first: [Double]) -> (all: Double, weighted: Double) {
    let inverse = (DenseMatrix(size: next.size, diagonal: 1) - next).solving(DenseMatrix(size: next.size, diagonal: 1))
    let all = inverse.applied(to: first)
    let weighted = inverse.applied(to: next.applied(to: all))
    return (all.reduce(0, +), weighted.reduce(0, +))
  }
}
