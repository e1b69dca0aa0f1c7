import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// `options`: patches on the scenario.
@Suite struct OptionTests {
  private let base = """
    muster: 1
    horizon: {length: 8h}
    contacts:
      call: {arrivals: 10/h, talk: {exponential: {mean: 3m}}, patience: {exponential: {mean: 5m}}}
      mail: {arrivals: 1/h, talk: 5m}
    agents:
      desk: {count: 7, skills: [call, mail], cost: 26}
      night: {count: 2, skills: [call]}
    options:

    """

  private func with(_ options: String) -> String { base + options.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n") }

  @Test func `an option is the scenario with a patch laid over it`() throws {
    let loaded = try load(
      with(
        """
        as-is: {}
        fewer: {agents: {desk: {count: 5, cost: null}, night: null}}
        slower: {contacts: {call: {talk: {exponential: null, gamma: {mean: 4m, cv: 1}}}}}
        more: {agents: {manila: {count: 3, skills: [call]}}, targets: [{for: call, answer: 20s, goal: 80%}]}
        """))
    #expect(loaded.options.map(\.name) == ["as-is", "fewer", "slower", "more"])
    let scenarios = loaded.options.map(\.scenario)
    #expect(scenarios[1].groups.map(\.name) == ["desk"] && scenarios[1].groups[0].mostPeople == 5)
    #expect(scenarios[2].contactTypes[0].talk.pieces[0].distribution.mean == 240)
    #expect(scenarios[3].groups.map(\.name) == ["desk", "night", "manila"] && scenarios[3].targets.count == 1)
    #expect(loaded.options[0].canonicalText == loaded.canonicalText)
    #expect(loaded.options[0].changes == [])
    #expect(
      loaded.options[1].changes == ["agents.desk.count: 7 → 5", "agents.desk.cost: removed", "agents.night: removed"])
    #expect(loaded.options[3].changes == ["agents.manila: added", "targets: added"])
    #expect(loaded.picture.suffix(4).first == "  as-is: nothing changed")
  }

  @Test func `options do not change the scenario itself`() throws {
    let plain = try load(base.replacing("options:\n", with: ""))
    #expect(try load(with("less: {agents: {desk: {count: 5}}}")).canonicalText == plain.canonicalText)
    #expect(plain.options.isEmpty)
  }

  @Test func `every problem of every option comes at once, with the nearest path`() {
    let lines = sentences(
      with(
        """
        typo: {agents: {dsek: {count: 5}}}
        key: {agents: {desk: {cuont: 5}}}
        top: {desk: {count: 5}}
        gone: {agents: {desk: {costs: null}}}
        value: {agents: {desk: {count: five}}}
        new: {agents: {evening: {count: 5}}}
        both: {contacts: {call: {talk: {gamma: {mean: 3m, cv: 1}}}}}
        fixed: {experiment: {seed: 3}}
        left: {contacts: {mail: null}}
        word: yes
        """))
    #expect(
      lines == [
        "7:35: with the option `left`: no contact type needs the skill `mail`; expected `call`",
        "10:19: the option `typo` changes `agents.dsek`, which the scenario does not have; did you mean `agents.desk`?",
        "11:25: the option `key` changes `agents.desk.cuont`, which the scenario does not have; did you mean `agents.desk.count`?",
        "12:9: the option `top` changes `desk`, which the scenario does not have; did you mean `agents.desk`?",
        "13:26: the option `gone` removes `agents.desk.costs`, which the scenario does not have; did you mean `agents.desk.cost`?",
        "14:34: five is not a count; expected a whole number such as 12",
        "15:18: the option `new` changes `agents.evening`, which the scenario does not have; expected one of `agents.desk` or `agents.night`, or a new agent group with `skills`",
        "16:35: `talk` names `exponential` and `gamma` together; expected one distribution (an option merges maps: write `exponential: null` in it to drop the one of the scenario)",
        "17:11: the option `fixed` cannot change `experiment`: all options are played alike",
        "19:3: the option `word` is yes; expected a map that changes the scenario, {} to leave it as it is",
      ])
  }

  @Test func `a problem that an option makes elsewhere names the option`() {
    let text =
      base.replacing("agents:\n", with: "targets: [{for: mail, answer: 1h, goal: 90%}]\nagents:\n") + "  left: {contacts: {mail: null}}\n"
    #expect(
      sentences(text) == [
        "6:17: with the option `left`: there is no contact type `mail`; expected `call`",
        "8:35: with the option `left`: no contact type needs the skill `mail`; expected `call`",
      ])
  }

  @Test func `a problem of the scenario is said once`() {
    let text = with("a: {}\nb: {agents: {desk: {count: 3}}}").replacing("10/h", with: "10")
    #expect(sentences(text).count == 1)
  }

  @Test func `an empty list of options is a clear sentence`() {
    let text = base.replacing("options:\n", with: "options: {}\n")
    #expect(
      sentences(text) == [
        "9:10: `options` is empty: there is nothing to compare; expected a name and a patch for each, for example {as-is: {}, two-more: {agents: {desk: {count: 9}}}}"
      ])
    #expect(
      sentences(base.replacing("options:\n", with: "options: [a]\n"))[0].hasPrefix("9:10: `options` is a list; expected a map of names"))
    #expect(sentences(base)[0].hasPrefix("9:9: `options` is nothing; expected a map of names"))
  }

  @Test func `options of a base are kept, changed and removed by name`() throws {
    let own = """
      extends: base.yaml
      options:
        fewer: {agents: {night: null}}
        as-is: null
        third: {agents: {desk: {count: 9}}}
      """
    let loaded = try load(own, files: ["base.yaml": with("as-is: {}\nfewer: {agents: {desk: {count: 5, cost: null}}}")])
    #expect(loaded.options.map(\.name) == ["fewer", "third"])
    #expect(
      loaded.options[0].changes == ["agents.desk.count: 7 → 5", "agents.desk.cost: removed", "agents.night: removed"])
  }

  @Test func `a setting reaches into options and what they patch`() throws {
    let loaded = try load(
      with("less: {agents: {desk: {count: 5}}}"), overrides: ["options.less.agents.desk.count=4", "agents.night.count=3"])
    #expect(loaded.options[0].scenario.groups.map(\.mostPeople) == [4, 3])
  }
}
