import SimulationCore
import Testing

@testable import SupportModel

/// Queue limits, lines, opening hours and trying again, worked out by hand.
@Suite struct LimitTests {
  private static let second: Int64 = 1_000_000

  @Test func `With room for nobody to wait it is a loss system`() throws {
    var calls = By.calls(at: [0, 10, 60, 70], talk: 60)
    calls.queueLimit = 0
    let play = try Play(By.hour([calls], [By.desk(1)]))
    #expect(play.rows.map(\.outcome) == [.handled, .blocked, .handled, .blocked])
    #expect(play.contacts().blocked == 2 && play.contacts().hadToWait == 0 && play.contacts().queueIntegral == 0)
  }

  @Test func `Wrap-up keeps the agent but frees the line`() throws {
    let limits = [SharedLimit(contactTypes: [0], inSystem: 2)]
    let play = try Play(By.hour([By.calls(at: [0, 1, 2, 61], talk: 60, wrapUp: 30)], [By.desk(1)], limits: limits))
    #expect(play.rows.map(\.outcome) == [.handled, .handled, .blocked, .handled])
    #expect(play.rows[1].answeredAt == 90 * Self.second && play.rows[3].answeredAt == 180 * Self.second)
    #expect(play.group().handling == 180 * Self.second && play.group().wrapUp == 90 * Self.second)
  }

  @Test func `Types that share lines fill them together, others do not`() throws {
    let types = [By.calls("a", at: [0], talk: 60), By.calls("b", at: [1], talk: 60), By.calls("c", at: [2, 3], talk: 60)]
    let play = try Play(By.hour(types, [By.desk(5)], limits: [SharedLimit(contactTypes: [0, 1], inSystem: 1)]))
    #expect(play.rows.map(\.outcome) == [.handled, .blocked, .handled, .handled])
  }

  @Test func `Types that share a waiting room fill it together`() throws {
    let types = [By.calls("a", at: [0, 1], talk: 60), By.calls("b", at: [2], talk: 60)]
    let play = try Play(By.hour(types, [By.desk(1)], limits: [SharedLimit(contactTypes: [0, 1], waiting: 1)]))
    #expect(play.rows.map(\.outcome) == [.handled, .handled, .blocked])
  }

  @Test func `At closing time those who wait are disconnected or still served`() throws {
    var calls = By.calls(at: [0, 50, 100], talk: 300)
    calls.opens = .init(calendar: 0, outside: .refuse, atClose: .disconnect)
    var play = try Play(By.hour([calls], [By.desk(1)], open: [0..<100]))
    #expect(play.rows.map(\.outcome) == [.handled, .disconnected, .blocked])
    #expect(play.rows[1].endedAt == 100 * Self.second && play.contacts().waitOther == 50 * Self.second)
    #expect(play.lines([.blockedClosed]) == [Line(at: 100, .blockedClosed, contact: 2)])
    calls.opens?.atClose = .serve
    calls.opens?.outside = .wait
    play = try Play(By.hour([calls], [By.desk(1)], open: [0..<100]))
    #expect(play.rows.map(\.answeredAt) == [0, 300 * Self.second, 600 * Self.second])
  }

  /// Talk is 60 s for who first came before second 50, and 600 s after.
  private func retrying(_ change: (inout ContactType) -> Void) throws -> Play {
    var calls = By.calls(at: [0, 0], talk: 60)
    calls.talk = TimedDistribution(pieces: [
      .init(from: .zero, distribution: ConstantDistribution(60)), .init(from: By.at(50), distribution: ConstantDistribution(600)),
    ])
    change(&calls)
    return try Play(By.hour([calls], [By.desk(1)]))
  }

  @Test func `Who tries again with the same work brings the talk of the first attempt`() throws {
    for (sameWork, talk) in [(true, 60), (false, 600)] {
      let play = try retrying {
        $0.patience = By.always(30)
        $0.afterAbandon = .init(probability: 1, delay: ConstantDistribution(100), atMost: 3, sameWork: sameWork)
      }
      #expect(play.rows.map(\.attempt) == [0, 0, 1])
      #expect(play.rows[2].arrivedAt == 130 * Self.second)
      #expect(play.rows[2].talkEndedAt - play.rows[2].answeredAt == Int64(talk) * Self.second)
      #expect(play.contacts().retried == 1 && play.contacts().offered == 3 && play.contacts().handledFirst == 1)
    }
  }

  @Test func `Each reason to try again has its own rule about the work`() throws {
    let play = try retrying {
      $0.queueLimit = 0
      $0.afterBlocked = .init(probability: 1, delay: ConstantDistribution(100), atMost: 3, sameWork: true)
      $0.afterAbandon = .init(probability: 1, delay: ConstantDistribution(100), atMost: 3, sameWork: false)
    }
    #expect(play.rows[2].talkEndedAt - play.rows[2].answeredAt == 60 * Self.second)
  }

  @Test func `Nobody tries again more often than allowed, nor after the end`() throws {
    let play = try retrying {
      $0.queueLimit = 0
      $0.afterBlocked = .init(probability: 1, delay: ConstantDistribution(10), atMost: 2)
    }
    #expect(play.rows.map(\.attempt) == [0, 0, 1, 2])
    #expect(play.record.peakInSystem == 1)
    let late = try retrying {
      $0.queueLimit = 0
      $0.afterBlocked = .init(probability: 1, delay: ConstantDistribution(3_600), atMost: 2)
    }
    #expect(late.rows.count == 2)
  }

  @Test func `Who tries again six hundred times meets other numbers each time`() throws {
    var calls = By.calls(at: [0, 1], talk: 3_590)
    calls.queueLimit = 0
    calls.afterBlocked = .init(probability: 1, delay: ExponentialDistribution(mean: 1), atMost: 600)
    let play = try Play(By.hour([calls], [By.desk(1)]))
    #expect(play.rows.map(\.attempt) == [0] + (0...600).map { Int32($0) })
    #expect(play.contacts().retried == 600 && play.contacts().blocked == 601)
    let arrived = play.rows.dropFirst().map(\.arrivedAt)
    let delays = zip(arrived, arrived.dropFirst()).map { $1 - $0 }
    #expect(Set(delays).count > 595)
    // Not the same again after 256 attempts.
    #expect(zip(delays, delays.dropFirst(256)).allSatisfy { $0 != $1 })
  }

  @Test func `Who balks is gone at once and waited nothing`() throws {
    var calls = By.calls(at: [0, 10], talk: 60)
    calls.balk = 1
    let play = try Play(By.hour([calls], [By.desk(1)]))
    #expect(play.rows.map(\.outcome) == [.handled, .balked])
    #expect(play.contacts().balked == 1 && play.contacts().hadToWait == 1 && play.record.waits[0].count == 2)
  }
}
