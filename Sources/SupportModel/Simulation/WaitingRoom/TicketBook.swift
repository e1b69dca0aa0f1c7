import SimulationCore

/// The tickets among the contacts, by their index; nothing where a contact has one touch at most.
struct TicketBook: ~Copyable {
  let isUsed: Bool
  var rules: TicketRules
  private var states = SlotColumn(filledWith: TicketState(type: 0, place: 0, at: 0, priority: 0))
  /// Pending, on hold, and solved with a return to come, by contact type.
  let pending: Slab<Int32>
  let onHold: Slab<Int32>
  let resting: Slab<Int32>
  /// All that rest, of all types.
  private(set) var restingInAll = 0

  init(_ compiled: CompiledScenario) {
    isUsed = compiled.types.tickets.isUsed
    rules = TicketRules(compiled.types.tickets)
    let types = isUsed ? compiled.scenario.contactTypes.count : 0
    pending = Slab(repeating: 0, count: types)
    onHold = Slab(repeating: 0, count: types)
    resting = Slab(repeating: 0, count: types)
  }

  mutating func begin() {
    pending.fill(0)
    onHold.fill(0)
    resting.fill(0)
    restingInAll = 0
  }

  /// A contact has come.
  mutating func open(_ contact: Int32, type: Int32, place: Int64, at instant: Int64) {
    states.reach(Int(contact))
    states[Int(contact)] = TicketState(type: type, place: place, at: instant, priority: rules.rules[Int(type)].priority)
  }

  subscript(contact: Int32) -> TicketState {
    @inline(__always) _read { yield states[Int(contact)] }
    @inline(__always) nonmutating _modify { yield &states[Int(contact)] }
  }

  @inline(__always)
  mutating func rule(_ type: Int32) -> CompiledTickets.Rule { rules.rules[Int(type)] }

  /// The number in a phase that is neither a queue nor anybody's hands changes by so many.
  mutating func count(_ type: Int32, _ phase: ClockPhase, change: Int32) {
    switch phase {
    case .pending: pending[Int(type)] += change
    case .onHold, .awaitingApproval: onHold[Int(type)] += change
    case .solved, .closed:
      resting[Int(type)] += change
      restingInAll += Int(change)
    case .waiting, .inHand: break
    }
  }
}
