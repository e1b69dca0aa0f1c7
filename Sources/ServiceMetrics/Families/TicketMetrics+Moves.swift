extension Metric {
  package static let movedIn = Metric(
    "moved-in", .tickets, .count, .neutral, of: .moves,
    "Contacts that went on in the type after another one, each time; the offered of the type leave them out. In the total all moves.")

  package static let movedOut = Metric(
    "moved-out", .tickets, .count, .neutral, of: .moves,
    "Contacts that went on in another type, each time: offered + moved-in is handled, gone, open or moved-out. In the total all moves.")

  package static let escalated = Metric(
    "escalated", .tickets, .count, .lowerIsBetter, of: .moves, "Of moved-out: moves that are escalations (`as: escalation`).")

  package static let movesPerContact = Metric(
    "moves-per-contact", .tickets, .count, .lowerIsBetter, of: .moves, isTotal: false,
    "Moves ÷ contacts that were let in; by contact type, moves out ÷ legs in it.")
}
