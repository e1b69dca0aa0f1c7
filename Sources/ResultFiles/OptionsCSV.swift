import Experiments
import ReportKit
import Reports
import ServiceMetrics
package import Studies

/// `options.csv`: one line per option, for each compared metric its value and its difference to the first option.
package enum OptionsCSV {
  /// One line break at the end of each line, the heading first.
  package static func text(_ result: Comparison) -> String {
    let names = result.questions.map(QuestionWords.name)
    var csv = CSVText(
      header: ["option", "replications", "outcome", "chance-best", "dominated-by", "breaks"]
        + names.flatMap { [$0, "\($0) low", "\($0) high", "\($0) difference", "\($0) difference low", "\($0) difference high"] })
    for (index, option) in result.options.enumerated() {
      let broken = result.broken(index).map { QuestionWords.name(result.plan.requirements[$0].question) }
      var line = [
        option.name, String(option.replications), result.plan.objective == nil ? "" : ComparisonJSON.outcome(result, option),
        CSVText.number(option.chanceBest), option.dominated.map { result.options[$0.by].name } ?? "",
        broken.joined(separator: "; "),
      ]
      for (value, difference) in zip(option.values, option.differences) {
        line += [value?.estimate, value?.low, value?.high, difference.difference, difference.low, difference.high].map(CSVText.number)
      }
      csv.append(line)
    }
    return csv.text
  }
}
