import SimulationCore
import SupportModel

/// How many due instants of a business clock one thread finds in a second: two years of office hours with holidays, instants drawn ahead.
enum ClockBenchmark {
  /// Monday to Friday, eight to six, but for every 37th day; µs from the first Monday.
  static let office: BusinessTime = {
    let days = (0..<731).filter { $0 % 7 < 5 && $0 % 37 != 36 }
    return BusinessTime(days.map { SimInstant.zero + .hours(Double(24 * $0 + 8))..<SimInstant.zero + .hours(Double(24 * $0 + 18)) })
  }()

  /// Instants of the first year at any hour, each with up to four days of open time.
  static func questions(_ count: Int) -> [(created: SimInstant, allowed: TimeSpan)] {
    var draws = RandomStream(seed: 1, replication: 0, name: "clocks").generator(entity: 0)
    return (0..<count).map { _ in
      (
        SimInstant(microseconds: Int64(draws.nextUniform() * 365 * 86_400e6)),
        TimeSpan(microseconds: Int64(draws.nextUniform() * 40 * 3_600e6))
      )
    }
  }

  static func run(quick: Bool) -> Measurement {
    let questions = questions(1 << 16)
    let rounds = quick ? 4 : 160
    var sum: Int64 = 0
    func perSecond(_ ask: ((created: SimInstant, allowed: TimeSpan)) -> Int64) -> Double {
      let samples = (0..<4).map { _ in
        seconds { for _ in 0..<rounds { for question in questions { sum &+= ask(question) } } }
      }
      return Double(rounds * questions.count) / samples.dropFirst().sorted()[1]
    }
    let calendar = office
    let due = perSecond { calendar.due(after: $0.allowed, from: $0.created)?.microseconds ?? 0 }
    let hours = ClockHours(open: calendar, wall: .elapsed)
    let clock = perSecond { question in
      var clock = ServiceClock(.time(question.allowed))
      clock.begin(.running, at: question.created, hours)
      return clock.due(at: question.created, hours)?.microseconds ?? 0
    }
    return Measurement(
      workload: "clocks",
      figures: [
        ("stretches", Double(calendar.stretches.count)), ("due_instants_per_second", due), ("ticket_clocks_per_second", clock),
        ("checksum", Double(sum % 1_000_003)),
      ])
  }
}
