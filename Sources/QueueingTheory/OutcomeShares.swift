/// What happens to a contact by some time t after it joins the queue; shares of all offered contacts.
package struct OutcomeShares: Sendable, Equatable {
  /// Answered at once or within t.
  package var answeredWithin: Double
  /// Left within t.
  package var abandonedWithin: Double
  /// Answered ever.
  package var answered: Double

  package init(answeredWithin: Double, abandonedWithin: Double, answered: Double) {
    self.answeredWithin = answeredWithin
    self.abandonedWithin = abandonedWithin
    self.answered = answered
  }

  /// The service level these shares make. Where nobody is left to count, everybody was served in time.
  package func serviceLevel(_ abandons: AbandonTreatment) -> Double {
    func ratio(_ part: Double, _ whole: Double) -> Double { whole > 0 ? min(1, part / whole) : 1 }
    switch abandons {
    case .missed: return answeredWithin
    case .ignoredWithin: return ratio(answeredWithin, 1 - abandonedWithin)
    case .metWithin: return min(1, answeredWithin + abandonedWithin)
    case .ignored: return ratio(answeredWithin, answered)
    }
  }
}
