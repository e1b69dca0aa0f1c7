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
    /// Who takes it from hand to hand, or -1; index into the samplers of how long that takes.
    var warmGroup: Int32
    var warmFor: Int32
    var isEscalation: Bool
    var keepsPlace: Bool
    var replies: Bool
  }

  mutating func add(_ move: SupportModel.Move, _ scenario: Scenario, _ compiler: inout CustomerCompiler) -> Move {
    return Move(
      shares: add(move.shares).range, isByGroup: move.shares.count > 1, to: Int32(move.to),
      mix: mixOfType[move.to], delay: compiler.samplers.add(move.delay), raise: Int32(clamping: move.raise),
      warmGroup: Int32(move.warm?.group ?? -1), warmFor: compiler.samplers.add(move.warm?.lasting),
      isEscalation: move.isEscalation, keepsPlace: move.keepsPlace, replies: move.replies)
  }
}
