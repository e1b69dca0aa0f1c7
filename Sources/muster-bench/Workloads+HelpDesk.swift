import SimulationCore
import SupportModel
import SupportPolicies

extension Workloads {
  /// Two weeks of a help desk, around the clock: forty people answer calls, chats three at a time, and tickets of several touches that are put aside
  /// when somebody calls or chats; a promise for each on the clock of an office.
  static func helpDesk() -> Scenario {
    let length = TimeSpan.days(14)
    func arrivals(_ perHour: Double) -> [ArrivalProcess] {
      [ArrivalProcess(pattern: .poisson([.init(start: .zero, end: .zero + length, expected: perHour * 336)]))]
    }
    func exponential(_ seconds: Double) -> TimedDistribution { TimedDistribution(ExponentialDistribution(mean: seconds)) }
    var chat = Channel(name: "chat", concurrency: 3)
    chat.pace = Pace([1, 0.85, 0.72])
    var email = Channel(name: "email", isLive: false)
    email.interruption = Interruption(by: [0, 1], cost: ExponentialDistribution(mean: 30).boxed)
    var ticket = ContactType(
      name: "ticket", channel: 2, skills: [0], arrivals: arrivals(60), talk: exponential(420), wrapUp: exponential(30))
    ticket.touches = Touches(
      more: [0.45, 0.3, 0.2], repliesIn: [ExponentialDistribution(mean: 39_600).boxed], neverReplies: [0.12],
      autoClose: .init(after: .time(.hours(96))))
    ticket.reopening = Reopening(share: 0.08, after: ExponentialDistribution(mean: 86_400).boxed, within: .days(7))
    let office = (0..<14).map { day -> Range<SimInstant> in
      let midnight = SimInstant.zero + TimeSpan.days(Double(day))
      return (midnight + .hours(8))..<(midnight + .hours(18))
    }
    var terms = ClockTerms()
    terms.calendar = 0
    terms.pauses = ClockPhases([.pending])
    var scenario = Scenario(
      name: "help-desk", horizon: .elapsed(length: length, interval: .hours(1), atEnd: .cut),
      calendars: [WorkCalendar(name: "office", hours: BusinessTime(office))],
      channels: [Channel(name: "phone"), chat, email], skills: ["help"],
      contactTypes: [
        ContactType(
          name: "call", channel: 0, skills: [0], priority: 2, arrivals: arrivals(140), talk: exponential(300), wrapUp: exponential(40),
          patience: exponential(240)),
        ContactType(
          name: "chat", channel: 1, skills: [0], priority: 1, arrivals: arrivals(150), talk: exponential(480), patience: exponential(180)),
        ticket,
      ],
      groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: 40))],
      routing: RoutingPolicy(
        agentForContact: [MostFreeCapacity().boxed, LongestIdle().boxed], contactForAgent: [HighestPriority().boxed, EarliestDue().boxed]),
      targets: [Target(name: "calls", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8)])
    scenario.targets.append(
      Target(
        name: "first reply", contactTypes: [2], measure: .firstResponse, durations: ClockDurations(.time(.hours(4))), terms: terms,
        goal: 0.9))
    scenario.targets.append(
      Target(
        name: "resolution", contactTypes: [2], measure: .resolution, durations: ClockDurations(.time(.hours(24))), terms: terms, goal: 0.9))
    return scenario
  }
}
