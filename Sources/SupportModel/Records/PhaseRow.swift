/// One stretch of one contact in one phase, as `phases.csv` shows it; µs.
package struct PhaseRow: Sendable, Equatable {
  package var contact: Int64
  package var contactType: Int32
  package var phase: ClockPhase
  package var from: Int64
  /// -1: it was in it when play ended.
  package var to: Int64

  package init(contact: Int64, contactType: Int32, phase: ClockPhase, from: Int64, to: Int64) {
    self.contact = contact
    self.contactType = contactType
    self.phase = phase
    self.from = from
    self.to = to
  }
}
