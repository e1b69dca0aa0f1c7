/// What a planner asks of one interval: so many contacts of such a length, such promises; how many people? All times in seconds.
package struct StaffingQuestion: Sendable, Equatable {
  /// Which formula is wanted.
  package enum ModelChoice: String, Sendable, CaseIterable {
    /// Erlang A where a patience is given, Erlang C otherwise.
    case auto
    case b, c, a
  }

  /// Expected contacts in `per` seconds.
  package var calls: Double
  /// Length of the interval, seconds.
  package var per: Double
  /// Mean of talk and wrap-up together, seconds.
  package var handleTime: Double
  /// Mean of an exponential patience; nil where nobody leaves.
  package var patience: Double?
  /// All to be met at once; the hardest decides.
  package var goals: [Goal]
  /// Time and treatment of abandons in which service levels are shown.
  package var within: Double
  package var abandons: AbandonTreatment
  /// Share of paid time not available for contacts.
  package var shrinkage: Double
  /// A staffing to look at, whole or not.
  package var agents: Double?
  /// Abandonment that was seen: explained by a patience where `agents` are given, by a number of agents where they are not.
  package var observedAbandonment: Double?
  /// Speed of answer and service level that were seen, each as the goal that it just meets: how many agents explain it?
  package var observations: [Goal]
  /// Which formula the person named, if any.
  package var choice: ModelChoice

  package init(
    calls: Double, per: Double, handleTime: Double, patience: Double? = nil, goals: [Goal] = [], within: Double = 20,
    abandons: AbandonTreatment = .missed, shrinkage: Double = 0, agents: Double? = nil, observedAbandonment: Double? = nil,
    observations: [Goal] = [],
    choice: ModelChoice = .auto
  ) {
    self.calls = calls
    self.per = per
    self.handleTime = handleTime
    self.patience = patience
    self.goals = goals
    self.within = within
    self.abandons = abandons
    self.shrinkage = shrinkage
    self.agents = agents
    self.observedAbandonment = observedAbandonment
    self.observations = observations
    self.choice = choice
  }

  /// Contacts per second.
  package var arrivalRate: Double { calls / per }
  /// Erlangs.
  package var load: Double { arrivalRate * handleTime }

  /// The mean wait of the answered that was seen, seconds.
  var observedWait: Double? {
    for case .meanWait(let wait) in observations { return wait }
    return nil
  }
  /// What a number of agents is to explain.
  package var allObservations: [Goal] {
    observations + (agents == nil ? observedAbandonment.map { [.abandonment(atMost: $0)] } ?? [] : [])
  }

  /// The formula that answers: Erlang A needs a patience and is Erlang C without one.
  package var model: QueueModel {
    switch (choice, patience) {
    case (.b, _): .erlangB
    case (.c, _), (.auto, nil), (.a, nil): .erlangC
    case (.a, let patience?), (.auto, let patience?): .erlangA(patience: patience)
    }
  }
  /// How the catalogue describes the formula that answers.
  package var formula: Formula {
    switch model {
    case .erlangB: FormulaCatalog.erlangB
    case .erlangC: FormulaCatalog.erlangC
    default: FormulaCatalog.erlangA
    }
  }

  /// Paid people for so many at work: n ÷ (1 − shrinkage), whole. The last digits of the quotient must not cost a person.
  package func paidHeads(_ agents: Double) -> Int { Int(min(1e15, (agents / (1 - shrinkage) - 1e-9).rounded(.up))) }
}
