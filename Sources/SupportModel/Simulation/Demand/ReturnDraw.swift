/// What is drawn where contacts cause others: each purpose a stream of its own.
enum ReturnDraw: Int, CaseIterable {
  case recontacts, recontactsIn, tries, solvesItself, takes, givesUp, leaks, leaksIn
  case acceptsCallback, isReached, calledAgainIn
  case chasesIn, chaserTakes
  case duplicates, duplicatesIn, duplicateTakes

  /// Of the stream of a source: `recontacts/billing-email`.
  var name: String {
    switch self {
    case .recontacts: "recontacts"
    case .recontactsIn: "recontacts-in"
    case .tries: "tries-self-service"
    case .solvesItself: "self-service-solves"
    case .takes: "self-service"
    case .givesUp: "gives-up-self-service"
    case .leaks: "leaks"
    case .leaksIn: "leaks-in"
    case .acceptsCallback: "accepts-callback"
    case .isReached: "is-reached"
    case .calledAgainIn: "called-again-in"
    case .chasesIn: "chases-in"
    case .chaserTakes: "chaser-takes"
    case .duplicates: "duplicates"
    case .duplicatesIn: "duplicates-in"
    case .duplicateTakes: "duplicate-takes"
    }
  }
}
