/// Quantiles of a sample, by linear interpolation between order statistics.
///
/// The numbering of definitions is that of Hyndman & Fan, *Sample quantiles in statistical packages*, American Statistician 50 (1996).
package enum SampleQuantile {
  /// Where between the ordered observations the quantile lies.
  package enum Definition: Sendable {
    /// At position 1 + (n − 1)p: R's and NumPy's default. For describing a sample. Muster's quantile unless it says otherwise.
    case type7
    /// At position (n + 1)p, no further than the ends: one more observation falls below it with probability p. For predicting.
    case type6
  }

  /// `sorted` in ascending order and not empty; 0 ≤ p ≤ 1.
  /// Example: the 0.8 quantile (type 7) of 1 2 4 8 16 32 64 128 256 512 is 153.6.
  package static func of(sorted: [Double], _ p: Double, definition: Definition = .type7) -> Double {
    precondition(!sorted.isEmpty && p >= 0 && p <= 1)
    let n = Double(sorted.count)
    let position =
      switch definition {
      case .type7: (n - 1) * p
      case .type6: (n + 1) * p - 1
      }
    let clamped = min(max(position, 0), n - 1)
    let below = Int(clamped)
    let share = clamped - Double(below)
    if share == 0 { return sorted[below] }
    return sorted[below] + share * (sorted[below + 1] - sorted[below])
  }
}
