import SimulationCore

/// What contacts cause others for, as flat tables by contact type.
struct CompiledReturns: Sendable {
  struct Recontact: Sendable, BitwiseCopyable {
    /// The first of as many `shares` as there are groups.
    var shares: Int32
    /// Index into the samplers.
    var delay: Int32
    /// Contact type of the new contact; -1: that of the old one.
    var type: Int32
    var atMost: Int32
  }

  /// Laws are indices into the samplers, types those of contacts that leak (-1: the same).
  struct SelfServiceRule: Sendable, BitwiseCopyable {
    var tries: Double
    var solves: Double
    var givesUp: Double
    var leaks: Double
    var takes: Int32
    var leaksIn: Int32
    var leaksAs: Int32
    var handOver: Double
    var leaked: Double
  }

  struct CallbackRule: Sendable, BitwiseCopyable {
    /// Seconds.
    var whenWaitOver: Double
    var accepts: Double
    var reaches: Double
    /// Index into the samplers of the time to the next call, and calls after the first.
    var again: Int32
    var atMost: Int32
  }

  /// Laws are indices into the samplers.
  struct ChaserRule: Sendable, BitwiseCopyable {
    var after: Int32
    var repeats: Bool
    var takes: Int32
  }

  /// Laws are indices into the samplers.
  struct DuplicateRule: Sendable, BitwiseCopyable {
    var share: Double
    /// Contact type of the second contact.
    var type: Int32
    var after: Int32
    var takes: Int32
  }

  let isUsed: Bool
  private(set) var recontacts: [Recontact] = []
  /// Range into `recontacts` of each type.
  private(set) var recontactsOfType: [IndexRange] = []
  private(set) var shares: [Double] = []
  /// By contact type.
  private(set) var selfServices: [SelfServiceRule?] = []
  let hasSelfService: Bool
  private(set) var callbacks: [CallbackRule?] = []
  let hasCallback: Bool
  private(set) var chasers: [ChaserRule?] = []
  let hasChasers: Bool
  private(set) var duplicates: [DuplicateRule?] = []
  let hasDuplicates: Bool
  /// Solved so long, a need counts as solved by the contact that did it, µs.
  let window: Int64

  init(_ scenario: Scenario, _ compiler: inout CustomerCompiler) {
    isUsed = scenario.hasNeeds
    window = scenario.horizon.firstContactWindow.microseconds
    hasSelfService = scenario.hasSelfService
    hasCallback = scenario.hasCallback
    hasChasers = scenario.hasChasers
    hasDuplicates = scenario.hasDuplicates
    if !isUsed { return }
    for type in scenario.contactTypes {
      let first = recontacts.count
      for recontact in type.recontacts {
        recontacts.append(
          Recontact(
            shares: Int32(shares.count), delay: compiler.samplers.add(recontact.delay), type: Int32(recontact.contactType ?? -1),
            atMost: Int32(min(recontact.atMost ?? .max, ContactType.Retry.mostAttempts))))
        for group in scenario.groups.indices { shares.append(recontact.share.of(group)) }
      }
      recontactsOfType.append(IndexRange(first, recontacts.count))
      chasers.append(
        type.chaser.map {
          ChaserRule(after: compiler.samplers.add($0.whenOpenFor), repeats: $0.repeats, takes: compiler.samplers.add($0.takes))
        })
      duplicates.append(
        type.duplicate.map {
          DuplicateRule(
            share: $0.share, type: Int32($0.contactType), after: compiler.samplers.add($0.after), takes: compiler.samplers.add($0.takes))
        })
      callbacks.append(
        type.callback.map {
          CallbackRule(
            whenWaitOver: $0.whenWaitOver.seconds, accepts: $0.accepts, reaches: $0.reaches, again: compiler.samplers.add($0.again?.delay),
            atMost: Int32(min($0.again?.atMost ?? 0, Callback.mostCalls)))
        })
      selfServices.append(
        type.selfService.map {
          SelfServiceRule(
            tries: $0.tries, solves: $0.solves, givesUp: $0.givesUp, leaks: $0.leaks, takes: compiler.samplers.add($0.takes),
            leaksIn: compiler.samplers.add($0.leaksIn), leaksAs: Int32($0.leaksAs ?? -1), handOver: $0.handOver, leaked: $0.leaked)
        })
    }
  }

  /// The recontact that a uniform number stands for, after a contact of a type that a group handled, or -1.
  func recontact(_ type: Int32, after group: Int32, _ uniform: Double) -> Int {
    var left = uniform
    for position in recontactsOfType[Int(type)].indices {
      left -= shares[Int(recontacts[position].shares) + Int(group)]
      if left < 0 { return position }
    }
    return -1
  }
}
