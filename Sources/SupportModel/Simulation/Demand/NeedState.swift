import SimulationCore

/// A customer's problem, from the first time they ask until nothing of it is left: what all its contacts share. Times in µs.
struct NeedState: BitwiseCopyable {
  /// Which customer: the index within its source. With the source it is the key of all random numbers of this need.
  var entity: UInt64
  /// First arrival: what the work and the patience of the first attempt are drawn for.
  var firstArrivedAt: Int64
  /// Index into `CompiledArrivals.sources`.
  var source: Int32
  /// Contacts made before the present or planned one: 0 for the first.
  var attempt: Int32
  /// Who last had a contact of this need in hand, or -1.
  var lastAgent: Int32
  /// Contact type in which the customer comes.
  var type: Int32
  /// Contacts that are open and returns that are planned; the need is over when there are none.
  var open: Int32
  /// Runs of random numbers that the work and the patience are drawn from: 0 for those of the first attempt, else the attempt.
  var workRun: UInt16
  var patienceRun: UInt16
  /// What has happened to the customer that makes some of them leave.
  var harm: CustomerValue.Harm

  /// Sets every field, in place.
  @inline(__always)
  mutating func begin(source: Int32, entity: UInt64, type: Int32, at instant: Int64) {
    self.entity = entity
    firstArrivedAt = instant
    self.source = source
    attempt = 0
    lastAgent = -1
    self.type = type
    open = 1
    workRun = 0
    patienceRun = 0
    harm = []
  }
}
