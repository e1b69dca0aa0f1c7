import Foundation
import SimulationCore

@testable import SupportModel

/// How customers found what is over, worked out after the play.
extension NaiveSimulator {
  /// nil of contacts that nobody answered, that are open, or that are counted nowhere.
  func feedback(_ contact: NaiveContact) -> ContactRow.Feedback? {
    guard let rules = scenario.satisfaction, isJudged(contact) else { return nil }
    let (model, course) = (rules.model, course(contact))
    var logit = model.base
    for (slope, time) in [(model.wait, course.wait), (model.resolution, course.resolution)] {
      switch slope {
      case nil: break
      case .linear(let coefficient, let unit): logit += coefficient * Double(time) / Double(unit.microseconds)
      case .perDoubling(let coefficient, let unit): logit += coefficient * Foundation.log2(1 + Double(time) / Double(unit.microseconds))
      }
    }
    logit += model.moves * Double(contact.legs.count - 1)
    logit += model.repeats * Double(contact.attempt + contact.reopens.count)
    if course.isBreached { logit += model.breach }
    if contact.outcome != .handled { logit += model.unresolved }
    if let segment = scenario.contactTypes[contact.comesAs].segment, !model.bySegment.isEmpty { logit += model.bySegment[segment] }
    func draw(_ purpose: String) -> Double {
      var numbers = stream("\(purpose)/\(contact.need.stream)").generator(
        entity: contact.entity, run: UInt16(truncatingIfNeeded: contact.run))
      return numbers.nextUniform()
    }
    var feedback = ContactRow.Feedback(isSatisfied: draw("satisfied") < 1 / (1 + Foundation.exp(-logit)))
    if let survey = rules.survey {
      let answers = feedback.isSatisfied ? survey.answersSatisfied : survey.answersUnsatisfied
      feedback.hasAnswered = draw("answers-survey") < survey.sends * answers
    }
    if let rule = rules.recommendation {
      var waited = 0.0
      if case .linear(let coefficient, let unit)? = rule.wait { waited = coefficient * Double(course.wait) / Double(unit.microseconds) }
      let (number, yes) = (draw("recommends"), [rule.promoter, rule.notDetractor].map { 1 / (1 + Foundation.exp(-($0 + waited))) })
      feedback.loyalty = number < yes[0] ? .promoter : number < yes[1] ? .passive : .detractor
      if let answers = rule.answers {
        let share = [.promoter: answers.promoter, .passive: answers.passive, .detractor: answers.detractor][feedback.loyalty!]!
        feedback.saysLoyalty = draw("answers-nps") < share
      }
    }
    return feedback
  }

  func countOutcomes(_ record: inout ReplicationRecord) {
    if scenario.satisfaction == nil && scenario.valueOfOthers == nil && scenario.valueBySegment.allSatisfy({ $0 == nil }) { return }
    let leaving = leaving
    record.outcomes = Array(repeating: OutcomeCell(), count: record.contacts.count)
    record.outcomesByGroup = Array(repeating: OutcomeCell(), count: record.groups.count)
    for contact in contacts {
      guard let interval = contact.interval, contact.isAtTheDoor, contact.parent == nil else { continue }
      let cell = interval * scenario.contactTypes.count + contact.comesAs
      guard isJudged(contact) else {
        record.outcomes[cell].leaving += leaving[contact.number] ?? 0
        if ![.open, .merged, .balked, .blocked].contains(contact.outcome) { record.outcomes[cell].unanswered += 1 }
        continue
      }
      var counts = OutcomeCell()
      counts.judged = 1
      counts.leaving = leaving[contact.number] ?? 0
      let feedback = feedback(contact)
      let says = feedback?.hasAnswered == true
      counts.satisfied = feedback?.isSatisfied == true ? 1 : 0
      counts.answers = says ? 1 : 0
      counts.answersSatisfied = says ? counts.satisfied : 0
      let course = course(contact)
      counts.effort = 1 + Int64(course.repeats) + Int64(course.moves)
      counts.promoters = feedback?.loyalty == .promoter ? 1 : 0
      counts.detractors = feedback?.loyalty == .detractor ? 1 : 0
      counts.loyaltyAnswers = feedback?.saysLoyalty == true ? 1 : 0
      counts.answeringPromoters = feedback?.saysLoyalty == true ? counts.promoters : 0
      counts.answeringDetractors = feedback?.saysLoyalty == true ? counts.detractors : 0
      counts.breached = course.isBreached ? 1 : 0
      record.outcomes[cell] += counts
      if let agent = contact.agent { record.outcomesByGroup[interval * scenario.groups.count + agent.group] += counts }
    }
  }

  private func isJudged(_ contact: NaiveContact) -> Bool {
    contact.interval != nil && contact.isAtTheDoor && contact.parent == nil && contact.answeredAt != nil && contact.outcome != .open
      && contact.outcome != .merged
  }

  private func course(_ contact: NaiveContact) -> Satisfaction.Course {
    let type = scenario.contactTypes[contact.comesAs]
    let end = contact.endedAt!
    let said = scenario.hasTickets ? contact.said.first { $0.what == .replied }?.at : contact.outcome == .handled ? end : nil
    let replied = scenario.isLive(type) && type.replies ? contact.answeredAt : said
    let rested = zip(contact.reopens, contact.solves).reduce(0) { $0 + $1.0 - $1.1 }
    return Satisfaction.Course(
      wait: (replied ?? end) - contact.cameAt, resolution: end - contact.cameAt - rested, moves: Int32(contact.legs.count - 1),
      repeats: Int32(contact.attempt + contact.reopens.count), isBreached: isBreached(contact), isUnresolved: contact.outcome != .handled,
      segment: type.segment)
  }

  func isBreached(_ contact: NaiveContact) -> Bool {
    scenario.targets.enumerated().contains { number, target in
      guard target.contactTypes.contains(contact.comesAs), !target.isOnlyMeasured else { return false }
      if scenario.plainAnswers[number] {
        guard case .time(let within)? = target.duration(priority: scenario.contactTypes[contact.comesAs].priority) else { return false }
        return contact.answeredAt! - contact.arrivedAt > within.microseconds
      }
      let clocks =
        [NaiveClock(contact, target, scenario)].compactMap { $0 }
        + (target.measure == .nextResponse ? NaiveClock.ofMessages(contact, target, scenario) : [])
      return clocks.contains { !$0.isInTime(at: $0.stopped ?? contact.endedAt!) }
    }
  }
}
