import SimulationCore

/// What a contact is expected to need over all its touches, from the laws alone; where contacts go on in other types, in one leg.
package struct ExpectedCourse: Sendable, Equatable {
  /// The first included; those of a new contact for the same need too.
  package var touches = 0.0
  /// Talk and wrap-up of all of them together, seconds before any group's factor.
  package var work = 0.0
  /// Chance that the leg ends in each of the moves of its type.
  package var moves: [Double] = []
  /// Chance that it ends solved by an agent, for good.
  package var solved = 0.0
}

extension ContactType {
  /// Chances are by touch, so they are followed touch by touch until hardly anybody is left; what a calendar says of an auto-close is taken as of all
  /// hours. `mean`: of a law that changes with time; `moving`: the share of a move, whoever makes the touch.
  package func expectedCourse(
    _ mean: (TimedDistribution) -> Double, moving: (Move) -> Double = { $0.shares.reduce(0, +) / Double($0.shares.count) }
  ) -> ExpectedCourse {
    var course = ExpectedCourse()
    let moving = moves.map(moving)
    course.moves = moving.map { _ in 0 }
    var here = 1.0
    for touch in 1...10_000 where here > 1e-9 {
      let talk = lawOfTouch(touch, touches?.talk) ?? self.talk
      let wrapUp = lawOfTouch(touch, touches?.wrapUp) ?? self.wrapUp
      course.touches += here
      course.work += here * (mean(talk) + (wrapUp.map(mean) ?? 0))
      if !hasTouches {
        course.solved = here
        break
      }
      let approved = here * approvedShare(after: touch)
      if let approval, let finish = approval.finish {
        let isAnother = approval.agent == .goesOn
        course.touches += isAnother ? approved : 0
        course.work += approved * (finish.mean + (isAnother ? wrapUp.map(mean) ?? 0 : 0))
      }
      let others = here - approved
      course.solved += (others * solvedShare(after: touch) * (1 - moving.reduce(0, +)) + approved) * (1 - (reopening?.share ?? 0))
      for position in moving.indices { course.moves[position] += others * solvedShare(after: touch) * moving[position] }
      here = others * returnShare(after: touch, moving: moving.reduce(0, +)) + approved * reopenedShare
    }
    return course
  }

  private func lawOfTouch(_ touch: Int, _ laws: [TimedDistribution]?) -> TimedDistribution? {
    guard touch > 1, let laws, !laws.isEmpty else { return nil }
    return laws[min(touch - 1, laws.count) - 1]
  }

  /// Chance that neither a hold nor a wait for the customer follows a touch of this number.
  private func solvedShare(after touch: Int) -> Double {
    func value(_ list: [Double]) -> Double { list[min(touch, list.count) - 1] }
    return (1 - holds.reduce(0) { $0 + value($1.shares) }) * (1 - (touches.map { value($0.more) } ?? 0))
  }

  /// Chance that another touch of the leg follows one of this number; `moving`: of a move, where nothing else follows.
  private func returnShare(after touch: Int, moving: Double) -> Double {
    func value<T>(_ list: [T]) -> T { list[min(touch, list.count) - 1] }
    let held = holds.reduce(0) { $0 + value($1.shares) }
    var (left, share) = (1 - held, held)
    if let touches {
      let more = value(touches.more)
      // Where nobody is asked there is no law of answers.
      if more > 0 { share += left * more * (1 - value(touches.neverReplies)) * answeredShare(touches, value(touches.repliesIn)) }
      left *= 1 - more
    }
    return share + left * (1 - moving) * reopenedShare
  }

  /// Of contacts that an agent solves, those that come back.
  private var reopenedShare: Double {
    guard let reopening, let after = reopening.after else { return 0 }
    return reopening.share * (reopening.afterWindow == .new ? 1 : reopening.within.map { after.cumulative($0.seconds) } ?? 1)
  }

  /// Chance that a touch of this number is to be approved, and then solves the contact.
  package func approvedShare(after touch: Int) -> Double {
    approval.map { $0.shares[min(touch, $0.shares.count) - 1] } ?? 0
  }

  /// Of the customers who answer at all, those whose answer brings another touch.
  private func answeredShare(_ touches: Touches, _ law: AnyDistribution) -> Double {
    guard let close = touches.autoClose else { return 1 }
    let after: Double =
      switch close.after {
      case .time(let span): span.seconds
      case .businessDays(let days): Double(days) * 86_400
      }
    if touches.lateReplies == .lost { return law.cumulative(after) }
    guard let reopening, reopening.afterWindow == .lost, let within = reopening.within else { return 1 }
    return law.cumulative(after + within.seconds)
  }
}
