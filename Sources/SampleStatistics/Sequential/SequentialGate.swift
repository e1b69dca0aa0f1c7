/// Several questions "is this number at least 0?", asked of data that grow until every answer is clear or the budget is spent.
///
/// ```swift
/// let plan = try SequentialGate(questions: 3, errorRate: 0.05, looks: SequentialGate.looks(budget: 1600))
/// let slack = try moments.meanInterval(confidence: plan.confidence(look: 0))
/// plan.answer(slack: (slack.low, slack.high))      // .yes, .no or .open
/// ```
///
/// **Procedure.** Group-sequential tests with Lan–DeMets error spending of Pocock type. Each question is a pair of one-sided tests on its slack θ (how far
/// the number lies on the right side of its limit): *yes* when θ < 0 is rejected, *no* when θ ≥ 0 is rejected, else open. Every test has the error
/// rate divided by the number of questions (Bonferroni), spent over the looks; answers are final.
///
/// **What is promised.** Of the two hypotheses of a question exactly one is true, so only one of its two tests can err. Over all questions,
/// both directions and all looks, the chance of any wrong answer is at most the error rate, whatever the dependence between the questions.
/// Holm's step-down would decide more, but its proof covers one direction at a time; with both, it does not hold the sum.
///
/// **Why this one.** A gate has a budget, so a bounded procedure wins: an always-valid confidence sequence may go on for ever and pays for that
/// with wider intervals. Looks double from 50 replications on, and most changes are either plainly harmless or plainly harmful: Pocock-type
/// spending lets those end at the first look, where O'Brien–Fleming-type has spent next to nothing. Stopping for *yes* is not used to relax the test for *no*
/// (non-binding), which errs on the safe side.
///
/// Sources: Lan & DeMets, Biometrika 70 (1983); Jennison & Turnbull, *Group Sequential Methods with Applications to Clinical Trials* (2000),
/// ch. 7 (spending), 9 (repeated confidence intervals), 19 (computation), 4.4 (Student's t).
package struct SequentialGate: Sendable {
  /// What the data say so far about one question; yes and no are final.
  package enum Answer: String, Sendable, CaseIterable {
    case yes, no, open
  }

  /// Over all questions, directions and looks.
  package let errorRate: Double
  /// Among which the error rate is divided.
  package let questions: Int
  /// Replications at each look, ascending.
  package let looks: [Int]
  /// Critical values at each look for one test of one question.
  package let boundary: GroupSequentialBoundary

  package init(questions: Int, errorRate: Double, looks: [Int]) throws(GSLError) {
    precondition(questions >= 1 && errorRate > 0 && errorRate < 0.5 && !looks.isEmpty)
    self.questions = questions
    self.errorRate = errorRate
    self.looks = looks
    let budget = Double(looks[looks.count - 1])
    boundary = try GroupSequentialBoundary(
      rate: errorRate / Double(questions), fractions: looks.map { Double($0) / budget }, spending: .pocock)
  }

  /// Fewest replications before anything is said: below that a normal law for their mean is hope.
  package static let firstLook = 50

  /// 50, 100, 200 … and the budget; a look that would come just before the budget (over three quarters) is left out.
  package static func looks(budget: Int) -> [Int] {
    precondition(budget >= 1)
    var looks: [Int] = []
    var next = firstLook
    while next * 4 <= budget * 3 {
      looks.append(next)
      next *= 2
    }
    return looks + [budget]
  }

  /// The two-sided confidence of the interval to judge by at a look: intervals of these levels hold at all looks and for all questions together
  /// (repeated confidence intervals). By Student's law the level is that of the look's one-sided test on either side.
  package func confidence(look: Int) -> Double { 1 - 2 * boundary.nominal[look] }

  /// `slack`: interval of that confidence; at 0 and above is right. One without width means that every replication said the same: then its sign decides.
  package func answer(slack: (low: Double, high: Double)) -> Answer {
    if slack.low >= 0 { return .yes }
    return slack.high < 0 ? .no : .open
  }

  /// The slack that would be noticed with this probability within the whole budget, from the spread seen at a look.
  ///
  /// Normal approximation: (c + z) · s/√N with c the last critical value; looks before the last only add to it.
  package func detectable(standardError: Double, look: Int, power: Double = 0.9) throws(GSLError) -> Double {
    let atBudget = standardError * (Double(looks[look]) / Double(looks[looks.count - 1])).squareRoot()
    return (boundary.critical[looks.count - 1] + (try StandardNormal.quantile(power))) * atBudget
  }

  /// Replications at which a slack like the one seen would be decided with this probability, if this spread goes on; nil for a slack of 0.
  package func replicationsNeeded(slack: Double, standardError: Double, look: Int, power: Double = 0.9) throws(GSLError) -> Int? {
    guard slack != 0 else { return nil }
    let ratio = (boundary.critical[looks.count - 1] + (try StandardNormal.quantile(power))) * standardError / abs(slack)
    let needed = Double(looks[look]) * ratio * ratio
    return needed < 1e9 ? Int(needed.rounded(.up)) : nil
  }
}
