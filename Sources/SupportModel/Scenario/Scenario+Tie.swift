/// Whether components may be played apart.
extension Scenario {
  /// Why components played apart would not give the numbers of all of them together; nil: they do.
  package enum Tie: Sendable, Equatable {
    /// Play goes on until the last counted contact of all components is finished.
    case draining
    /// One sequence of random numbers decides between equals in all components.
    case randomRouting
  }

  /// The first reason that holds; one component is never tied.
  package var tie: Tie? {
    if components.count < 2 { return nil }
    if horizon.atEnd == .drain { return .draining }
    let agents = routing.agentForContact + routing.schedule.flatMap { $0.agentForContact ?? [] }
    let contacts = routing.contactForAgent + routing.schedule.flatMap { $0.contactForAgent ?? [] }
    let isRandom = agents.contains { $0.scope == .random } || contacts.contains { $0.scope == .random }
    return isRandom ? .randomRouting : nil
  }
}
