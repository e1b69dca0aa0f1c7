import Experiments
package import ReportKit
import Studies

/// The answer in plain words: which option, by how much, how sure, and what would change the answer.
package enum VerdictSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "verdict", title: "Which one?", help: "which option, by how much, how sure, and what would change the answer"
  ) { context in
    guard let objective = context.plan.objective else { return [] }
    let sentences = [which(context, objective), howSure(context)] + changes(context, objective)
    return sentences.filter { !$0.text.isEmpty }.map { .sentence($0) }
  }

  /// The same on a page, which says at its end how it was found out.
  package static let page = SectionFamily<ComparisonContext>(
    name: "verdict", title: "Which one?", help: "which option, by how much, and what would change the answer"
  ) { context in
    guard let objective = context.plan.objective else { return [] }
    return ([which(context, objective)] + changes(context, objective)).filter { !$0.text.isEmpty }.map { .sentence($0) }
  }

  /// How it was found out, and how sure that is.
  package static let method = SectionFamily<ComparisonContext>(
    name: "method", title: "How sure?", help: "how the best was found, and what is not told apart"
  ) { context in
    let sentence = howSure(context)
    return sentence.text.isEmpty ? [] : [.sentence(sentence)]
  }

  private static func which(_ context: ComparisonContext, _ objective: Objective) -> ReportText {
    let result = context.result
    let requirements = context.requirements
    let goal = "\(objective.isMaximised ? "highest" : "lowest") \(QuestionWords.title(objective.question))"
    guard let leader = result.leader, result.stop != .noneFeasible else {
      let isKnown = result.stop == .noneFeasible
      return ReportText(
        "No option \(isKnown ? "keeps" : "seems to keep") \(requirements.isEmpty ? "the requirements" : requirements).",
        isKnown ? .bad : .unsure)
    }
    let isKnown = result.best != nil
    let quantity = context.quantity(objective.question)
    let among = requirements.isEmpty ? "" : " of the options that \(isKnown ? "keep" : "seem to keep") \(requirements)"
    // Of options within the indifference of each other one is taken, and it may not be the one whose estimate is ahead.
    let nearly = isBehind(context, objective) ? "nearly " : ""
    let within = nearly.isEmpty ? "" : ", within \(Words.gap(result.indifference ?? 0, quantity))"
    var text =
      "\(context.name(leader)) \(isKnown ? "has" : "looks best so far, with") \(nearly)the \(goal)\(among)\(within): "
      + context.words(objective.question, leader)
    if let next = runnerUp(context, objective), let lead = result.leads[next], lead.difference != nil {
      text += "; \(Words.difference(lead, quantity)) against \(context.name(next)), the next"
    }
    return ReportText(text + ".", isKnown ? .good : .unsure)
  }

  /// The next looks better than the one that was chosen.
  private static func isBehind(_ context: ComparisonContext, _ objective: Objective) -> Bool {
    guard let next = runnerUp(context, objective), let lead = context.result.leads[next]?.difference else { return false }
    return objective.isMaximised ? lead < 0 : lead > 0
  }

  private static func howSure(_ context: ComparisonContext) -> ReportText {
    let result = context.result
    let plays = Words.counted(result.replications, "replication")
    let chance = result.leader.map { " Chance that it is the best: \(context.chance($0))." } ?? ""
    switch result.stop {
    case .bestKnown:
      return ReportText(
        "Known with \(context.confidence) confidence after \(plays) of each option still in question, "
          + "\(blurred(context)) (Andradóttir & Kim, with the margins of Kim & Nelson).\(chance)")
    case .noneFeasible:
      let blurred = context.plan.requirements.isEmpty ? "" : ", \(blurred(context, hasObjective: false))"
      return ReportText("Known with \(context.confidence) confidence after \(plays)\(blurred) (Andradóttir & Kim).")
    case .budgetSpent(let needed):
      let enough = "; at most \(Words.fixed(Double(needed), decimals: 0)) would settle it, \(blurred(context))"
      let more = needed > result.replications ? enough : ""
      return ReportText("Not known with \(context.confidence) confidence: the budget of \(plays) is spent\(more).\(chance)", .unsure)
    case .interrupted: return ReportText("Interrupted after \(plays): not known with \(context.confidence) confidence.\(chance)", .unsure)
    case .completed: return ""
    }
  }

  /// What the procedure does not tell apart: the indifference of the objective, and how near to its limit a requirement may be decided
  /// either way: `differences under 24 USD and 0.5 points of Outages 80/15m not told apart`.
  private static func blurred(_ context: ComparisonContext, hasObjective: Bool = true) -> String {
    var gaps: [String] = []
    if hasObjective, let objective = context.plan.objective, let indifference = context.result.indifference {
      gaps.append(Words.gap(indifference, context.quantity(objective.question)))
    }
    gaps += context.plan.requirements.map { requirement in
      "\(Words.gap(requirement.margin, context.quantity(requirement.question))) of \(QuestionWords.title(requirement.question))"
    }
    let last = gaps.popLast() ?? ""
    return "differences under \(gaps.isEmpty ? last : "\(gaps.joined(separator: ", ")) and \(last)") not told apart"
  }

  /// The best of the others that look feasible.
  private static func runnerUp(_ context: ComparisonContext, _ objective: Objective) -> Int? {
    let result = context.result
    let others = result.options.indices.filter { index in
      index != result.leader && context.value(objective.question, index) != nil
        && context.plan.requirements.allSatisfy { requirement in
          context.value(requirement.question, index).map { requirement.isKept(by: $0) } ?? false
        }
    }
    return others.min { a, b in
      let (x, y) = (context.value(objective.question, a)!, context.value(objective.question, b)!)
      return x == y ? a < b : objective.isMaximised ? x > y : x < y
    }
  }

  private static func changes(_ context: ComparisonContext, _ objective: Objective) -> [ReportText] {
    let result = context.result
    guard let leader = result.leader, let best = context.value(objective.question, leader) else { return [] }
    var reasons: [String] = []
    if let next = runnerUp(context, objective), let value = context.value(objective.question, next) {
      let quantity = context.quantity(objective.question)
      let how = objective.isMaximised ? "higher" : "lower"
      let gap = abs(result.leads[next]?.difference ?? best - value)
      reasons.append(
        gap == 0 || isBehind(context, objective)
          ? "\(context.name(next)) just as well"
          : "\(context.name(next)) if its \(QuestionWords.title(objective.question)) were \(Words.gap(gap, quantity)) \(how)"
      )
    }
    for index in result.options.indices where index != leader {
      guard let value = context.value(objective.question, index), objective.isMaximised ? value > best : value < best else { continue }
      let broken = context.plan.requirements.filter { requirement in
        context.value(requirement.question, index).map { !requirement.isKept(by: $0) } ?? false
      }
      guard broken.count == 1, let level = context.value(broken[0].question, index) else { continue }
      let name = QuestionWords.title(broken[0].question)
      let bound = Words.number(level, context.quantity(broken[0].question))
      reasons.append(
        "\(context.name(index)), "
          + (broken[0].relation == .atLeast ? "if only \(bound) of \(name) were required" : "if \(name) up to \(bound) were allowed"))
    }
    for requirement in context.plan.requirements {
      guard let value = context.value(requirement.question, leader) else { continue }
      // More than all cannot be required.
      if requirement.relation == .atLeast, context.quantity(requirement.question) == .share, value >= 0.9995 { continue }
      let bound = requirement.relation == .atLeast ? "above" : "below"
      let heir = heir(context, objective, beyond: requirement, value).map { context.name($0) } ?? "no option"
      reasons.append(
        "\(heir) if \(QuestionWords.title(requirement.question)) had to be \(bound) \(Words.number(value, context.quantity(requirement.question)))"
      )
    }
    return reasons.isEmpty ? [] : [ReportText("It would be \(reasons.prefix(4).joined(separator: "; ")).")]
  }

  /// The best of those that keep one requirement better than the leader does, and all others.
  private static func heir(_ context: ComparisonContext, _ objective: Objective, beyond requirement: Requirement, _ value: Double) -> Int? {
    let fit = context.result.options.indices.filter { index in
      guard index != context.result.leader, context.value(objective.question, index) != nil,
        let level = context.value(requirement.question, index), requirement.relation == .atLeast ? level > value : level < value
      else { return false }
      return context.plan.requirements.allSatisfy { other in
        other == requirement || (context.value(other.question, index).map { other.isKept(by: $0) } ?? false)
      }
    }
    return fit.min { a, b in
      let (x, y) = (context.value(objective.question, a)!, context.value(objective.question, b)!)
      return x == y ? a < b : objective.isMaximised ? x > y : x < y
    }
  }
}
