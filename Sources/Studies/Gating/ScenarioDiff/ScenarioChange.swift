/// One thing that a scenario means otherwise than before: facts, for whoever words them.
///
/// ```swift
/// ScenarioDiff.between(before, now)      // Business 80/30, `answer`: 30 s → 45 s, weaker
/// ```
package struct ScenarioChange: Sendable, Equatable {
  /// What it does to what was promised.
  package enum Effect: String, Sendable, CaseIterable {
    /// Less is promised, or what is promised is easier to keep: a gate may pass for this reason alone.
    case weaker
    /// Nobody can say, without playing it, whether the promise is weaker.
    case unclear
    /// More is promised, or what is promised is harder to keep.
    case stronger
    /// Nothing about the promise: a name, or how the work is done, which is what gates judge.
    case neutral = "none"

    /// A gate that is strict does not let it through.
    package var isWeakening: Bool { self == .weaker || self == .unclear }

    /// Of the opposite change.
    var reversed: Effect { self == .weaker ? .stronger : self == .stronger ? .weaker : self }
  }

  package enum Event: String, Sendable, CaseIterable {
    case changed, gone, new
    /// The same thing under another name, which `now` says.
    case renamed
  }

  /// What it was or is. Times in seconds.
  package enum Value: Sendable, Equatable {
    case duration(Double)
    /// From 0 to 1.
    case share(Double)
    case count(Double)
    case hours(Double)
    case money(Double)
    case text(String)
    case names([String])
    /// A random length of time.
    case time(mean: Double, ninetyPercent: Double)
    /// A random number without a unit.
    case number(mean: Double, ninetyPercent: Double)
    case limit(GateLimit, metric: String)
    /// So large a share of contacts by the clock of this measure within so long.
    case promise(goal: Double, measure: String, within: Double)
  }

  /// Name of its section in `ScenarioDiff.sections`.
  package var section: String
  /// Name of the target, gate, contact type …; empty where it is about the scenario.
  package var subject: String
  /// The key of the scenario it is about, or a word for what comes of several; empty: all of it.
  package var aspect: String
  package var event: Event
  /// nil: it was not set, or does not fit into a value.
  package var before: Value?
  package var now: Value?
  package var effect: Effect
  /// Not in the files: `--set` of the command line did it.
  package var isBySetting = false

  package init(
    _ section: String, _ subject: String = "", _ aspect: String = "", _ event: Event = .changed, from before: Value? = nil,
    to now: Value? = nil, _ effect: Effect
  ) {
    self.section = section
    self.subject = subject
    self.aspect = aspect
    self.event = event
    self.before = before
    self.now = now
    self.effect = effect
  }
}
