import QueueingTheory
package import ReportKit

/// The questions turned round: what a given staffing carries, and what patience explains.
package enum CarryingSection {
  package static let family = SectionFamily<ErlangContext>(
    name: "carrying", help: "what a given staffing carries; the patience that explains an observed abandonment"
  ) { context in
    guard !context.isDay, let answer = context.entries[0].answer, let agents = answer.question.agents else { return [] }
    let question = answer.question
    let who = TheoryWords.agents(agents)
    var sentences: [ReportText] = []
    if let calls = answer.largestCalls, let time = answer.largestHandleTime {
      // Rounded to what still holds.
      let most = calls >= 100 ? Words.fixed(calls.rounded(.down), decimals: 0) : Words.fixed((calls * 10).rounded(.down) / 10, decimals: 1)
      let longest = time >= 60 ? time.rounded(.down) : (time * 10).rounded(.down) / 10
      sentences.append(
        ReportText(
          "For \(TheoryWords.goals(question.goals)) \(who) carry at most \(most) contacts in \(Words.length(question.per)), "
            + "or at this volume a handle time of \(Words.duration(longest))."))
    } else if let problem = answer.carryingProblem {
      let text = TheoryWords.problem(problem)
      sentences.append(ReportText(text.prefix(1).uppercased() + text.dropFirst() + ".", .unsure))
    }
    if let patience = answer.explainedPatience, let observed = question.observedAbandonment {
      sentences.append(
        ReportText(
          "\(Words.percent(observed)) abandoning with \(who) is what Erlang A expects of a mean patience of \(Words.duration(patience)).")
      )
    }
    return sentences.map { .sentence($0) }
  }
}
