import QueueingTheory
package import ReportKit

/// Which formula spoke, what it assumes, and how it counts those who leave.
package enum FormulaSection {
  package static let family = SectionFamily<ErlangContext>(name: "formula", help: "which formula it is and what it assumes") { context in
    let formula = context.entries.map(\.question.formula).last { $0.name == FormulaCatalog.erlangA.name } ?? context.question.formula
    var sentences = [ReportText("\(formula.title). It assumes \(formula.assumptions.joined(separator: "; ")).", .muted)]
    if context.losesPatience {
      sentences.append(ReportText("Abandons in the service level: \(TheoryWords.abandons(context.question.abandons)).", .muted))
    } else if context.question.choice == .c, context.question.patience != nil {
      sentences.append(ReportText("Erlang C does not know patience: it counts on everybody staying.", .unsure))
    }
    if context.isDay {
      sentences.append(
        ReportText(
          "Each interval is answered for itself, as if it lasted long (SIPP): work left over from the one before is not seen.", .muted))
    }
    return [.heading("Formula")] + sentences.map { .sentence($0) }
  }
}
