import SimulationCore

/// Customers of a contact type who differ.
extension Demand {
  /// Which of the combinations of a contact type that mixes a customer of a source is: each part is one draw of the need, so that other shares move
  /// nobody else.
  @inline(never)
  mutating func variant(of mix: Int32, _ source: Int32, _ entity: UInt64) -> Int32 {
    let mix = mixes[Int(mix)]
    var place: Int32 = 0
    for (part, range) in [mix.priorities, mix.segments, mix.skills].enumerated() where !range.isEmpty {
      let uniform = mixStreams[Int(source) * 3 + part].uniform(entity: entity, run: 0)
      let indices = range.indices
      var drawn = indices.lowerBound
      while drawn < indices.upperBound - 1 && uniform >= mixShares[drawn] { drawn += 1 }
      place = place * Int32(indices.count) + Int32(drawn - indices.lowerBound)
    }
    return mix.firstVariant + place
  }

  /// The contact type of a customer of a source.
  @inline(__always)
  mutating func type(_ source: Int32, _ entity: UInt64) -> Int32 {
    origins[Int(source)].mix < 0 ? origins[Int(source)].type : variant(of: origins[Int(source)].mix, source, entity)
  }
}
