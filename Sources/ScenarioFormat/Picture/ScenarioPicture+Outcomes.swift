import SimulationCore
import SupportModel

/// How customers find their contacts, by the coefficients of the file.
extension ScenarioPicture {
  func outcomes() -> [String] {
    guard let rules = scenario.satisfaction else { return [] }
    let model = rules.model
    var terms: [String] = []
    if let wait = model.wait { terms.append("\(spelled(wait)) of wait for the first reply") }
    if let resolution = model.resolution { terms.append("\(spelled(resolution)) until it is over") }
    for (value, words) in [
      (model.moves, "for each hand-over to another contact type"), (model.repeats, "for each time that the customer had to come back"),
      (model.breach, "where a promise was broken"), (model.unresolved, "where it ended unsolved"),
    ] where value != 0 {
      terms.append("\(signed(value)) \(words)")
    }
    for (segment, value) in zip(scenario.segments, model.bySegment) where value != 0 { terms.append("\(signed(value)) for \(segment)") }
    var lines = [
      "satisfied with chance \(percent(Satisfaction.probability(ofLogit: model.base))) (logit \(plain(model.base))) where nothing else counts"
        + (terms.isEmpty ? "" : "; to the logit \(terms.joined(separator: ", "))")
    ]
    if let survey = rules.survey { lines.append(said(survey)) }
    if let rule = rules.recommendation {
      let promoters = Satisfaction.probability(ofLogit: rule.promoter)
      let detractors = 1 - Satisfaction.probability(ofLogit: rule.notDetractor)
      lines.append(
        "NPS \(plain((100 * (promoters - detractors)).rounded())) where nothing else counts: \(percent(promoters)) promoters, \(percent(detractors)) detractors"
          + (rule.wait.map { "; \(spelled($0)) of wait for the first reply" } ?? ""))
    }
    return lines
  }

  private func said(_ survey: Satisfaction.Survey) -> String {
    let sent = survey.sends == 1 ? "a survey goes to all" : "a survey goes to \(percent(survey.sends))"
    if survey.answersSatisfied == survey.answersUnsatisfied { return "\(sent), \(percent(survey.answersSatisfied)) answer" }
    var line = "\(sent); of the satisfied \(percent(survey.answersSatisfied)) answer, of the others \(percent(survey.answersUnsatisfied))"
    if let measured = survey.measured(ofTrue: 0.9) { line += ": where 90% are satisfied it says \(percent(measured))" }
    return line
  }

  private func spelled(_ slope: Satisfaction.Slope) -> String {
    switch slope {
    case .perDoubling(let value, let unit): "\(signed(value)) for each doubling from \(durationText(unit)) on"
    case .linear(let value, let unit): "\(signed(value)) for each \(durationText(unit))"
    }
  }

  private func durationText(_ span: TimeSpan) -> String { spelledRoughly(span.seconds) }

  private func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + plain(value) }
}
