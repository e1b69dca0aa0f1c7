/// One play: this replication of this option.
struct PlayJob: Sendable, Equatable {
  var option: Int
  var replication: Int
}

/// Plays up to a total, replication by replication and within one in the order of options, whatever each option has behind it.
///
/// Example: option 0 has 2 replications and option 1 has 1, until 3: (1, 1) (0, 2) (1, 2), written (option, replication).
struct PlayRound: Sendable, IteratorProtocol {
  private let options: [(option: Int, from: Int)]
  let until: Int
  private var replication: Int
  private var position = 0

  /// `options` in the order of play; `from`: replications each already has.
  init(_ options: [(option: Int, from: Int)], until: Int) {
    self.options = options.filter { $0.from < until }
    self.until = until
    replication = self.options.map(\.from).min() ?? until
  }

  /// A lone scenario.
  init(from: Int, until: Int) { self.init([(0, from)], until: until) }

  /// Plays in the whole round.
  var count: Int { options.reduce(0) { $0 + until - $1.from } }

  func plays(_ option: Int) -> Bool { options.contains { $0.option == option } }

  mutating func next() -> PlayJob? {
    while replication < until {
      while position < options.count {
        let entry = options[position]
        position += 1
        if entry.from <= replication { return PlayJob(option: entry.option, replication: replication) }
      }
      position = 0
      replication += 1
    }
    return nil
  }
}
