package import ReportKit
import Studies

/// What was the same in all plays, how the shares were found, and what cannot be a cause.
package enum ExplanationNotesSection {
  package static let family = SectionFamily<ExplanationContext>(
    name: "notes", title: "How it was found", help: "what was the same in all plays, and what the scenario does not have"
  ) { context in
    guard let division = context.result.division, division.total > 0 else { return [] }
    var sentences = [
      "The same in every play: the customers, what they want and how long they wait for it, the people and their shifts."
        + " \(Words.counted(division.sets, "set")) of causes taken away, \(Words.counted(division.replications, "play")) of each."
    ]
    if let orders = division.orders {
      let error = division.parts.map(\.orderError).max() ?? 0
      sentences.append(
        "Of the orders in which the causes may be taken away \(orders) were tried; that alone puts a cause wrong by up to "
          + "\(Words.fixed(error, decimals: 2)) misses a play (standard error), which is in the intervals.")
    }
    if division.parts.contains(where: { $0.numerator < 0 }) {
      sentences.append("Below 0: it helps, and without it more would be missed.")
    }
    let absent = context.result.absent.map(\.title)
    if !absent.isEmpty { sentences.append("Not in this scenario: \(absent.joined(separator: "; ")).") }
    return sentences.map { .sentence(ReportText($0, .muted)) }
  }
}
