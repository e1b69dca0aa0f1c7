import SimulationCore
import SupportModel

/// How customers find their contacts: where they are easier to please, a promise on satisfaction is easier to keep.
enum OutcomeDiff {
  static let section = ScenarioDiffSection(name: "satisfaction", kind: .conditions, covers: ["satisfaction"]) { pair in
    var list = ChangeList("satisfaction")
    let (before, now) = (pair.baseline.satisfaction, pair.candidate.satisfaction)
    switch (before, now) {
    case (nil, nil): break
    case (nil, _?): list.note("", "satisfaction", .new, .neutral)
    case (_?, nil): list.note("", "satisfaction", .gone, .weaker)
    case (let old?, let new?):
      model(old.model, new.model, pair, &list)
      survey(old.survey, new.survey, &list)
      recommendation(old.recommendation, new.recommendation, &list)
    }
    return list.all
  }

  private static func model(_ old: Satisfaction.Model, _ new: Satisfaction.Model, _ pair: ScenarioPair, _ list: inout ChangeList) {
    for (name, before, now) in [
      ("base", old.base, new.base), ("moves", old.moves, new.moves), ("repeats", old.repeats, new.repeats),
      ("breach", old.breach, new.breach), ("unresolved", old.unresolved, new.unresolved),
    ] {
      list.number("", "satisfaction.\(name)", before, now, .moreIsWeaker) { .count($0) }
    }
    list.text("", "satisfaction.wait", old.wait.map(text), new.wait.map(text), .unclear)
    list.text("", "satisfaction.resolution", old.resolution.map(text), new.resolution.map(text), .unclear)
    func values(_ model: Satisfaction.Model, _ scenario: Scenario) -> [(name: String, value: Double)] {
      scenario.segments.enumerated().map { ($1, $0 < model.bySegment.count ? model.bySegment[$0] : 0) }
    }
    let (before, now) = (values(old, pair.baseline), values(new, pair.candidate))
    for entry in before {
      let value = now.first { $0.name == entry.name }?.value ?? 0
      list.number(entry.name, "satisfaction", entry.value, value, .moreIsWeaker) { .count($0) }
    }
    for entry in now where !before.contains(where: { $0.name == entry.name }) {
      list.number(entry.name, "satisfaction", nil, entry.value, .moreIsWeaker) { .count($0) }
    }
  }

  private static func text(_ slope: Satisfaction.Slope) -> String {
    switch slope {
    case .perDoubling(let value, let unit): "\(value) per doubling of \(unit.seconds)s"
    case .linear(let value, let unit): "\(value) per \(unit.seconds)s"
    }
  }

  private static func survey(_ old: Satisfaction.Survey?, _ new: Satisfaction.Survey?, _ list: inout ChangeList) {
    list.number("", "survey.sends", old?.sends, new?.sends, .unclear) { .share($0) }
    list.number("", "survey.answers", old?.answersSatisfied, new?.answersSatisfied, .moreIsWeaker) { .share($0) }
    list.number("", "survey.answers-unsatisfied", old?.answersUnsatisfied, new?.answersUnsatisfied, .lessIsWeaker) { .share($0) }
  }

  private static func recommendation(
    _ old: Satisfaction.Recommendation?, _ new: Satisfaction.Recommendation?, _ list: inout ChangeList
  ) {
    list.number("", "nps.promoter", old?.promoter, new?.promoter, .moreIsWeaker) { .count($0) }
    list.number("", "nps.not-detractor", old?.notDetractor, new?.notDetractor, .moreIsWeaker) { .count($0) }
    list.text("", "nps.wait", old?.wait.map(text), new?.wait.map(text), .unclear)
    list.number("", "nps.answers.promoter", old?.answers?.promoter, new?.answers?.promoter, .moreIsWeaker) { .share($0) }
    list.number("", "nps.answers.passive", old?.answers?.passive, new?.answers?.passive, .unclear) { .share($0) }
    list.number("", "nps.answers.detractor", old?.answers?.detractor, new?.answers?.detractor, .lessIsWeaker) { .share($0) }
  }
}
