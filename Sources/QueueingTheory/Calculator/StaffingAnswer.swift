/// The formula's answer to a `StaffingQuestion`.
package struct StaffingAnswer: Sendable, Equatable {
  /// What one number of agents gives.
  package struct Row: Sendable, Equatable {
    /// At work, not paid; whole but for the row of the question's own.
    package var agents: Double
    /// nil where the queue is unstable.
    package var figures: Figures?
    /// People to pay so that so many are at work: agents ÷ (1 − shrinkage), rounded up.
    package var paidHeads: Int
    /// Whether it gives every goal; nil without goals.
    package var meets: Bool?
  }
  /// What the formula says in the long run; shares from 0 to 1.
  package struct Figures: Sendable, Equatable {
    /// Within the question's time, abandons treated as it says.
    package var serviceLevel: Double
    /// Mean wait of the answered, seconds.
    package var meanWait: Double
    /// Of all offered contacts; 0 under Erlang B, where nobody waits.
    package var probabilityOfWait: Double
    /// Share of working time spent handling.
    package var occupancy: Double
    /// Share of all offered contacts that leave the queue unserved.
    package var abandonment: Double
    /// Share of all offered contacts refused entry; 0 but under Erlang B.
    package var blocking: Double
  }

  /// As it was asked; with the patience that explains an observed abandonment where none was given.
  package var question: StaffingQuestion
  /// The smallest number of agents that gives all goals; nil without goals.
  package var needed: Int?
  /// The same if agents could be split, for a single goal.
  package var neededExactly: Double?
  /// A few numbers of agents around the needed one, and the question's own; ascending.
  package var rows: [Row]
  /// What the question's own agents carry at most: contacts in `per`, and mean handle time in seconds. nil where not asked or where the goals hold
  /// for any volume or none.
  package var largestCalls: Double?
  package var largestHandleTime: Double?
  /// Why the two above are missing though they were asked for.
  package var carryingProblem: TheoryError?
  /// The mean patience in seconds that explains the observed abandonment.
  package var explainedPatience: Double?
  /// The agents that explain each figure that was seen.
  package var explained: [ExplainedStaffing]

  /// - Parameter reach: rows to show on each side of the needed agents.
  package init(_ question: StaffingQuestion, reach: Int = 3) throws(TheoryError) {
    var question = question
    if let observed = question.observedAbandonment, let agents = question.agents {
      explainedPatience = try Staffing.patience(
        explaining: observed, arrivalRate: question.arrivalRate, handleTime: question.handleTime, servers: agents)
      // Somebody left, so a formula in which nobody leaves is not the one to ask.
      if question.choice == .auto, question.patience == nil { question.patience = explainedPatience }
    } else if let observed = question.observedAbandonment, question.patience == nil, let wait = question.observedWait {
      // Nobody said how patient customers are: what they waited and how many left say it together.
      explainedPatience = try ExplainedStaffing.agentsAndPatience(
        meanWait: wait, abandonment: observed, arrivalRate: question.arrivalRate, handleTime: question.handleTime
      ).patience
      question.patience = explainedPatience
    }
    self.question = question
    explained = []
    for observation in question.allObservations {
      explained.append(
        try ExplainedStaffing(
          observation, arrivalRate: question.arrivalRate, handleTime: question.handleTime, model: question.model))
    }
    try Require.share(question.shrinkage, "shrinkage")
    guard question.shrinkage < 1 else {
      throw .outOfRange(quantity: "shrinkage", value: question.shrinkage, allowed: "below 1")
    }
    try Require.load(question.load)
    let rate = question.arrivalRate
    let time = question.handleTime
    let model = question.model
    var centre: Double?
    if !question.goals.isEmpty {
      let n = try Staffing.agents(for: question.goals, arrivalRate: rate, handleTime: time, model: model)
      needed = n
      centre = Double(n)
      if question.goals.count == 1, n > 0 {
        neededExactly = try Staffing.fractionalAgents(for: question.goals[0], arrivalRate: rate, handleTime: time, model: model)
      }
    }
    var counts: Set<Double> = []
    if let middle = centre ?? question.agents {
      for step in -reach...reach { counts.insert(middle + Double(step)) }
    } else if let seen = explained.first {
      for step in (1 - reach)...reach { counts.insert(Double(seen.fewer.agents + step)) }
      counts.insert(seen.agents)
    }
    if let agents = question.agents { counts.insert(agents) }
    rows = []
    for agents in counts.filter({ $0 > 0 }).sorted() { rows.append(try Self.row(question, agents: agents)) }

    guard let agents = question.agents else { return }
    if !question.goals.isEmpty, rate > 0 {
      do {
        largestCalls = try Staffing.largestArrivalRate(for: question.goals, handleTime: time, servers: agents, model: model) * question.per
        largestHandleTime = try Staffing.largestHandleTime(for: question.goals, arrivalRate: rate, servers: agents, model: model)
      } catch {
        largestCalls = nil
        carryingProblem = error
      }
    }
  }

  /// The figures for one number of agents; without them where the queue is unstable.
  package static func row(_ question: StaffingQuestion, agents: Double) throws(TheoryError) -> Row {
    var row = Row(agents: agents, figures: nil, paidHeads: question.paidHeads(agents), meets: question.goals.isEmpty ? nil : false)
    let measures: any QueueMeasures
    do {
      measures = try question.model.measures(arrivalRate: question.arrivalRate, handleTime: question.handleTime, servers: agents)
    } catch {
      if case .unstable = error { return row }
      throw error
    }
    row.figures = Figures(
      serviceLevel: try measures.serviceLevel(within: question.within, abandons: question.abandons),
      meanWait: try measures.meanWaitOfServed, probabilityOfWait: measures.probabilityOfWait, occupancy: measures.occupancy,
      abandonment: measures.abandonment, blocking: measures.blocking)
    if !question.goals.isEmpty {
      var all = true
      for goal in question.goals where !(try goal.isMet(by: measures)) { all = false }
      row.meets = all
    }
    return row
  }

  /// The row of the needed agents.
  package var neededRow: Row? { needed.flatMap { n in rows.first { $0.agents == Double(n) } } }
  /// The row of the question's own agents.
  package var ownRow: Row? { question.agents.flatMap { n in rows.first { $0.agents == n } } }
}
