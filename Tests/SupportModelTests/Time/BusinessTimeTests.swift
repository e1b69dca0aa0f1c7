import SimulationCore
import Testing

@testable import SupportModel

/// The business clock on hours that a person can count: Monday and Tuesday from nine to five, in hours from Monday's midnight.
@Suite struct BusinessTimeTests {
  private let office = BusinessTime([hour(9)..<hour(17), hour(33)..<hour(41)])

  @Test func `Time is due when so much has been open`() {
    #expect(office.due(after: .hours(2), from: hour(16)) == hour(34))
    #expect(office.due(after: .hours(2), from: hour(3)) == hour(11))
    #expect(office.due(after: .hours(16), from: hour(0)) == hour(41))
  }

  @Test func `Used up exactly at closing it is due at closing, and a microsecond more is due after the next opening`() {
    #expect(office.due(after: .hours(1), from: hour(16)) == hour(17))
    #expect(office.due(after: .hours(1) + TimeSpan(microseconds: 1), from: hour(16)) == hour(33) + TimeSpan(microseconds: 1))
    #expect(office.due(after: TimeSpan(microseconds: 1), from: hour(17)) == hour(33) + TimeSpan(microseconds: 1))
  }

  @Test func `No time at all is due at once, open or closed`() {
    #expect(office.due(after: .zero, from: hour(20)) == hour(20))
    #expect(office.start(of: .zero, until: hour(20)) == hour(20))
  }

  @Test func `What the calendar has no hours for is never due`() {
    #expect(office.due(after: .hours(17), from: hour(0)) == nil)
    #expect(office.due(after: .hours(1), from: hour(41)) == nil)
    #expect(office.nextOpen(from: hour(41)) == nil && office.nextClose(after: hour(41)) == nil)
    #expect(BusinessTime(Stretches.empty).due(after: .hours(1), from: .zero) == nil)
    #expect(BusinessTime(Stretches.empty).start(of: .hours(1), until: .zero) == nil)
    #expect(BusinessTime(Stretches.empty).elapsed(from: .zero, to: hour(9)) == .zero)
  }

  @Test func `It is open from the instant of opening until just before that of closing`() {
    #expect(office.isOpen(at: hour(9)) && !office.isOpen(at: hour(17)))
    #expect(office.nextOpen(from: hour(17)) == hour(33) && office.nextOpen(from: hour(10)) == hour(10))
    #expect(office.nextClose(after: hour(10)) == hour(17) && office.nextClose(after: hour(17)) == hour(41))
  }

  @Test func `A stretch that ends before it begins takes no time`() {
    #expect(office.elapsed(from: hour(12), to: hour(10)) == .zero)
    #expect(office.elapsed(from: hour(12), to: hour(34)) == .hours(6))
  }

  @Test func `Open at all times every hour counts`() {
    #expect(BusinessTime.always.elapsed(from: hour(-5), to: hour(100)) == .hours(105))
    #expect(BusinessTime.always.due(after: .hours(9), from: hour(-5)) == hour(4))
    #expect(BusinessTime.always.start(of: .hours(9), until: hour(4)) == hour(-5))
  }

  @Test(arguments: 0..<100) func `Elapsed, due and start agree with counting every instant`(_ seed: Int) {
    var random = RandomStream(seed: UInt64(seed), replication: 0, name: "business time").generator(entity: 0)
    func draw(_ count: Int) -> Int64 { Int64(random.nextUniform() * Double(count)) }
    let clock = BusinessTime(
      (0..<5).map { _ in
        let start = draw(80)
        return SimInstant(microseconds: start)..<SimInstant(microseconds: start + draw(15))
      })
    let open = (Int64(0)..<100).map { clock.isOpen(at: SimInstant(microseconds: $0)) }
    for from in Int64(0)..<100 {
      var counted: Int64 = 0
      for to in from..<100 {
        let (start, end) = (SimInstant(microseconds: from), SimInstant(microseconds: to))
        #expect(clock.elapsed(from: start, to: end).microseconds == counted)
        if open[Int(to)] {
          // The instant after this one is the first by which one more has been open.
          counted += 1
          #expect(clock.due(after: TimeSpan(microseconds: counted), from: start) == end + TimeSpan(microseconds: 1))
        }
      }
      let until = SimInstant(microseconds: from)
      var wanted: Int64 = 0
      for earlier in stride(from: from - 1, through: 0, by: -1) where open[Int(earlier)] {
        wanted += 1
        #expect(clock.start(of: TimeSpan(microseconds: wanted), until: until) == SimInstant(microseconds: earlier))
      }
      #expect(clock.start(of: TimeSpan(microseconds: wanted + 1), until: until) == nil)
    }
  }

  @Test(arguments: 0..<200) func `A closed stretch put in anywhere changes no business time`(_ seed: Int) {
    var random = RandomStream(seed: UInt64(seed), replication: 0, name: "closed").generator(entity: 0)
    func draw(_ count: Int) -> Int64 { Int64(random.nextUniform() * Double(count)) }
    let stretches = (0..<6).map { _ in
      let start = draw(500)
      return SimInstant(microseconds: start)..<SimInstant(microseconds: start + draw(60))
    }
    let (at, length) = (draw(600), 1 + draw(300))
    /// What was at an instant is that much later behind the new stretch. An end is of what lies before it.
    func moved(_ instant: SimInstant, isEnd: Bool) -> SimInstant {
      let time = instant.microseconds
      return SimInstant(microseconds: time > at || time == at && !isEnd ? time + length : time)
    }
    let before = BusinessTime(stretches)
    let after = BusinessTime(
      before.stretches.ranges.flatMap { range -> [Range<SimInstant>] in
        let cut = SimInstant(microseconds: at)
        guard range.lowerBound < cut, range.upperBound > cut else {
          return [moved(range.lowerBound, isEnd: false)..<moved(range.upperBound, isEnd: true)]
        }
        return [range.lowerBound..<cut, moved(cut, isEnd: false)..<moved(range.upperBound, isEnd: true)]
      })
    for _ in 0..<50 {
      let (from, amount) = (SimInstant(microseconds: draw(600)), TimeSpan(microseconds: draw(120)))
      let to = from + TimeSpan(microseconds: draw(300))
      let start = moved(from, isEnd: false)
      #expect(after.elapsed(from: start, to: moved(to, isEnd: false)) == before.elapsed(from: from, to: to))
      // What is used up at closing is due at closing, on whichever side the new stretch lies.
      #expect(after.due(after: amount, from: start) == before.due(after: amount, from: from).map { moved($0, isEnd: amount > .zero) })
    }
  }
}

private func hour(_ hours: Double) -> SimInstant { .zero + .hours(hours) }
