import SimulationCore

/// An arrival source at work: an ordinary process, a backlog, or one occurrence of a part of a demand event.
struct SourceState: BitwiseCopyable {
  /// Index into `CompiledArrivals.sources`.
  var source: Int32
  /// Number of the first contact's entity: occurrences of a random event number theirs apart.
  var entityBase: UInt64 = 0
  /// Contacts made so far.
  var made: UInt64 = 0
  /// Batches drawn so far.
  var batches: UInt64 = 0
  /// Start of the source, µs (demand events), added to its segments.
  var offset: Int64 = 0
  /// Multiplies expected counts.
  var scale = 1.0
  /// Present segment or next instant, an index into the compiled table.
  var position: Int
  /// Share of the present segment that is used up.
  var used = 0.0
  /// Exact time of the last renewal, seconds.
  var lastRenewal = 0.0
  var gaps: RandomGenerator
  /// Amounts of expected arrivals until the next contacts, from `gaps`, and how many of them are taken.
  var amounts = DrawsAhead()
  var amountsTaken = 8
  /// Talk in seconds of the eight entities from `talkFrom` on.
  var talk = DrawsAhead()
  var talkFrom = UInt64.max
  /// Arrivals of an `instants` source still to come at the present instant, because a busy day repeats it.
  var epochs: UInt64 = 0
}
