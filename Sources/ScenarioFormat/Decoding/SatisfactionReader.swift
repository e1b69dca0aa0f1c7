import SimulationCore
import SupportModel

/// Reads how customers find their contacts, when segments are known.
struct SatisfactionReader {
  let decoding: Decoding

  /// Beyond this a logit says never or always many times over.
  private static let most = 100.0

  func read(_ field: Field) -> Satisfaction? {
    guard let section = Section(field, .satisfaction, decoding) else { return nil }
    let model = section.section("model", .satisfactionModel).flatMap(model)
    let survey = section.section("survey", .survey).flatMap(survey)
    let recommendation = section.section("nps", .recommendation).flatMap(recommendation)
    guard let model else { return nil }
    var satisfaction = Satisfaction(model: model, survey: survey)
    satisfaction.recommendation = recommendation
    return satisfaction
  }

  private func recommendation(_ section: Section) -> Satisfaction.Recommendation? {
    let promoter = section["promoter"].flatMap(coefficient)
    let notDetractor = section["not-detractor"].flatMap(coefficient)
    if let promoter, let notDetractor, notDetractor < promoter, let field = section["not-detractor"] {
      decoding.report(
        "more customers are promoters than are no detractors",
        expected: "`not-detractor` of \(plain(promoter)) or more, the logit of `promoter`",
        at: field)
    }
    let wait = section.section("wait", .slope).flatMap(slope)
    var answers: Satisfaction.Recommendation.Answers?
    if let inner = section.section("answers", .recommendationAnswers) {
      let shares = ["promoter", "passive", "detractor"].compactMap { inner.share($0) }
      if shares.count == 3 { answers = .init(promoter: shares[0], passive: shares[1], detractor: shares[2]) }
    }
    guard let promoter, let notDetractor else { return nil }
    var rule = Satisfaction.Recommendation(promoter: promoter, notDetractor: notDetractor)
    (rule.wait, rule.answers) = (wait, answers)
    return rule
  }

  private func model(_ section: Section) -> Satisfaction.Model? {
    let base = section["base"].flatMap(coefficient)
    var model = Satisfaction.Model(base: base ?? 0)
    model.wait = section.section("wait", .slope).flatMap(slope)
    model.resolution = section.section("resolution", .slope).flatMap(slope)
    model.moves = section["moves"].flatMap(coefficient) ?? 0
    model.repeats = section["repeats"].flatMap(coefficient) ?? 0
    model.breach = section["breach"].flatMap(coefficient) ?? 0
    model.unresolved = section["unresolved"].flatMap(coefficient) ?? 0
    if let field = section["by-segment"] { model.bySegment = bySegment(field) }
    return base == nil ? nil : model
  }

  private func bySegment(_ field: Field) -> [Double] {
    let segments = decoding.names.segments
    var values = Array(repeating: 0.0, count: segments.count)
    for entry in decoding.entries(field, .named(.number)) ?? [] {
      let segment = decoding.find(entry.name, in: segments, "segment", at: entry.field)
      if let value = coefficient(entry.field), let segment { values[segment] = value }
    }
    return values
  }

  private func coefficient(_ field: Field) -> Double? {
    guard let value = decoding.number(field) else { return nil }
    if abs(value) <= Self.most { return value }
    decoding.report("`\(field.key)` is \(field.node.described)", expected: "a coefficient from -100 to 100", at: field)
    return nil
  }

  private func slope(_ section: Section) -> Satisfaction.Slope? {
    guard let form = section.exactlyOne(["per-doubling", "per"], "the coefficient") else { return nil }
    let (number, time, other) = form == "per" ? ("is", "per", "of") : ("per-doubling", "of", "is")
    for key in [number, time] where section.field.node[key] == nil {
      decoding.report(
        "`\(form)` has no `\(key)`", expected: KeyTable.slope.example.map { "as in \($0) or {per: 1m, is: -0.08}" }, at: section.field)
    }
    if let stray = section[other] {
      decoding.report("`\(other)` does not go with `\(form)`", expected: "{per-doubling: b, of: u} or {per: u, is: b}", at: stray)
    }
    let value = section[number].flatMap(coefficient)
    let unit = section.positiveDuration(time)
    guard let value, let unit else { return nil }
    return form == "per" ? .linear(value, per: unit) : .perDoubling(value, of: unit)
  }

  private func survey(_ section: Section) -> Satisfaction.Survey? {
    let sends = section.share("sends") ?? 1
    let answers = section.share("answers")
    let unsatisfied = section.share("answers-unsatisfied")
    guard let answers else { return nil }
    return Satisfaction.Survey(sends: sends, answersSatisfied: answers, answersUnsatisfied: unsatisfied ?? answers)
  }
}
