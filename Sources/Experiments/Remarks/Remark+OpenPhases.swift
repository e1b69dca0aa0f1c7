extension Remark {
  /// Open contacts by where they are, mean per play.
  package struct OpenPhases: Sendable, Equatable {
    package var waiting: Double
    package var inHand: Double
    package var pending: Double
    package var onHold: Double

    package init(waiting: Double, inHand: Double, pending: Double, onHold: Double) {
      self.waiting = waiting
      self.inHand = inHand
      self.pending = pending
      self.onHold = onHold
    }
  }
}
