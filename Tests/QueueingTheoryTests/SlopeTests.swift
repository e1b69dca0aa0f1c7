import Testing

@testable import QueueingTheory

/// Derivatives against central differences of the measures themselves.
@Suite struct SlopeTests {
  private func compare(
    _ slopes: QueueSlopes, _ input: WritableKeyPath<Slopes, Double>, at value: Double, _ what: String,
    _ make: (Double) throws -> any QueueMeasures
  ) throws {
    // Richardson's extrapolation of central differences: error of order h⁴, about 1e-9 here.
    func slope(_ measure: (any QueueMeasures) -> Double) throws -> Double {
      func central(_ h: Double) throws -> Double { (measure(try make(value + h)) - measure(try make(value - h))) / (2 * h) }
      let h = 2e-3 * value
      return (4 * (try central(h / 2)) - (try central(h))) / 3
    }
    let pairs: [(String, Double, Double)] = [
      ("p-wait", slopes.probabilityOfWait[keyPath: input], try slope { $0.probabilityOfWait }),
      ("abandonment", slopes.abandonment[keyPath: input], try slope { $0.abandonment }),
      ("mean wait", slopes.meanWait[keyPath: input], try slope { $0.meanWait }),
      ("occupancy", slopes.occupancy[keyPath: input], try slope { $0.occupancy }),
    ]
    for (measure, exact, numeric) in pairs {
      #expect(abs(exact - numeric) <= 1e-6 * max(abs(exact), 1e-3 / value), "\(what) \(measure): \(exact), differences give \(numeric)")
    }
  }

  @Test func `slopes of Erlang C are those of its measures`() throws {
    for (rate, time, n) in [(0.05, 180.0, 12.0), (0.05, 180, 9.5), (2, 1, 3), (0.3, 2, 1)] {
      let slopes = try ErlangC(arrivalRate: rate, handleTime: time, servers: n).slopes()
      let what = "\(rate) \(time) \(n)"
      try compare(slopes, \.arrivalRate, at: rate, what) { try ErlangC(arrivalRate: $0, handleTime: time, servers: n) }
      try compare(slopes, \.handleTime, at: time, what) { try ErlangC(arrivalRate: rate, handleTime: $0, servers: n) }
      try compare(slopes, \.servers, at: n, what) { try ErlangC(arrivalRate: rate, handleTime: time, servers: $0) }
    }
  }

  @Test func `slopes of Erlang A are those of its measures`() throws {
    for (rate, time, patience, n) in [(0.05, 180.0, 120.0, 9.0), (0.05, 180, 600, 12), (2, 1, 0.5, 1), (48, 1, 2, 50), (3, 2, 1, 4.5)] {
      let slopes = try ErlangA(arrivalRate: rate, handleTime: time, patience: patience, servers: n).slopes()
      let what = "\(rate) \(time) \(patience) \(n)"
      try compare(slopes, \.arrivalRate, at: rate, what) {
        try ErlangA(arrivalRate: $0, handleTime: time, patience: patience, servers: n)
      }
      try compare(slopes, \.handleTime, at: time, what) {
        try ErlangA(arrivalRate: rate, handleTime: $0, patience: patience, servers: n)
      }
      try compare(slopes, \.servers, at: n, what) {
        try ErlangA(arrivalRate: rate, handleTime: time, patience: patience, servers: $0)
      }
      try compare(slopes, \.patience, at: patience, what) {
        try ErlangA(arrivalRate: rate, handleTime: time, patience: $0, servers: n)
      }
    }
  }
}
