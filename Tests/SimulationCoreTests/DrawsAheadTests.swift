import SimulationCore
import Testing

/// Drawing ahead gives the very numbers that drawing one by one gives.
@Suite struct DrawsAheadTests {
  @Test(arguments: [0, 8, 1 << 32, (7 << 40) + 4096, UInt64.max - 7] as [UInt64])
  func `eight entities drawn together are the entities drawn alone`(first: UInt64) {
    let stream = RandomStream(seed: 20_260_914, replication: 3, name: "talk/call")
    var samplers = SamplerTable()
    let distributions: [any Distribution] = [
      ExponentialDistribution(mean: 300), UniformDistribution(from: 10, to: 20), ConstantDistribution(90),
    ]
    for distribution in distributions {
      let index = Int(samplers.add(distribution.boxed))
      #expect(samplers.drawsAhead(index))
      var ahead = DrawsAhead()
      samplers.drawAhead(index, from: stream, entities: first, into: &ahead)
      for position in 0..<8 {
        #expect(ahead[position] == samplers.sample(index, from: stream, entity: first + UInt64(position), run: 0))
      }
    }
  }

  @Test(arguments: [0, 1, 2, 5])
  func `eight exponentials are the next eight of the generator, whatever was drawn before`(before: Int) {
    var together = RandomStream(seed: 9, replication: 1 << 20, name: "arrivals/call").generator(entity: 5 << 40)
    for _ in 0..<before { _ = together.nextUniform() }
    var alone = together
    let unit = Sampler.exponential(mean: 1)
    for _ in 0..<4 {
      var ahead = DrawsAhead()
      ahead.drawExponentials(from: &together)
      for position in 0..<8 { #expect(ahead[position] == unit.sample(using: &alone)) }
    }
  }

  @Test func `what needs more than one number is drawn alone`() {
    var samplers = SamplerTable()
    let index = Int(samplers.add(GammaDistribution(mean: 45, cv: 0.8).boxed))
    #expect(!samplers.drawsAhead(index))
  }
}
