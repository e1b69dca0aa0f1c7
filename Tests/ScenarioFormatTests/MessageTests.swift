import SupportModel
import Testing

@testable import ScenarioFormat

/// One mistake, one sentence.
@Suite struct MessageTests {
  @Test(arguments: [
    ("talk: 3", "3 has no unit; expected a duration such as 3m or 3s"),
    ("talk: 5min", "5min has the unknown unit `min`; expected ms, s, m, h, d or w; did you mean 5m?"),
    ("talk: -3m", "-3m is negative; expected a duration of 0s or more"),
    ("talk: 09:30", "09:30 is a time of day; expected a duration such as 20s, 5m, 1h30m or 2d; did you mean 9h30m?"),
    ("talk: 30m1h", "30m1h has its units out of order; expected the larger unit first, each once, as in 1h30m"),
    ("talk: soon", "soon is not a duration; expected a duration such as 20s, 5m, 1h30m or 2d"),
    ("talk: {exponental: {mean: 3m}}", "there is no distribution `exponental`; did you mean `exponential`?"),
    ("talk: {exponential: {maen: 3m}}", "unknown parameter `maen` of exponential; did you mean `mean`?"),
    ("talk: {exponential: {mean: 0s}}", "0s is too small; expected `mean` to be more than 0s"),
    ("talk: {gamma: {mean: 3m}}", "`gamma` has no `cv`; expected `mean` and `cv`, or `shape` and `scale`"),
    (
      "talk: {gamma: {mean: 3m, shape: 2}}",
      "`gamma` cannot have `mean` and `shape` together; expected `mean` and `cv`, or `shape` and `scale`"
    ),
    (
      "talk: {exponential: {mean: 3m}, gamma: {mean: 3m, cv: 1}}",
      "`talk` names `exponential` and `gamma` together; expected one distribution"
    ),
    ("talk: [3m]", "`talk` is a list; expected a distribution such as {exponential: {mean: 3m}}"),
    ("talk: 3m, balk: 120%", "120% is more than 100%; expected a share from 0% to 100%"),
    ("talk: 3m, balk: 80", "80 is not between 0 and 1; expected a share such as 80% or 0.8; did you mean 80%?"),
    ("talk: 3m, skill: [call]", "`skill` is a list; expected a text"),
    ("talk: 3m, queue-limit: -3", "-3 is negative; expected a count of 0 or more"),
    ("talk: 3m, queue-limit: 2.5", "2.5 is not a whole number; expected a count such as 12; did you mean 3?"),
    ("talk: 3m, arrivals: 100", "100 has no unit; expected a rate such as 100/h or 100/d"),
    ("talk: 3m, arrivals: 100/hour", "100/hour has the unknown unit `/hour`; expected /s, /min, /h, /d or /w; did you mean 100/h?"),
    ("talk: 3m, tlak: 4m", "unknown key `tlak` in a contact type; did you mean `talk`"),
    ("tlak: 3m", "unknown key `tlak` in a contact type; did you mean `talk`?"),
    (
      "talk: 3m, after-abandon: {retry: 40%, delay: 5m, same-work: yes}",
      "yes is neither true nor false; expected true or false; did you mean true?"
    ),
  ])
  func `A mistake in a contact type gives its sentence`(_ contact: String, _ sentence: String) {
    let lines = sentences(undated(contact))
    #expect(lines.contains { line in line.split(separator: ": ", maxSplits: 1).last.map { $0.hasPrefix(sentence) } ?? false }, "\(lines)")
  }

  @Test func `Every problem comes in one go in the order of the lines`() {
    let lines = sentences(
      """
      muster: 2
      horizon: {length: 8}
      contacts:
        call:
          channel: 1
          arrivals: {rate: 100, volume: 5/d}
          talk: {exponential: {mean: 3}}
          balk: 200%
      agents:
        desk: {skills: [cal]}
      targets:
        - {for: calls, answer: 20s}
      surprise: 1
      """)
    #expect(
      lines == [
        "1:9: version 2 of the format is not known; expected muster: 1",
        "2:19: 8 has no unit; expected a duration such as 8m or 8s",
        "6:27: `arrivals` of `call` has `rate` and `volume` together; expected exactly one of them",
        "7:32: 3 has no unit; expected a duration such as 3m or 3s",
        "8:11: 200% is more than 100%; expected a share from 0% to 100%",
        "10:9: the agent group `desk` has none of `count`, `staffing`, `roster` and `roster-csv`; expected exactly one of them",
        "10:19: no contact type needs the skill `cal`; did you mean `call`?",
        "12:5: a target has no `goal`; expected a share such as 80% or 0.8",
        "12:11: there is no contact type `calls`; did you mean `call`?",
        "13:1: unknown key `surprise` in the scenario; expected `muster`, `extends`, `name`, `about`, `currency`, `horizon`, `experiment`, `priorities`, `calendars`, `channels`, `scale`, `contacts`, `limits`, `demand-events`, `shifts`, `agents`, `routing`, `targets`, `satisfaction`, `wellbeing` or 5 more",
      ])
  }

  @Test func `Problems carry their path and nearest thing`() throws {
    do {
      _ = try load(undated("tlak: 3m"))
      Issue.record("should not load")
    } catch {
      #expect(error.problems.contains { $0.path == "contacts.call.tlak" && $0.nearest == "`talk`" && $0.line == 3 && $0.column == 19 })
      #expect(!error.isUnreadable)
    }
  }

  @Test func `A name without a letter in common is no hint`() {
    #expect(nearest(to: "c", among: ["a", "b"]) == nil)
    #expect(nearest(to: "A", among: ["a", "b"]) == "a" && nearest(to: "ac", among: ["bb", "ab"]) == "ab")
  }

  @Test func `Weekdays need dates`() {
    #expect(
      sentences(
        undated(agents: "desk: {skills: [call], roster: {early: 1}}", rest: "shifts: {early: {days: mon-fri, start: 07:00, length: 8h}}"))
        == [
          "5:24: the day of the week mon-fri needs dates, and the scenario has none; expected horizon.start, for example 2026-09-14T00:00"
        ])
    #expect(sentences(undated("arrivals: {volume: 10/d, week: {mon: 2}}, talk: 1m")).count == 1)
    #expect(sentences(undated("arrivals: {schedule: [2026-09-14T09:00]}, talk: 1m")).count == 1)
  }

  @Test func `Precision is for something that exists`() {
    #expect(
      sentences(undated(rest: "experiment: {precision: {metric: service-level, for: cal, half-width: 1%}}")) == [
        "5:34: `service-level` is measured by target, and the scenario has none; expected a `targets` section",
        "5:54: there is no contact type or target `cal`; expected `call`, `desk` or `phone`; did you mean `call`?",
      ])
  }

  @Test func `A contact type is no skill`() {
    let lines = sentences(
      """
      muster: 1
      horizon: {length: 8h}
      contacts: {billing-call: {skill: billing, talk: 3m}}
      agents: {desk: {count: 1, skills: [billing-call]}}
      """)
    #expect(
      lines == ["4:36: `billing-call` is a contact type that needs another skill; expected the name of a skill; did you mean `billing`?"])
  }

  @Test func `Nearest finds swaps and beginnings but nothing far away`() {
    #expect(nearest(to: "tlak", among: ["talk", "tall"]) == "talk")
    #expect(nearest(to: "monday", among: DaySet.names) == "mon")
    #expect(nearest(to: "quality", among: ["talk", "patience"]) == nil)
    #expect(nearest(to: "", among: ["a"]) == nil)
    #expect(nearest(to: "Lognormal", among: ["normal", "lognormal"]) == "lognormal")
  }
}
