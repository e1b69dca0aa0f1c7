/// Holm's step-down procedure: holds the error rate over all tests like Bonferroni's and never rejects less.
///
/// Source: Holm, *A simple sequentially rejective multiple test procedure*, Scandinavian Journal of Statistics 6 (1979).
package enum Holm {
  /// Adjusted p-values in the order given: the k-th smallest of m times (m − k + 1), made non-decreasing, at most 1.
  /// Example: 0.01 0.04 0.03 → 0.03 0.06 0.06.
  package static func adjusted(_ p: [Double]) -> [Double] {
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    var adjusted = p
    var floor = 0.0
    for (k, index) in order.enumerated() {
      floor = max(floor, min(1, p[index] * Double(p.count - k)))
      adjusted[index] = floor
    }
    return adjusted
  }
}
