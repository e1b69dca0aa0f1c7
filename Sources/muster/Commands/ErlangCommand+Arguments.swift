import ArgumentParser
import QueueingTheory
import ScenarioFormat
import SimulationCore
import Workbench

/// `100` contacts in the interval, or `200/h` whatever the interval.
struct CallsText: Equatable {
  let calls: ErlangRequest.Calls

  init(_ text: String) throws {
    if text.contains("/") {
      calls = .rate(try ErlangCommand.usage { try ArgumentText.rate($0) }(text))
    } else {
      let number = try ErlangCommand.usage { try ArgumentText.number($0) }(text)
      if number < 0 { throw ValidationError("\(text) is negative; expected a number of contacts of 0 or more.") }
      if number > 1e9 { throw ValidationError("\(text) contacts are too many; expected at most 1000000000.") }
      calls = .count(number)
    }
  }
}

extension ErlangCommand {
  /// The reader's sentence as a usage error.
  static func usage<T>(_ read: @escaping @Sendable (String) throws -> T) -> @Sendable (String) throws -> T {
    { text in
      do {
        return try read(text)
      } catch let wrong as ArgumentText.Wrong {
        throw ValidationError("\(wrong).")
      }
    }
  }

  static func time(_ text: String) throws -> TimeSpan {
    let time = try notNegative(text)
    guard time > .zero else { throw ValidationError("\(text) is no time at all; expected a duration of more than 0s.") }
    return time
  }

  static func notNegative(_ text: String) throws -> TimeSpan { try usage { try ArgumentText.duration($0) }(text) }
  static func share(_ text: String) throws -> Double { try usage { try ArgumentText.share($0) }(text) }
  static func serviceLevel(_ text: String) throws -> ServiceLevelText { try usage { try ArgumentText.serviceLevel($0) }(text) }

  static func patience(_ text: String) throws -> TimeSpan {
    let time = try notNegative(text)
    guard time > .zero else {
      throw ValidationError("\(text): who has no patience at all is lost unless an agent is free; that is --model b, without --patience.")
    }
    return time
  }

  static func agentCount(_ text: String) throws -> Double {
    let number = try usage { try ArgumentText.number($0) }(text)
    guard number > 0 else { throw ValidationError("\(text) agents; expected more than 0.") }
    guard number <= 1e9 else { throw ValidationError("\(text) agents are too many; expected at most 1000000000.") }
    return number
  }

  var hasGoal: Bool { target != nil || asa != nil || abandonment != nil || pWait != nil || blocking != nil || maxOccupancy != nil }

  private var observed: [(name: String, isGiven: Bool)] {
    [
      ("--observed-asa", observedAsa != nil), ("--observed-service-level", observedServiceLevel != nil),
      ("--observed-abandonment", observedAbandonment != nil),
    ]
  }
  private var hasObservation: Bool { observed.contains { $0.isGiven } }

  /// What is missing or does not fit together, all at once.
  func validate() throws {
    let problems = missing + unknown + contradictions
    if !problems.isEmpty { throw ValidationError(problems.joined(separator: "\n       ")) }
  }

  private var missing: [String] {
    var problems: [String] = []
    if csv == nil {
      if calls == nil { problems.append("--calls is missing: how many contacts come in --per, as in --calls 100.") }
      if aht == nil { problems.append("--aht is missing: the mean handle time, as in --aht 3m.") }
      if !hasGoal, agents == nil, !hasObservation {
        problems.append(
          "nothing is asked: give a goal (--target 80/20, --asa 15s, --abandonment 3%, --p-wait 20%), a staffing to look at (--agents 14) or "
            + "what was seen (--observed-asa 25s)."
        )
      }
    } else {
      if calls != nil { problems.append("--calls and --csv both say how many contacts come; give one of them.") }
      if explain { problems.append("--explain explains one answer, not a file of them; leave out --csv or --explain.") }
      for (name, isGiven) in observed where isGiven { problems.append("\(name) is asked of one interval; leave out --csv.") }
    }
    return problems
  }

  private var unknown: [String] {
    func list(_ names: [String]) -> String { names.joined(separator: ", ") }
    var problems: [String] = []
    if StaffingQuestion.ModelChoice(rawValue: model) == nil {
      problems.append("--model \(model) is not known; known are: \(list(StaffingQuestion.ModelChoice.allCases.map(\.rawValue))).")
    }
    if !Self.formats.contains(format) {
      problems.append("--format \(format) is not known; known are: \(list(Self.formats)).")
    } else if json, format != Self.formats[0] {
      problems.append("--json and --format \(format) both say what to print; give one of them.")
    }
    if let out, out.isEmpty || out.hasSuffix("/") {
      problems.append("--out \(out.isEmpty ? "\"\"" : out) names no file; expected a name such as answers.csv.")
    }
    if AbandonTreatment(rawValue: abandons) == nil {
      problems.append("--abandons \(abandons) is not known; known are: \(list(AbandonTreatment.allCases.map(\.rawValue))).")
    }
    return problems
  }

  /// Of who waits, who leaves and what was seen.
  private var contradictions: [String] {
    var problems: [String] = []
    if model == "a", patience == nil, csv == nil, observedAbandonment == nil {
      problems.append("--model a needs --patience, as in --patience 2m.")
    }
    let mayLeave = model == "a" || (model == "auto" && (patience != nil || csv != nil))
    if abandonment != nil, !mayLeave {
      problems.append("--abandonment is a goal only where somebody may leave: give --patience, as in --patience 2m.")
    }
    if model == "b" {
      if asa != nil || pWait != nil {
        problems.append("with --model b nobody waits: --asa and --p-wait have no meaning; give --blocking 1%.")
      }
      if patience != nil { problems.append("with --model b nobody waits: leave out --patience.") }
    } else if blocking != nil {
      problems.append("--blocking is a goal only where nobody can wait: give --model b.")
    }
    if observedAbandonment != nil, agents == nil, patience == nil, observedAsa == nil {
      problems.append(
        "--observed-abandonment needs the --agents with which it was seen, or --patience or --observed-asa to say how many they were.")
    }
    if model == "b", observedAsa != nil || observedServiceLevel != nil {
      problems.append("with --model b nobody waits: --observed-asa and --observed-service-level have no meaning.")
    }
    if observedAbandonment != nil, agents == nil, model == "b" || model == "c" {
      problems.append("with --model \(model) nobody leaves: --observed-abandonment has no meaning.")
    }
    if let shrinkage, shrinkage >= 1 { problems.append("--shrinkage 100% leaves nobody to work; expected less.") }
    return problems
  }
}
