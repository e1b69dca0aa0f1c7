import QueueingTheory
package import ReportKit

/// The answer in plain words, for someone who meets it for the first time.
package enum ExplanationSection {
  package static let family = SectionFamily<ErlangContext>(name: "explanation", help: "the answer in plain words, with --explain") {
    context in
    guard context.explains, !context.isDay, let answer = context.entries[0].answer else { return [] }
    let question = answer.question
    var sentences: [String] = []
    sentences.append(
      "The load. \(TheoryWords.contacts(question.calls)) in \(Words.length(question.per)), "
        + "\(Words.length(question.handleTime)) each, keep \(TheoryWords.erlangs(question.load)) of work going: "
        + "that many agents would be busy all the time if contacts came one after the other without a gap. They do not, they come by chance, "
        + "so a team of exactly that size would always run behind.")
    if let needed = answer.needed, let row = answer.neededRow, let figures = row.figures, needed > 0 {
      let spare = Double(needed) - question.load
      let nature = question.choice == .b ? "have no line to come in on" : "meet nobody free"
      let met = question.choice == .b ? figures.blocking : figures.probabilityOfWait
      sentences.append(
        spare > 0
          ? "The answer. \(Words.counted(needed, "agent")) are \(Words.number(spare, .count)) more than the load. "
            + "\(Words.number(met, .share)) of the contacts still \(nature), and each agent is busy "
            + "\(Words.number(figures.occupancy, .share)) of the time; the rest is not idleness to be saved but what keeps the waits short."
          : "The answer. \(Words.counted(needed, "agent")) are fewer than the load: the goal is met because "
            + "\(Words.number(figures.abandonment + figures.blocking, .share)) of the contacts are never handled.")
      if let fewer = answer.rows.last(where: { $0.agents < Double(needed) }) {
        sentences.append("One fewer. " + compare(fewer, row, question))
      }
      if let more = answer.rows.first(where: { $0.agents > Double(needed) }), more.figures != nil {
        sentences.append("One more. " + compare(more, row, question))
      }
      if question.shrinkage > 0 {
        sentences.append(
          "Paid heads. With \(Words.percent(question.shrinkage)) of paid time lost to breaks, absence, training and the like, "
            + "\(needed) at work means \(needed) ÷ \(Words.fixed(1 - question.shrinkage, decimals: 2)) = "
            + "\(Words.counted(row.paidHeads, "person")) paid.".replacing("persons", with: "people"))
      }
    }
    sentences.append("When to doubt it. " + doubt(question))
    return [.heading("In plain words")] + sentences.map { .sentence(ReportText($0)) }
  }

  private static func compare(_ other: StaffingAnswer.Row, _ row: StaffingAnswer.Row, _ question: StaffingQuestion) -> String {
    guard let before = row.figures, let after = other.figures else {
      return "\(TheoryWords.agents(other.agents)) cannot keep up at all: the queue would grow for as long as this goes on."
    }
    if question.choice == .b {
      return "\(TheoryWords.agents(other.agents)) would refuse \(Words.number(after.blocking, .share)) instead of "
        + "\(Words.number(before.blocking, .share))."
    }
    return "With \(TheoryWords.agents(other.agents)) \(Words.number(after.serviceLevel, .share)) are answered within "
      + "\(Words.length(question.within)) instead of \(Words.number(before.serviceLevel, .share)), and the mean wait is "
      + "\(Words.duration(after.meanWait)) instead of \(Words.duration(before.meanWait))."
  }

  private static func doubt(_ question: StaffingQuestion) -> String {
    let common = "It knows one team in which everybody can do everything, and a volume that stays the same for long. "
    return switch question.formula.name {
    case FormulaCatalog.erlangB.name:
      common + "Nobody waits in it: who finds all lines busy is gone. If they call again, more is offered than was counted."
    case FormulaCatalog.erlangC.name:
      common + "Everybody waits for ever in it, so it asks for more people than needed where customers hang up: "
        + "give --patience to see by how much. For breaks, shifts, skills, peaks and everything else there is muster run."
    default:
      common + "Patience in it does not depend on the time waited so far, and who leaves does not call again. "
        + "For breaks, shifts, skills, peaks and everything else there is muster run."
    }
  }
}
