import Experiments
import ServiceMetrics
import SupportModel

/// Targets cut by contact type and by segment, so that a fall of a service level can be traced to those who suffer it.
///
/// The pieces have the answer time of the whole, so no routing criterion that looks at due times notices them.
enum SplitTargets {
  /// Cannot be typed as a name of a target by accident.
  private static let mark = "\u{1F}"

  /// The scenario with the pieces of these targets behind its own targets.
  static func adding(to scenario: Scenario, of names: Set<String>) -> Scenario {
    var scenario = scenario
    for target in scenario.targets where names.contains(target.name) && target.contactTypes.count > 1 {
      for type in target.contactTypes {
        scenario.targets.append(piece(of: target, "contact", scenario.contactTypes[type].name, [type]))
      }
      for segment in scenario.segments.indices {
        let types = target.contactTypes.filter { scenario.contactTypes[$0].segment == segment }
        // A segment of one type says what the type says.
        if types.count > 1, types.count < target.contactTypes.count {
          scenario.targets.append(piece(of: target, "segment", scenario.segments[segment], types))
        }
      }
    }
    return scenario
  }

  private static func piece(of target: Target, _ kind: String, _ name: String, _ types: [Int]) -> Target {
    var piece = target
    piece.name = [target.name, kind, name].joined(separator: mark)
    piece.contactTypes = types
    return piece
  }

  /// The questions about the pieces of a target, with what each is about.
  static func questions(_ metric: Metric, target name: String, in scenario: Scenario) -> [(
    part: MetricQuestion.Part, question: MetricQuestion
  )] {
    scenario.targets.compactMap { target in
      let words = target.name.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
      guard words.count == 3, words[0] == name else { return nil }
      let part: MetricQuestion.Part = words[1] == "contact" ? .contact(words[2]) : .segment(words[2])
      return (part, MetricQuestion(metric, .target(target.name)))
    }
  }
}
