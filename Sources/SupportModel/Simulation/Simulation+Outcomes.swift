import SimulationCore

/// How customers find a contact that is over.
extension Simulation {
  /// A contact that was let in is over at an instant. Nothing that is played depends on what is drawn here.
  @inline(never)
  mutating func judgeOutcome(_ contact: Int32, _ outcome: ContactRow.Outcome, at end: Int64) {
    let interval = room.contacts[contact].interval
    if interval < 0 || room.contacts[contact].isChaser || outcome == .merged || outcome == .open || outcome == .balked { return }
    let type = cameAs(contact)
    let cell = ledger.cell(interval, type)
    if room.contacts[contact].answeredAt < 0 {
      outcomes.cells[cell].unanswered += 1
      if outcome != .handled { outcomes.cells[cell].leaving += harm(contact, .gaveUp, type) }
      return
    }
    let course = course(of: contact, type, isSolved: outcome == .handled, at: end)
    let feedback = outcomes.rules == nil ? nil : draw(course, demand.needs[room.contacts[contact].need])
    var counts = OutcomeCell()
    counts.count(feedback, course)
    var happened: CustomerValue.Harm = course.isBreached ? .breach : []
    if feedback?.isSatisfied == false { happened.insert(.unsatisfied) }
    counts.leaving = harm(contact, happened, type)
    outcomes.cells[cell] += counts
    let agent = room.contacts[contact].agent
    if agent >= 0 {
      outcomes.groupCells[Int(interval) * ledger.groupCount + Int(floor.agents[Int(agent)].group)] += counts
    }
    if ledger.isListing { ledger.contactRows[Int(room.contacts[contact].number)].feedback = feedback }
  }

  /// A contact that was never let in is over.
  @inline(never)
  mutating func judgeTurnedAway(_ contact: Int32) {
    let interval = room.contacts[contact].interval
    if interval < 0 || room.contacts[contact].isChaser { return }
    let type = room.contacts[contact].type
    outcomes.cells[ledger.cell(interval, type)].leaving += harm(contact, .gaveUp, type)
  }

  /// Something happened to the customer of a contact: how many more leave by it, in millionths. What happened before in the same need counts no
  /// second time.
  private mutating func harm(_ contact: Int32, _ happened: CustomerValue.Harm, _ type: Int32) -> Int64 {
    if outcomes.leaving.count == 0 { return 0 }
    var need = room.contacts[contact].need
    if hasDuplicates && demand.courses[need].isDuplicate { need = demand.courses[need].parent }
    let before = demand.needs[need].harm
    let now = before.union(happened)
    demand.needs[need].harm = now
    return outcomes.leaving[Int(type) * 8 + Int(now.rawValue)] - outcomes.leaving[Int(type) * 8 + Int(before.rawValue)]
  }

  private mutating func draw(_ course: Satisfaction.Course, _ need: NeedState) -> ContactRow.Feedback {
    var feedback = ContactRow.Feedback(isSatisfied: false)
    guard let rules = outcomes.rules else { return feedback }
    feedback.isSatisfied = outcomes.uniform(.satisfied, need) < Satisfaction.probability(ofLogit: rules.model.logit(course))
    if let survey = rules.survey {
      let answers = survey.sends * (feedback.isSatisfied ? survey.answersSatisfied : survey.answersUnsatisfied)
      feedback.hasAnswered = outcomes.uniform(.answers, need) < answers
    }
    if let rule = rules.recommendation {
      let loyalty = rule.loyalty(course, outcomes.uniform(.loyalty, need))
      feedback.loyalty = loyalty
      if let answers = rule.answers { feedback.saysLoyalty = outcomes.uniform(.saysLoyalty, need) < answers.share(of: loyalty) }
    }
    return feedback
  }

  /// What the model looks at.
  private mutating func course(of contact: Int32, _ type: Int32, isSolved: Bool, at end: Int64) -> Satisfaction.Course {
    let since = room.came(contact)
    var repliedAt = hasTickets ? room.tickets[contact].repliedAt : isSolved ? end : -1
    if ledger.isLive[Int(type)] && ledger.repliesAtOnce[Int(type)] { repliedAt = room.contacts[contact].answeredAt }
    let segment = outcomes.segments[Int(type)]
    return Satisfaction.Course(
      wait: (repliedAt < 0 ? end : repliedAt) - since, resolution: end - since - (hasTickets ? room.tickets[contact].rested : 0),
      moves: hasTickets ? room.tickets[contact].moves : 0,
      repeats: room.contacts[contact].attempt + (hasTickets ? room.tickets[contact].reopens : 0),
      isBreached: isBreached(contact, type, at: end), isUnresolved: !isSolved, segment: segment < 0 ? nil : Int(segment))
  }

  /// A promise to a contact that was answered is broken: its clock was used up before it stopped, or is, at an instant.
  private mutating func isBreached(_ contact: Int32, _ type: Int32, at end: Int64) -> Bool {
    let wait = room.contacts[contact].answeredAt - room.contacts[contact].arrivedAt
    for position in ledger.targetsOfType[Int(type)].indices {
      let target = ledger.targets[position]
      if wait > target.within && !compiled.scenario.targets[Int(target.target)].isOnlyMeasured { return true }
    }
    if room.clocks.isEmpty { return false }
    for position in room.clocks.clocks(ofContact: contact) where room.clocks.isBroken(contact, position: position, at: end) { return true }
    return false
  }

  /// What is solved when play ends, and would have come back, is over.
  mutating func judgeResting() {
    if !hasTickets { return }
    for contact in 0..<Int32(room.contacts.slotCount) where room.contacts.isTaken(contact) && room.tickets[contact].phase.isOver {
      judgeOutcome(contact, .handled, at: room.tickets[contact].solvedAt)
    }
  }
}

extension OutcomeCell {
  /// A contact that was answered, and is over.
  mutating func count(_ feedback: ContactRow.Feedback?, _ course: Satisfaction.Course) {
    judged += 1
    effort += 1 + Int64(course.repeats) + Int64(course.moves)
    if course.isBreached { breached += 1 }
    guard let feedback else { return }
    if feedback.isSatisfied { satisfied += 1 }
    if feedback.hasAnswered {
      answers += 1
      if feedback.isSatisfied { answersSatisfied += 1 }
    }
    if feedback.saysLoyalty { loyaltyAnswers += 1 }
    switch feedback.loyalty {
    case .promoter:
      promoters += 1
      if feedback.saysLoyalty { answeringPromoters += 1 }
    case .detractor:
      detractors += 1
      if feedback.saysLoyalty { answeringDetractors += 1 }
    case .passive, nil: break
    }
  }
}
