import SimulationCore

/// Where contacts go on after a touch in another contact type.
extension CompiledTickets {
  struct Move: Sendable, BitwiseCopyable {
    /// Into `shares`: of the group of whoever made the touch, or one for all.
    var shares: IndexRange
    var isByGroup: Bool
    /// The contact type of the next leg; of a mix the one that stands for all of it.
    var to: Int32
    /// Of the mix of that type among `CompiledArrivals.mixes`, or -1.
    var mix: Int32
    /// Index into the samplers, or -1.
    var delay: Int32
    var raise: Int32
    var isEscalation: Bool
    var keepsPlace: Bool
    var replies: Bool
  }

  mutating func add(_ move: SupportModel.Move, _ scenario: Scenario, _ compiler: inout CustomerCompiler) -> Move {
    let mixed = scenario.contactTypes.indices.filter { scenario.contactTypes[$0].mix != nil }
    return Move(
      shares: add(move.shares).range, isByGroup: move.shares.count > 1, to: Int32(move.to),
      mix: Int32(mixed.firstIndex(of: move.to) ?? -1), delay: compiler.samplers.add(move.delay), raise: Int32(clamping: move.raise),
      isEscalation: move.isEscalation, keepsPlace: move.keepsPlace, replies: move.replies)
  }
}
