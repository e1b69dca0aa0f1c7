import SimulationCore

/// The random numbers of one source's contacts, by purpose.
struct SourceStreams: BitwiseCopyable {
  var arrivals: RandomStream
  var batch: RandomStream
  var talk: RandomStream
  var wrapUp: RandomStream
  var patience: RandomStream
  var stay: RandomStream
  var balk: RandomStream
  var retry: RandomStream
  var age: RandomStream

  init(seed: UInt64, name: String) {
    func stream(_ purpose: String) -> RandomStream { RandomStream(seed: seed, replication: 0, name: "\(purpose)/\(name)") }
    arrivals = stream("arrivals")
    batch = stream("batch")
    talk = stream("talk")
    wrapUp = stream("wrap-up")
    patience = stream("patience")
    stay = stream("abandons-in-service")
    balk = stream("balk")
    retry = stream("retry")
    age = stream("age")
  }

  /// The same streams in another replication.
  func inReplication(_ replication: Int) -> SourceStreams {
    var result = self
    result.arrivals = arrivals.inReplication(replication)
    result.batch = batch.inReplication(replication)
    result.talk = talk.inReplication(replication)
    result.wrapUp = wrapUp.inReplication(replication)
    result.patience = patience.inReplication(replication)
    result.stay = stay.inReplication(replication)
    result.balk = balk.inReplication(replication)
    result.retry = retry.inReplication(replication)
    result.age = age.inReplication(replication)
    return result
  }
}
