extension ContactCell {
  /// The figures of legs instead of those of whole contacts.
  package mutating func count(_ legs: LegCell) {
    hadToWait += legs.hadToWait
    answered += legs.answered
    waitAnswered += legs.waitAnswered
    waitOther += legs.waitOther
    talk += legs.talk
    wrapUp += legs.wrapUp
    waitsAgain += legs.waitsAgain
    waitAgain += legs.waitAgain
  }
}
