package import SimulationCore

/// Whether customers are satisfied with a contact when it is over, and what a survey sees of it: a logistic model with the coefficients of the
/// scenario. None has a value of its own: what is not said plays no part.
///
/// P(satisfied) = 1 ÷ (1 + exp(−logit)), one draw for each contact that an agent answered.
package struct Satisfaction: Sendable, Equatable {
  /// How a length of time enters a logit.
  package enum Slope: Sendable, Equatable {
    /// coefficient · log₂(1 + t ÷ unit): each doubling of long times counts as much.
    case perDoubling(Double, of: TimeSpan)
    /// coefficient · t ÷ unit.
    case linear(Double, per: TimeSpan)

    /// What a time of so many µs adds to the logit.
    package func term(_ time: Int64) -> Double {
      switch self {
      case .perDoubling(let coefficient, let unit): coefficient * log2(1 + Double(time) / Double(unit.microseconds))
      case .linear(let coefficient, let unit): coefficient * Double(time) / Double(unit.microseconds)
      }
    }
  }

  /// What the logit of *satisfied* is made of.
  package struct Model: Sendable, Equatable {
    package var base: Double
    /// Until the first reply; until it was over, less the time in which it was solved.
    package var wait: Slope?
    package var resolution: Slope?
    /// For each time that it went on in another contact type.
    package var moves = 0.0
    /// For each time that the customer had to come back: earlier contacts of the need, and reopens.
    package var repeats = 0.0
    /// Where a promise to it was broken.
    package var breach = 0.0
    /// Where it ended without being solved.
    package var unresolved = 0.0
    /// By segment, an index into `Scenario.segments`; empty: none differs.
    package var bySegment: [Double] = []

    package init(base: Double) { self.base = base }

    package func logit(_ course: Course) -> Double {
      var logit = base + moves * Double(course.moves) + repeats * Double(course.repeats)
      if let wait { logit += wait.term(course.wait) }
      if let resolution { logit += resolution.term(course.resolution) }
      if course.isBreached { logit += breach }
      if course.isUnresolved { logit += unresolved }
      if let segment = course.segment, segment < bySegment.count { logit += bySegment[segment] }
      return logit
    }
  }

  /// Who answers the question whether they were satisfied. Probabilities.
  package struct Survey: Sendable, Equatable {
    /// Of the contacts that are over.
    package var sends: Double
    /// Of those that get it: who was satisfied, who was not.
    package var answersSatisfied: Double
    package var answersUnsatisfied: Double

    package init(sends: Double, answersSatisfied: Double, answersUnsatisfied: Double) {
      self.sends = sends
      self.answersSatisfied = answersSatisfied
      self.answersUnsatisfied = answersUnsatisfied
    }

    /// The score that so many answers come to on average where so large a share is satisfied; nil: nobody answers.
    package func measured(ofTrue share: Double) -> Double? {
      let (satisfied, unsatisfied) = (share * answersSatisfied, (1 - share) * answersUnsatisfied)
      return sends > 0 && satisfied + unsatisfied > 0 ? satisfied / (satisfied + unsatisfied) : nil
    }
  }

  /// Whether customers would recommend the company: two logits on one scale, one draw.
  ///
  /// P(promoter) = 1 ÷ (1 + exp(−(promoter + wait))), P(no detractor) likewise; who is neither is passive.
  package struct Recommendation: Sendable, Equatable {
    /// Where nothing else counts.
    package var promoter: Double
    package var notDetractor: Double
    /// Until the first reply.
    package var wait: Slope?
    /// Who answers, of all contacts that are over; nil: nobody is asked.
    package var answers: Answers?

    /// Probabilities.
    package struct Answers: Sendable, Equatable {
      package var promoter: Double
      package var passive: Double
      package var detractor: Double

      package init(promoter: Double, passive: Double, detractor: Double) {
        self.promoter = promoter
        self.passive = passive
        self.detractor = detractor
      }

      package func share(of loyalty: ContactRow.Loyalty) -> Double {
        switch loyalty {
        case .promoter: promoter
        case .passive: passive
        case .detractor: detractor
        }
      }
    }

    package init(promoter: Double, notDetractor: Double) {
      self.promoter = promoter
      self.notDetractor = notDetractor
    }

    /// Whom a uniform number makes of a customer.
    package func loyalty(_ course: Course, _ uniform: Double) -> ContactRow.Loyalty {
      let waited = wait?.term(course.wait) ?? 0
      if uniform < probability(ofLogit: promoter + waited) { return .promoter }
      return uniform < probability(ofLogit: notDetractor + waited) ? .passive : .detractor
    }
  }

  /// What the model looks at of a contact; times in µs.
  package struct Course: Sendable {
    package var wait: Int64
    package var resolution: Int64
    package var moves: Int32
    package var repeats: Int32
    package var isBreached: Bool
    package var isUnresolved: Bool
    package var segment: Int?

    package init(wait: Int64, resolution: Int64, moves: Int32, repeats: Int32, isBreached: Bool, isUnresolved: Bool, segment: Int?) {
      self.wait = wait
      self.resolution = resolution
      self.moves = moves
      self.repeats = repeats
      self.isBreached = isBreached
      self.isUnresolved = isUnresolved
      self.segment = segment
    }
  }

  package var model: Model
  /// nil: nobody is asked.
  package var survey: Survey?
  /// nil: nothing is said of it.
  package var recommendation: Recommendation?

  package init(model: Model, survey: Survey? = nil) {
    self.model = model
    self.survey = survey
  }

  /// 1 ÷ (1 + exp(−logit)).
  package static func probability(ofLogit logit: Double) -> Double { 1 / (1 + exp(-logit)) }
}
