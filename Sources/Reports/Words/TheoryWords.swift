import Foundation
package import QueueingTheory
import ReportKit
package import Studies

/// What the formulas say, in the reader's units. Their own sentences do not know that times are seconds.
package enum TheoryWords {
  /// `80 % answered within 20s`
  package static func goal(_ goal: Goal) -> String {
    switch goal {
    case .serviceLevel(let share, let within, _): "\(Words.percent(share)) answered within \(Words.length(within))"
    case .meanWait(let limit): "a mean wait (ASA) of at most \(Words.length(limit))"
    case .abandonment(let limit): "at most \(Words.percent(limit)) abandoning"
    case .occupancy(let limit): "an occupancy of at most \(Words.percent(limit))"
    case .probabilityOfWait(let limit): "at most \(Words.percent(limit)) having to wait"
    case .blocking(let limit): "at most \(Words.percent(limit)) refused"
    }
  }

  /// A figure that was seen: `a mean wait (ASA) of 13s`, `72 % answered within 20s`.
  package static func seen(_ goal: Goal) -> String {
    switch goal {
    case .serviceLevel: self.goal(goal)
    case .meanWait(let value): "a mean wait (ASA) of \(Words.length(value))"
    case .abandonment(let value): "\(Words.percent(value)) abandoning"
    case .occupancy(let value): "an occupancy of \(Words.percent(value))"
    case .probabilityOfWait(let value): "\(Words.percent(value)) having to wait"
    case .blocking(let value): "\(Words.percent(value)) refused"
    }
  }
  /// A figure of the kind that the goal is about: `17s`, `12.0 %`.
  package static func figure(_ value: Double, of goal: Goal) -> String {
    if case .meanWait = goal { return value.isFinite ? Words.duration(value) : "any time" }
    return Words.number(value, .share)
  }

  /// `a, b and c`
  package static func goals(_ goals: [Goal]) -> String {
    let words = goals.map(goal)
    return words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }

  /// Why there is no answer, without a full stop.
  package static func problem(_ error: TheoryError) -> String {
    switch error {
    case .unstable(let load, let servers):
      "unstable: \(erlangs(load)) arrive for \(agents(servers)) and nobody leaves, so the queue grows without bound"
    case .unreachable(let goal): "no number of agents gives \(self.goal(goal))"
    case .neverCarried(let goal, let servers): "\(agents(servers)) cannot give \(self.goal(goal)), however little arrives"
    case .alwaysCarried(let goal): "\(self.goal(goal)) holds however much arrives"
    case .abandonmentUnexplained(let observed, let lowest, let highest):
      "no patience explains \(Words.percent(observed)) abandoning: with this volume and staffing it lies between "
        + "\(Words.number(lowest, .share)) (endless patience) and \(Words.number(highest, .share)) (none)"
    case .unexplained(let goal, let worst, let best):
      "no number of agents explains \(seen(goal)): with this volume it lies between \(figure(worst, of: goal)) (hardly anybody there) and "
        + "\(figure(best, of: goal)) (more agents than can ever be busy)"
    case .outOfRange, .undefined, .tooLarge, .numerical: error.description
    }
  }

  /// With its unit, as `Words` spells counts.
  package static func erlangs(_ load: Double) -> String { "\(Words.number(load, .count)) erlangs" }
  /// Agents with their noun, whole or not.
  package static func agents(_ count: Double) -> String {
    count == count.rounded() ? Words.counted(Int(count), "agent") : "\(bareAgents(count)) agents"
  }
  /// `14`, `13.5`
  package static func bareAgents(_ count: Double) -> String { Words.fixed(count, decimals: count == count.rounded() ? 0 : 1) }
  /// Contacts: whole numbers whole.
  package static func contacts(_ count: Double) -> String {
    // Few contacts are not none.
    let decimals = count == count.rounded() || count >= 99.95 ? 0 : count >= 0.05 ? 1 : min(9, Int((-log10(count)).rounded(.up)))
    return "\(Words.fixed(count, decimals: decimals)) contact\(count == 1 ? "" : "s")"
  }

  /// What a service level does with those who leave, by its name in scenarios.
  package static func abandons(_ treatment: AbandonTreatment) -> String {
    switch treatment {
    case .missed: "missed (answered in time ÷ offered)"
    case .ignoredWithin: "ignored-within (answered in time ÷ (offered − abandoned in time))"
    case .metWithin: "met-within ((answered in time + abandoned in time) ÷ offered)"
    case .ignored: "ignored (answered in time ÷ answered)"
    }
  }

  /// "arrivals change with time", to be said after "no exact formula:".
  package static func reason(_ reason: TheoryCheck.Reason) -> String {
    switch reason {
    case .obstacle(let obstacle): self.obstacle(obstacle)
    case .elsewhere(let place, let obstacle): "at \(place), \(self.obstacle(obstacle))"
    case .handleTimesNotExponential(customersLeave: false): "handle times are not exponential"
    case .handleTimesNotExponential(customersLeave: true): "handle times are not exponential and customers leave"
    case .unstable: "more arrives than the agents can handle and nobody leaves"
    case .formula(let error): error.description
    case .other(let words): words
    }
  }

  private static func obstacle(_ obstacle: SinglePool.Obstacle) -> String {
    switch obstacle {
    case .arrivalsNotPoisson: "arrivals are not Poisson"
    case .arrivalsBatched: "contacts arrive in batches"
    case .arrivalsRandomlyBusy: "the busyness of the day is random"
    case .arrivalsChange: "arrivals change with time"
    case .demandEvents: "demand events change the arrivals"
    case .backlog: "there is open work at the start"
    case .hours: "it opens and closes"
    case .comeBackOtherwise: "customers come back in a way that no formula has"
    case .balk: "some leave at once when they must wait"
    case .severalAtOnce: "agents have several of them in hand at once, each slower for the others"
    case .leaveInService: "some leave while they are served"
    case .touches: "they are worked on more than once, in a way that no formula has"
    case .selfService: "self-service changes the work of those it hands over, or others come from it"
    case .recontacts: "customers come again or are called back, in a way that no formula has"
    case .trays: "they belong to one agent each, while others may be free"
    case .mix: "they differ in priority, segment or skill"
    case .handleTimeChanges: "handle times change with time"
    case .patienceChanges: "patience changes with time"
    case .nobody: "nobody serves it"
    case .severalGroups: "several groups serve it"
    case .groupShared: "its agents serve other contacts too"
    case .peopleWithShifts: "people work shifts"
    case .staffingChanges: "staffing changes with time"
    case .peopleMissing: "agents are absent, late or offline at times"
    case .peopleNew: "some agents are new and take longer"
    case .peopleChange: "agents join or leave for good within the horizon"
    case .heldBack: "agents are held back"
    case .notInOrder: "contacts are not taken in order of arrival"
    case .linesShared: "it shares its lines with other contacts"
    case .fewerLinesThanAgents: "there are fewer lines than agents"
    case .moves: "contacts are handed over by two, or keep their place when they go on"
    case .approvals: "agents wait for approvals, or finish before all others what was approved"
    case .reading: "whoever takes a contact over must read it first"
    case .affinity: "contacts wait for the agent whom they had"
    case .escalations: "contacts rise or go on when a promise is nearly used up"
    case .interruptions: "work is put aside for other work"
    case .patienceDiffers: "the customers of its agents differ in patience"
    case .leaveQueue: "customers leave a queue from which others go on or come back"
    case .queueLimited: "a queue from which contacts go on or come back is limited"
    case .handleTimesDiffer: "contacts that go on or come back take their agents longer than others"
    case .handleTimesNotExponential: "handle times are not exponential where contacts go on or come back"
    case .wrapUpGoesOn: "contacts go on or come back while their agent still wraps up"
    case .unstable: "more arrives than the agents can handle and nobody leaves"
    }
  }
}
