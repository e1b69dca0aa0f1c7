import Experiments
package import ReportKit
import Studies
import SupportModel

/// The answer in two sentences.
package enum ExplanationAnswerSection {
  package static let family = SectionFamily<ExplanationContext>(name: "answer", help: "because of what a target is missed, in a sentence") {
    sentences($0).map { .sentence($0) }
  }

  static func sentences(_ context: ExplanationContext) -> [ReportText] {
    let result = context.result
    guard let level = result.level, result.state != .undecided else {
      return [
        ReportText(
          "No contact decides \(context.asked) in \(Words.counted(result.replications, "play")): there is nothing to explain.", .unsure)
      ]
    }
    let goal = "the goal is \(Words.percent(level.goal))"
    if result.state == .held {
      let isSure = level.estimate.low.map { $0 >= level.goal } ?? false
      return [
        ReportText(
          "\(context.asked) holds: \(context.words(level)), \(goal). There is nothing to explain\(isSure ? "" : "; it is too close to be sure")."
            + closest(context), isSure ? .good : .unsure)
      ]
    }
    return [ReportText("\(context.asked) is missed: \(context.words(level)), \(goal).", .bad)]
      + (result.division.map { [ReportText(division($0), .strong)] } ?? [])
  }

  /// Where it is kept by least, and that a part of it is missed all the same.
  private static func closest(_ context: ExplanationContext) -> String {
    guard let first = context.result.closest.first, let interval = first.interval else { return "" }
    if first.margin >= 0 { return " Closest came \(context.place(interval)): \(context.words(first))." }
    return " But \(context.place(interval)) misses it: \(context.words(first)); --interval \"\(context.place(interval))\" explains it."
  }

  /// "Of 100 missed contacts 42 are missed because of breaks, 30 because of absence; 13 would be missed whatever was taken away."
  private static func division(_ division: BreachDivision) -> String {
    let rest = "\(division.restOfHundred) would be missed whatever was taken away."
    if division.total == 0 { return "None of the plays with causes taken away has a miss: more --replications are needed." }
    if division.parts.isEmpty {
      return "The scenario has none of the causes that could be taken away: it is the work that comes and the people planned for it."
    }
    guard division.explained > 0 else { return "Taking away all of it mends nothing: the causes together have no share in the misses." }
    let named = division.parts.filter { $0.ofHundred > 0 }
    let shown = named.prefix(most)
    let others = named.dropFirst(most).reduce(0) { $0 + $1.ofHundred }
    var list = shown.map { "\($0.ofHundred) because of \($0.cause.title)" }
    if others > 0 { list.append("\(others) because of the other causes below") }
    let saved = division.parts.reduce(0) { $0 - min(0, $1.ofHundred) }
    let helping = division.parts.filter { $0.ofHundred < 0 }.map(\.cause.title)
    let less = saved > 0 ? "; without \(helping.joined(separator: " and ")) there would be \(saved) more" : ""
    return "Of 100 missed contacts, \(list.joined(separator: ", "))\(less); \(rest)"
  }

  private static let most = 4
}
