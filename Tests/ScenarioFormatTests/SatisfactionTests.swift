import Foundation
import SimulationCore
import SupportModel
import TestSupport
import Testing

@testable import ScenarioFormat

/// How customers find their contacts, as a scenario says it.
@Suite struct SatisfactionTests {
  private func text(_ satisfaction: String) -> String {
    """
    muster: 1
    name: judged
    horizon: {length: 8h}
    contacts:
      call: {segment: business, arrivals: {rate: 30/h}, talk: 90s}
      chat: {segment: private, arrivals: {rate: 10/h}, talk: 2m}
    agents: {desk: {count: 3, skills: [call, chat]}}
    satisfaction: \(satisfaction)
    """
  }

  @Test func `Coefficients are read as they are written, and what is left out plays no part`() throws {
    let rules = try #require(
      try load(
        text(
          "{model: {base: 2.6, wait: {per-doubling: -0.25, of: 1m}, resolution: {per: 1h, is: -0.18}, moves: -0.4, repeats: -0.6, breach: -0.5, "
            + "unresolved: -2, by-segment: {private: 0.2}}, survey: {sends: 80%, answers: 15%, answers-unsatisfied: 22%}, "
            + "nps: {promoter: 0.6, not-detractor: 2.0, wait: {per: 1m, is: -0.25}, answers: {promoter: 25%, passive: 12%, detractor: 20%}}}"
        )
      ).scenario.satisfaction)
    #expect(rules.model.base == 2.6 && rules.model.wait == .perDoubling(-0.25, of: .minutes(1)))
    #expect(rules.model.resolution == .linear(-0.18, per: .hours(1)) && rules.model.bySegment == [0, 0.2])
    #expect([rules.model.moves, rules.model.repeats, rules.model.breach, rules.model.unresolved] == [-0.4, -0.6, -0.5, -2])
    #expect(rules.survey == .init(sends: 0.8, answersSatisfied: 0.15, answersUnsatisfied: 0.22))
    #expect(rules.recommendation?.promoter == 0.6 && rules.recommendation?.answers == .init(promoter: 0.25, passive: 0.12, detractor: 0.2))
    let plain = try #require(try load(text("{model: {base: 2}, survey: {answers: 15%}}")).scenario.satisfaction)
    #expect(plain == Satisfaction(model: .init(base: 2), survey: .init(sends: 1, answersSatisfied: 0.15, answersUnsatisfied: 0.15)))
    #expect(try load(text("{model: {base: 2}}").replacing("satisfaction: {model: {base: 2}}", with: "")).scenario.satisfaction == nil)
  }

  @Test(arguments: [
    ("{model: {wait: {per-doubling: -0.25, of: 1m}}}", "the satisfaction model has no `base`"),
    ("{survey: {answers: 15%}}", "`satisfaction` has no `model`"),
    (
      "{model: {base: 2, by-segment: {busness: 0.2}}}",
      "there is no segment `busness`; expected `business` or `private`; did you mean `business`?"
    ),
    ("{model: {base: 2}, survey: {answers: 150%}}", "150%"),
    ("{model: {base: 2, wait: {per-doubling: -0.25}}}", "`per-doubling` has no `of`"),
    ("{model: {base: 2, wait: {per: 1m, of: 2m, is: 1}}}", "`of` does not go with `per`"),
    ("{model: {base: 2, wait: -0.25}}", "`wait` is"),
    ("{model: {base: 250}}", "`base` is 250; expected a coefficient from -100 to 100"),
    ("{model: {base: 2}, nps: {promoter: 2, not-detractor: 1}}", "more customers are promoters than are no detractors"),
  ])
  func `A mistake is said in a sentence`(satisfaction: String, sentence: String) {
    let lines = sentences(text(satisfaction))
    #expect(lines.count == 1 && lines[0].contains(sentence), "\(lines)")
  }

  @Test func `check says what the coefficients come to`() throws {
    let picture = try load(
      text(
        "{model: {base: 2.6, wait: {per-doubling: -0.25, of: 1m}, unresolved: -2}, survey: {sends: 80%, answers: 15%, answers-unsatisfied: 22%}}"
      )
    ).picture
    #expect(
      picture.contains {
        $0.contains("satisfied with chance 93.086% (logit 2.6) where nothing else counts; to the logit -0.25 for each doubling from 1m on")
      }, "\(picture)")
    #expect(
      picture.contains {
        $0.contains("a survey goes to 80%; of the satisfied 15% answer, of the others 22%: where 90% are satisfied it says")
      })
  }

  @Test func `What docs/satisfaction.md spells loads`() throws {
    let page = try String(contentsOf: ProjectFolder.root.appendingPathComponent("docs/satisfaction.md"), encoding: .utf8)
    let example = try #require(page.split(separator: "```yaml\n").dropFirst().first?.split(separator: "```").first)
    let loaded = try load(text("{}").replacing("satisfaction: {}", with: example))
    #expect(loaded.scenario.satisfaction?.model.unresolved == -2 && loaded.scenario.satisfaction?.recommendation != nil)
  }
}
