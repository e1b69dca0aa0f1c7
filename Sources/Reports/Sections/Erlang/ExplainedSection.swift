import QueueingTheory
package import ReportKit

/// The question asked backwards: how many agents explain what was seen, and how sharply it tells.
package enum ExplainedSection {
  package static let family = SectionFamily<ErlangContext>(
    name: "explained", help: "how many agents explain a speed of answer, a service level or an abandonment that was seen"
  ) { context in
    guard !context.isDay, let answer = context.entries[0].answer, !answer.explained.isEmpty else { return [] }
    let question = answer.question
    var sentences = answer.explained.map { sentence($0) }
    if question.observedAbandonment != nil, question.agents == nil, let patience = answer.explainedPatience {
      sentences.append(
        "What they waited and how many left say together that their mean patience is \(Words.duration(patience)).")
    }
    if let own = question.agents, let seen = answer.explained.first {
      let gap = own - seen.agents
      let difference = "\(Words.fixed(abs(gap), decimals: 1)) \(gap > 0 ? "fewer" : "more")"
      sentences.append(
        abs(gap) < 0.05
          ? "That is the \(TheoryWords.agents(own)) you name." : "That is \(difference) than the \(TheoryWords.agents(own)) you name.")
    }
    if let disagreement = disagreement(answer.explained) { sentences.append(disagreement) }
    return sentences.map { .sentence(ReportText($0)) }
  }

  /// `A mean wait (ASA) of 13s is what 13.4 agents give: 13 would have given 17s, 14 7.8s.`
  private static func sentence(_ one: ExplainedStaffing) -> String {
    let seen = TheoryWords.seen(one.observation)
    let more = "\(one.more.agents) would have given \(TheoryWords.figure(one.more.figure, of: one.observation))"
    let start =
      "\(seen.prefix(1).uppercased() + seen.dropFirst()) is what \(exactly(one.agents)) \(one.agents == 1 ? "agent" : "agents") give"
    guard one.fewer.agents > 0 else { return "\(start); \(more)." }
    let fewer = one.fewer.figure.map { TheoryWords.figure($0, of: one.observation) } ?? "a queue that grows without bound"
    return
      "\(start): \(one.fewer.agents) would have given \(fewer), \(one.more.agents) \(TheoryWords.figure(one.more.figure, of: one.observation))."
  }

  private static func exactly(_ agents: Double) -> String { Words.fixed(agents, decimals: agents < 9.95 ? 2 : 1) }

  /// Figures of one and the same interval should tell of the same people.
  private static func disagreement(_ explained: [ExplainedStaffing]) -> String? {
    guard let least = explained.map(\.agents).min(), let most = explained.map(\.agents).max(), most - least > 0.5 else { return nil }
    return
      "They do not agree, so the formula does not describe what happened: think of people who were there for a part of the time, of a volume "
      + "that changed, or of a patience other than assumed."
  }
}
