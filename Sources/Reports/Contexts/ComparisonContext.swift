package import Experiments
package import ReportKit
package import Studies
import SupportModel

/// All that a section about a comparison may look at.
package struct ComparisonContext: Sendable {
  /// All that was found out; a section picks from it.
  package let result: Comparison
  /// Names of the files written beside this report, in order.
  package let files: [String]
  /// Folder of these files as the user would type it; nil: nothing was written.
  package let folder: String?
  /// What the comparison is of.
  package let title: String
  /// Where it comes from and how to get it again; nil where no page needs it.
  package var origin: ReportOrigin?
  /// What each option was read from, in their order; empty where no page needs it.
  package var sources: [ComparedSource] = []

  package init(result: Comparison, title: String, folder: String? = nil, files: [String] = []) {
    self.result = result
    self.title = title
    self.folder = folder
    self.files = files
  }

  /// Of the first option: options of one comparison are taken to share it.
  package var currency: String { result.options.first?.scenario.currency ?? "" }
  /// What was asked.
  package var plan: ComparisonPlan { result.plan }
  /// As a person says it: `95 %`.
  package var confidence: String { Words.percent(plan.confidence) }

  /// `71 %`; drawn some thousand times, so never exactly 0 or 100 %.
  package func chance(_ option: Int) -> String {
    guard let chance = result.options[option].chanceBest else { return Words.undefined }
    return Words.chance(min(max(chance, 0.0001), 0.9999))
  }

  /// Unit and spelling of a question's numbers.
  package func quantity(_ question: MetricQuestion) -> Quantity { Quantity(metric: question.metric, currency: currency) }
  /// As the file or the command names the option.
  package func name(_ option: Int) -> String { result.options[option].name }

  /// The value of an option with its interval, over all its plays; a dash where it is undefined.
  package func words(_ question: MetricQuestion, _ option: Int) -> String {
    guard let position = result.questions.firstIndex(of: question), let estimate = result.options[option].values[position] else {
      return Words.undefined
    }
    return Words.estimate(estimate, quantity(question))
  }

  /// Over the plays that all options have. nil: the question is not one of the comparison, or the option has nothing of that name.
  package func estimate(_ question: MetricQuestion, _ option: Int) -> Estimate? { result.shared(question, option) }

  /// The value of an option with its interval, over the plays that all have; the numbers behind the words.
  package func cell(_ question: MetricQuestion, _ option: Int) -> ReportText {
    let estimate = estimate(question, option)
    return ReportText(
      estimate.map { Words.estimate($0, quantity(question)) } ?? Words.undefined,
      number: estimate?.estimate.map { ReportNumber($0, low: estimate?.low, high: estimate?.high) })
  }

  /// A count that has no uncertainty.
  package func whole(_ count: Int) -> ReportText {
    ReportText(Words.fixed(Double(count), decimals: 0), number: ReportNumber(Double(count)))
  }

  /// What was asked to be shown, then objective and requirements.
  package var shownFirst: [MetricQuestion] {
    result.questions.filter { plan.questions.contains($0) } + result.questions.filter { !plan.questions.contains($0) }
  }

  /// Of many options those worth drawing, in their order: the first and the leader, then the likeliest best, then those that none dominates.
  package func drawn(_ most: Int) -> [Int] {
    func rank(_ index: Int) -> (Int, Double, Int) {
      let option = result.options[index]
      if index == 0 || index == result.leader { return (0, 0, index) }
      if let chance = option.chanceBest, chance > 0 { return (1, -chance, index) }
      return (option.dominated == nil ? 2 : 3, 0, index)
    }
    return result.options.indices.sorted { rank($0) < rank($1) }.prefix(most).sorted()
  }

  /// Whether some options were played more often than others.
  package var playsDiffer: Bool { Set(result.options.map(\.replications)).count > 1 }

  /// The value alone, over the plays that all options have.
  package func short(_ question: MetricQuestion, _ option: Int) -> String {
    estimate(question, option)?.estimate.map { Words.number($0, quantity(question)) } ?? Words.undefined
  }

  /// The estimate alone, in the unit of the metric, over all plays of the option.
  package func value(_ question: MetricQuestion, _ option: Int) -> Double? {
    result.questions.firstIndex(of: question).flatMap { result.options[option].values[$0]?.estimate }
  }

  /// What is asked of every option, as a sentence has it: `every promise`, or the requirements one by one.
  package var requirements: String {
    plan.requiresTargets && plan.requirements.count > 1
      ? "every promise" : plan.requirements.indices.map(requirement).joined(separator: " and ")
  }

  /// A requirement as a sentence has it, with its limit in the metric's unit.
  package func requirement(_ index: Int) -> String { QuestionWords.requirement(plan.requirements[index], currency: currency) }
}
