import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// `extends` and `--set`.
@Suite struct ExtendsTests {
  private let base = """
    muster: 1
    horizon: {length: 8h}
    contacts:
      call: {arrivals: 10/h, talk: {exponential: {mean: 3m}}, patience: {exponential: {mean: 5m}}}
      mail: {arrivals: 1/h, talk: 5m}
    agents: {desk: {count: 7, skills: [call, mail]}}
    targets: [{for: call, answer: 20s, goal: 80%}, {name: v1.5 mail, for: mail, answer: 1h, goal: 90%}]
    """

  @Test func `Maps merge lists and scalars replace and null removes`() throws {
    let scenario = try load(
      """
      extends: base.yaml
      contacts:
        call: {talk: {exponential: {mean: 4m}}, patience: null}
      agents: {desk: {count: 9}}
      targets: [{answer: 30s, goal: 70%}]
      """, files: ["base.yaml": base]
    ).scenario
    #expect(scenario.contactTypes[0].talk.pieces[0].distribution.mean == 240)
    #expect(scenario.contactTypes[0].patience == nil)
    #expect(segments(scenario)[0].expected == 80)
    #expect(scenario.groups[0].mostPeople == 9)
    #expect(scenario.targets.map(\.name) == ["all contacts 70% in 30s"])
    #expect(scenario.contactTypes.map(\.name) == ["call", "mail"])
  }

  @Test func `Chains are followed from folder to folder`() throws {
    let loaded = try ScenarioLoader(
      reader: .memory([
        "a/top.yaml": "extends: ../b/middle.yaml\nname: Top", "b/middle.yaml": "extends: c/base.yaml\nname: Middle\nabout: middle",
        "b/c/base.yaml": base.replacing("arrivals: 10/h", with: "arrivals: {csv: in.csv}"), "b/c/in.csv": "07:00,5\n07:30,5\n",
      ])
    ).load("a/top.yaml")
    #expect(loaded.scenario.name == "Top")
    #expect(loaded.scenario.about == "middle")
    #expect(loaded.files == ["a/top.yaml", "b/middle.yaml", "b/c/base.yaml", "b/c/in.csv"])
  }

  @Test func `A circle names its chain`() {
    let lines = sentences("extends: a.yaml", files: ["a.yaml": "extends: b.yaml", "b.yaml": "name: x\nextends: s.yaml"])
    #expect(lines == ["b.yaml:2:10: `extends` goes round in a circle: s.yaml → a.yaml → b.yaml → s.yaml"])
    #expect(sentences("extends: s.yaml") == ["1:10: `extends` goes round in a circle: s.yaml → s.yaml"])
  }

  @Test func `Problems name the file they are in`() {
    let lines = sentences(
      "extends: base.yaml\nagents: {desk: {cuont: 3}}", files: ["base.yaml": base.replacing("20s", with: "20")])
    #expect(
      Set(lines) == [
        "base.yaml:7:31: 20 has no unit; expected a duration such as 20m or 20s",
        "2:17: unknown key `cuont` in an agent group; did you mean `count`?",
      ])
    #expect(sentences("extends: nothing.yaml") == ["1:10: the file nothing.yaml does not exist"])
  }

  @Test func `Exclusive keys from two files say how to drop the base`() {
    let lines = sentences("extends: base.yaml\ncontacts: {call: {talk: {gamma: {mean: 3m, cv: 1}}}}", files: ["base.yaml": base])
    #expect(
      lines == [
        "2:26: `talk` names `exponential` and `gamma` together; expected one distribution (maps merge: write `exponential: null` to drop the one from base.yaml)"
      ])
  }

  @Test func `Overrides set replace and remove`() throws {
    let scenario = try load(
      base,
      overrides: [
        "agents.desk.count=12", "contacts.call.patience=null", "contacts.call.talk={constant: {value: 2m}, exponential: null}",
        "horizon.warmup=1h",
        "targets.0.goal=85%", "targets.v1.5 mail.answer=2h",
      ]
    ).scenario
    #expect(scenario.groups[0].mostPeople == 12)
    #expect(scenario.contactTypes[0].patience == nil)
    #expect(scenario.contactTypes[0].talk.pieces[0].distribution.mean == 120)
    #expect(scenario.horizon.warmUp == .hours(1))
    #expect(scenario.targets[0].goal == 0.85)
    #expect(scenario.targets[1].within == .hours(2))
  }

  @Test func `Wrong overrides say so`() {
    #expect(
      sentences(base, overrides: ["agents.desk.count"]) == [
        "--set agents.desk.count: the override has no `=`; expected key.path=value, for example agents.tier1.count=20"
      ])
    #expect(
      sentences(base, overrides: ["agents.desk.count="]) == [
        "--set agents.desk.count=: nothing stands after the `=`; expected a value, or null to remove the key"
      ])
    #expect(
      sentences(base, overrides: ["agents.desk.cuont=3"]) == [
        "--set agents.desk.cuont=3: it changes `agents.desk.cuont`, which the scenario does not have; did you mean `agents.desk.count`?"
      ])
    #expect(
      sentences(base, overrides: ["agnets.desk.count=3"]) == [
        "--set agnets.desk.count=3: it changes `agnets`, which the scenario does not have; did you mean `agents`?"
      ])
    #expect(sentences(base, overrides: ["targets.v1.5 mial.goal=3%"])[0].contains("the list has no entry `v1`"))
    #expect(sentences(base, overrides: ["agents.desk.count=[1"])[0].hasPrefix("--set agents.desk.count=[1: the YAML is broken here"))
    #expect(sentences(base, overrides: ["agents..count=1"])[0].contains("the key path has an empty step"))
  }
}
