/// How contacts share an agent: whole units of capacity, limits by channel, paces.
package struct CompiledSharing: Sendable {
  /// What a contact of one type takes of an agent.
  package struct Share: Sendable, BitwiseCopyable {
    /// Units of the agent's capacity.
    package var units: Int32
    /// Most of the channel in one agent's hands; `Int32.max`: as many as fit.
    var atMost: Int32
    /// Whose limit and pace it shares: an index into `Scenario.channels`.
    var channel: Int32
    /// Range into `paces`, by number of the channel in talk, from 1 on; empty: always 1.
    var paces: IndexRange
  }

  /// Units that an agent's capacity is divided into: the least number that every concurrency in use divides.
  package let capacity: Int32
  /// By contact type.
  package let shares: [Share]
  /// Millionths.
  let paces: [Int32]

  /// One contact at a time, always at pace 1.
  var isPlain: Bool { capacity == 1 && paces.isEmpty }

  package init(_ scenario: Scenario) {
    let channels = scenario.contactTypes.map { scenario.channels.isEmpty ? Channel(name: "") : scenario.channels[$0.channel] }
    let capacity = Channel.unitsTogether(channels.map { $0.concurrency })
    precondition(capacity <= Channel.mostUnits, "concurrencies that fit together")
    self.capacity = Int32(capacity)
    var paces: [Int32] = []
    shares = zip(scenario.contactTypes, channels).map { type, channel in
      let first = paces.count
      paces += channel.pace.millionths
      return Share(
        units: Int32(capacity / channel.concurrency), atMost: channel.atMost.map { Int32(clamping: $0) } ?? .max,
        channel: Int32(type.channel), paces: IndexRange(first, paces.count))
    }
    self.paces = paces
  }
}

extension Scenario {
  /// An agent may have several contacts in hand at once.
  package var hasSharedAgents: Bool { contactTypes.contains { isShared($0) } }

  /// A contact of this type leaves room for another in the same hands.
  package func isShared(_ type: ContactType) -> Bool { !channels.isEmpty && channels[type.channel].concurrency > 1 }
}
