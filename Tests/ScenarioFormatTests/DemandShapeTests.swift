import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

@Suite struct DemandShapeTests {
  private let shapes: [any DemandShape] = [
    SpikeShape(rise: .minutes(20), halfLife: .hours(3)), SpikeShape(rise: .zero, halfLife: .minutes(40)),
    AdoptionShape(peak: .days(3), spread: .days(2)), AdoptionShape(peak: .zero, spread: .hours(1)),
    CurveShape(every: .hours(1), weights: [1, 0, 4, 9]),
  ]

  @Test func `The whole share is exactly one and never falls`() {
    for shape in shapes {
      #expect(shape.share(within: .zero) == 0)
      #expect(shape.share(within: .seconds(-5)) == 0)
      #expect(shape.share(within: shape.support) == 1)
      #expect(shape.share(within: shape.support + .days(9)) == 1)
      var last = 0.0
      for step in 0...10_000 {
        let share = shape.share(within: TimeSpan(microseconds: shape.support.microseconds / 10_000 * Int64(step)))
        #expect(share >= last && share <= 1)
        last = share
      }
      #expect(shape.corners.first == .zero && shape.corners.last == shape.support)
      #expect(shape.corners == shape.corners.sorted())
    }
  }

  @Test func `A spike halves every half-life`() {
    let spike = SpikeShape(rise: .minutes(20), halfLife: .hours(3))
    func rate(_ at: TimeSpan) -> Double { spike.share(within: at + .seconds(1)) - spike.share(within: at - .seconds(1)) }
    #expect(abs(rate(.minutes(20) + .hours(4)) / rate(.minutes(20) + .hours(1)) - 0.5) < 1e-6)
    #expect(abs(rate(.minutes(5)) / rate(.minutes(10)) - 0.5) < 1e-6)
  }

  @Test func `An adoption is a bell`() {
    let bell = AdoptionShape(peak: .days(10), spread: .days(2))
    #expect(abs(bell.share(within: .days(10)) - 0.5) < 1e-6)
    #expect(abs(bell.share(within: .days(12)) - 0.8413447) < 1e-6)
  }

  @Test func `A curve is cumulative`() {
    let curve = CurveShape(every: .hours(1), weights: [1, 0, 4, 5])
    #expect(abs(curve.share(within: .hours(1)) - 0.1) < 1e-12)
    #expect(abs(curve.share(within: .hours(2)) - 0.1) < 1e-12)
    #expect(abs(curve.share(within: .minutes(150)) - 0.3) < 1e-12)
  }

  @Test func `Events name their shape`() throws {
    func shape(_ text: String) throws -> AnyDemandShape {
      try load(undated(rest: "demand-events: [{at: 2h, extra: {call: 10}, shape: \(text)}]")).scenario.demandEvents[0].shape
    }
    let meant: [(text: String, shape: any DemandShape)] = [
      ("{spike: {rise: 20m, half-life: 3h}}", SpikeShape(rise: .minutes(20), halfLife: .hours(3))),
      ("{adoption: {peak: 3d, spread: 2d}}", AdoptionShape(peak: .days(3), spread: .days(2))),
      ("{curve: {every: 1h, weights: [1, 2]}}", CurveShape(every: .hours(1), weights: [1, 2])),
    ]
    for (text, same) in meant {
      let read = try shape(text)
      #expect(read.corners == same.corners)
      for step in 0...1000 {
        let offset = TimeSpan(microseconds: same.support.microseconds / 1000 * Int64(step))
        #expect(read.share(within: offset) == same.share(within: offset))
      }
    }
    #expect(
      sentences(undated(rest: "demand-events: [{at: 2h, extra: {call: 10}, shape: {spkie: {}}}]"))[0].hasSuffix(
        "there is no shape `spkie`; expected `spike`, `adoption` or `curve`; did you mean `spike`?"))
  }
}
