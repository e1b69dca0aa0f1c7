import QueueingTheory
import ReportKit

extension ReportDocument {
  /// The report of `muster erlang`.
  package init(_ context: ErlangContext) {
    self.init(title: Self.title(context), context, sections: SectionCatalog.erlang)
  }

  private static func title(_ context: ErlangContext) -> ReportText {
    let question = context.question
    if context.isDay {
      let what = question.goals.isEmpty ? "what your agents give" : "agents needed for \(TheoryWords.goals(question.goals))"
      return ReportText("\(Words.counted(context.entries.count, "interval")) of \(Words.length(question.per)): \(what)", .strong)
    }
    let demand =
      "\(TheoryWords.contacts(question.calls)) in \(Words.length(question.per)) of \(Words.length(question.handleTime)) each: "
      + TheoryWords.erlangs(question.load)
    guard let needed = context.entries[0].answer?.needed else {
      guard let seen = context.entries[0].answer?.explained.first else { return ReportText(demand, .strong) }
      return ReportText("\(demand). \(TheoryWords.agents(seen.agents)) explain \(TheoryWords.seen(seen.observation))", .strong)
    }
    var text = "\(demand). For \(TheoryWords.goals(question.goals)): \(Words.counted(needed, "agent"))"
    if question.shrinkage > 0 { text += ", \(Words.counted(question.paidHeads(Double(needed)), "paid head"))" }
    return ReportText(text, .strong)
  }
}
