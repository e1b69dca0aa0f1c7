package import Experiments
import Reports
import ScenarioFormat
package import Studies
import SupportModel

/// What the command line asks a comparison for, in words; every mistake at once.
package struct ComparisonQuestions {
  /// Names of the options' scenarios.
  package var resolver: QuestionResolver
  /// As the arguments name them; empty: the standard table.
  package var metrics: [String] = []
  /// As the argument names it; nil: nothing is selected.
  package var best: String?
  /// As the arguments have them: `Phones 80/20 >= 80%`, the name of a target for its own goal, `targets` for all of them, `none`; empty: `targets`.
  package var requirements: [String] = []
  /// As the argument has it; nil: the standard of the objective.
  package var indifference: String?

  package init(
    resolver: QuestionResolver, metrics: [String] = [], best: String? = nil, requirements: [String] = [], indifference: String? = nil
  ) {
    self.resolver = resolver
    self.metrics = metrics
    self.best = best
    self.requirements = requirements
    self.indifference = indifference
  }

  /// Without seed, confidence and replications, which come from elsewhere.
  package func plan() throws(RequestFailure) -> ComparisonPlan {
    var failures = FailureList()
    var questions: [MetricQuestion] = []
    for text in metrics {
      for part in parts(text) {
        if let question = failures.collect({ () throws(RequestFailure) in try question(part, "--metrics") }) { questions.append(question) }
      }
    }
    if metrics.isEmpty { questions = ComparisonPlan.standardQuestions(resolver) }
    var objective: Objective?
    if let best, let question = failures.collect({ () throws(RequestFailure) in try self.question(best, "--best") }) {
      objective = Objective(question)
      if let indifference {
        let value = failures.collect { () throws(RequestFailure) in try measure(indifference, question, "--indifference \(indifference)") }
        if let value, value <= 0 { failures.add(.badData("--indifference \(indifference): expected more than 0.")) }
        objective?.indifference = value
      }
    }
    var kept: [Requirement] = []
    let goals = ComparisonPlan.goals(of: resolver.scenarios).filter { $0.question != objective?.question }
    let asksForTargets = requirements.isEmpty || requirements.contains("targets")
    if asksForTargets { kept = goals }
    for text in requirements where text != "targets" && !(text == "none" && requirements.count == 1) {
      if let goal = goals.first(where: { $0.question.part?.name == text }) {
        if !kept.contains(goal) { kept.append(goal) }
      } else if let requirement = failures.collect({ () throws(RequestFailure) in try requirement(text) }) {
        kept.append(requirement)
      }
    }
    try failures.finish()
    var plan = ComparisonPlan(
      seed: 1, confidence: 0.95, replications: 1, questions: questions, objective: objective, requirements: kept)
    plan.requiresTargets = !kept.isEmpty && kept == goals
    return plan
  }

  /// A name of a target may have commas in it.
  private func parts(_ text: String) -> [String] {
    if (try? resolver.question(text)) != nil { return [text] }
    return text.split(separator: ",").map { part in
      var part = part
      while part.first == " " { part.removeFirst() }
      while part.last == " " { part.removeLast() }
      return String(part)
    }
  }

  /// Throws the sentence for the argument that asked.
  package func question(_ text: String, _ flag: String) throws(RequestFailure) -> MetricQuestion {
    do throws(QuestionProblem) {
      return try resolver.question(text)
    } catch {
      throw .badData("\(flag) \(text): \(QuestionWords.sentence(error))")
    }
  }

  private func requirement(_ text: String) throws(RequestFailure) -> Requirement {
    guard let parts = Requirement.parts(of: text) else {
      throw .badData("--subject-to \(text): expected `METRIC >= LIMIT` or `METRIC <= LIMIT`, for example \"Phones 80/20 >= 80%\".")
    }
    let question = try question(parts.question, "--subject-to")
    let limit = try measure(parts.limit, question, "--subject-to \(text)")
    var tolerance: Double?
    if let written = parts.tolerance {
      tolerance = try measure(written, question, "--subject-to \(text)")
      if tolerance! <= 0 { throw .badData("--subject-to \(text): expected a tolerance of more than 0.") }
    }
    return Requirement(question, parts.relation, limit, tolerance: tolerance)
  }

  /// A value in the unit of the metric; `argument` is what it was written in, for the message.
  private func measure(_ text: String, _ question: MetricQuestion, _ argument: String) throws(RequestFailure) -> Double {
    let unit = question.metric.measure
    do throws(ArgumentText.Wrong) {
      return try MeasureText.value(text, as: unit)
    } catch {
      let wrong = error.description
      throw .badData("\(argument): \(QuestionWords.name(question)) is \(unit.noun), and \(wrong)\(wrong.hasSuffix("?") ? "" : ".")")
    }
  }
}
