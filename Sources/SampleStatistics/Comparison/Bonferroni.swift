/// Several statements at once, all true together with the stated confidence, whatever their dependence.
package enum Bonferroni {
  /// The confidence each of `count` intervals needs: 1 − (1 − confidence)/count. Example: 95 % over 5 intervals: 99 % each.
  package static func confidence(_ confidence: Double, amongst count: Int) -> Double {
    precondition(count >= 1)
    return 1 - (1 - confidence) / Double(count)
  }

  /// p-values adjusted so that each can be held against the error rate over all: min(1, count × p).
  package static func adjusted(_ p: [Double]) -> [Double] {
    p.map { min(1, $0 * Double(p.count)) }
  }
}
