/// Where the warm-up of a series ends: the truncation that makes the standard error of the remaining mean smallest.
///
/// The series is averaged in batches of `batchSize` (5 for MSER-5, 1 for the plain rule); the truncation d, from 0 to half the batches,
/// minimises Σ_{j>d}(z_j − z̄_d)² ÷ (number of batches − d)². Ties go to the smallest d. Observations beyond the last full batch are left out.
///
/// A minimum at the search limit means the series is too short to tell.
/// Source: White, *An effective truncation heuristic for bias reduction in simulation output*, Simulation 69 (1997); White, Cobb & Spratt (2000).
/// Cost: one pass from the end.
package struct MSER: Sendable, Equatable {
  /// Observations averaged into one point before the search, 5 by default.
  package let batchSize: Int
  /// Batches to cut off.
  package let truncatedBatches: Int
  /// The minimum reached.
  package let value: Double
  /// Mean of what remains (of full batches).
  package let truncatedMean: Double
  /// The minimum lies at the end of the search.
  package let isAtSearchLimit: Bool

  /// Observations to cut off: whole batches.
  package var truncatedObservations: Int { truncatedBatches * batchSize }

  /// nil with fewer than two full batches.
  package init?(_ series: [Double], batchSize: Int = 5) {
    guard let batches = BatchMeans(series, batchSize: batchSize), batches.means.count >= 2 else { return nil }
    let z = batches.means
    let limit = z.count / 2
    // Welford from the last batch backwards: after adding z[d] the moments are those of z[d...].
    var moments = RunningMoments()
    var best: (d: Int, value: Double, mean: Double)?
    for d in z.indices.reversed() {
      moments.add(z[d])
      guard d <= limit else { continue }
      let remaining = Double(z.count - d)
      let value = moments.squares / (remaining * remaining)
      if best.map({ value <= $0.value }) ?? true { best = (d, value, moments.mean) }
    }
    guard let best else { return nil }
    self.batchSize = batchSize
    truncatedBatches = best.d
    value = best.value
    truncatedMean = best.mean
    isAtSearchLimit = best.d == limit
  }
}
