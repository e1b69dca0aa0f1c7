/// How the contacts of one target that arrived in one interval stood against its time. Cells add up.
package struct TargetCell: CountCell {
  /// Entered the queue or were served at once: offered − blocked.
  package var accepted: Int64 = 0
  /// Answered (or responded to, or solved: whatever stops the clock of the target), however late and whatever came after.
  package var answered: Int64 = 0
  /// Answered within the target time.
  package var answeredWithin: Int64 = 0
  /// Abandoned or balked, at any time.
  package var abandoned: Int64 = 0
  /// Abandoned or balked within the target time.
  package var abandonedWithin: Int64 = 0
  /// Abandoned or balked within the target's `shortAbandon`; these are also in the two counts above.
  package var abandonedShort: Int64 = 0
  /// Of `abandonedShort`: also within the target time.
  package var abandonedShortWithin: Int64 = 0
  /// Still open when play ended and younger than the target time: neither met nor missed.
  package var undecided: Int64 = 0

  package init() {}

  /// Numerator and denominator of the service level in one treatment of abandons; the ratio is undefined where the denominator is 0.
  package func serviceLevel(_ abandons: Target.Abandons) -> (met: Int64, of: Int64) {
    let counted = accepted - undecided - abandonedShort
    switch abandons {
    case .missed: return (answeredWithin, counted)
    case .ignoredWithin: return (answeredWithin, counted - (abandonedWithin - abandonedShortWithin))
    case .metWithin: return (answeredWithin + abandonedWithin - abandonedShortWithin, counted)
    case .ignored: return (answeredWithin, answered)
    case .metShort: return (answeredWithin + abandonedShort, accepted - undecided)
    }
  }
}
