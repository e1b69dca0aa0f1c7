import SupportModel

extension ContactAggregate {
  /// The figures of legs instead of those of whole contacts; `position`: of the interval and the contact type.
  mutating func count(_ legs: LegRecord, _ position: Int) {
    let cell = legs.cells[position]
    self.cell.count(cell)
    tickets.touches += cell.touches
    movedIn += cell.movedIn
    movedOut += cell.movedOut
    passedOn += cell.passedOn
    longestWait.join(legs.longestWaits[position])
  }
}
