import SimulationCore

/// The compiled tables that are read at every event, in slabs: reading a `Slab` copies only the field asked for.
struct SimulationTables: ~Copyable {
  let types: Slab<CompiledTypes.Entry>
  let pieces: Slab<CompiledTypes.Piece>
  let targetsOfType: Slab<CompiledTypes.TargetEntry>
  let limitsOfType: Slab<Int32>
  let samplers: SamplerTable

  let origins: Slab<CompiledArrivals.Source>
  let segments: Slab<CompiledArrivals.Segment>
  let dayCount: Int

  let pairs: Slab<CompiledRouting.Pair>
  let groupLinks: Slab<CompiledRouting.Link>
  let typeLinks: Slab<CompiledRouting.Link>
  /// `[rules * typeCount + type]` and `[rules * groupCount + group]`
  let rangeOfType: Slab<IndexRange>
  let rangeOfGroup: Slab<IndexRange>
  /// How decisions are made, by rules.
  let agentFast: Slab<CompiledRouting.Fast>
  let contactFast: Slab<CompiledRouting.Fast>
  let stages: Slab<Int64>
  let rangeOfStages: Slab<IndexRange>

  init(_ compiled: CompiledScenario) {
    types = Slab(compiled.types.entries)
    pieces = Slab(compiled.types.pieces)
    targetsOfType = Slab(compiled.types.targetsOfType)
    limitsOfType = Slab(compiled.types.limitsOfType)
    samplers = compiled.types.samplers
    origins = Slab(compiled.arrivals.sources)
    segments = Slab(compiled.arrivals.segments)
    dayCount = compiled.arrivals.dayCount
    pairs = Slab(compiled.routing.pairs)
    groupLinks = Slab(compiled.routing.groupLinks)
    typeLinks = Slab(compiled.routing.typeLinks)
    rangeOfType = Slab(compiled.routing.rangeOfType)
    rangeOfGroup = Slab(compiled.routing.rangeOfGroup)
    agentFast = Slab(compiled.routing.rules.map { $0.agentFast })
    contactFast = Slab(compiled.routing.rules.map { $0.contactFast })
    stages = Slab(compiled.routing.stages)
    rangeOfStages = Slab(compiled.routing.rangeOfStages)
  }

  /// The sampler in force for a contact that arrived at an instant.
  @inline(__always)
  func sampler(_ timed: CompiledTypes.Timed, at instant: Int64) -> Int {
    if timed.count == 1 { return Int(pieces[Int(timed.first)].sampler) }
    var low = Int(timed.first)
    var high = low + Int(timed.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].from <= instant { low = middle } else { high = middle }
    }
    return Int(pieces[low].sampler)
  }
}
