import ReportKit
import Reports
import ScenarioFormat
import SimulationCore
import Studies
import SupportModel

/// What `--vary` asks a sensitivity study for: an input by its name and a change with its unit.
enum SensitivityWords {
  /// `volume=5%`, `handle time=30s`, `absence=2%`, `people in desk=2`
  static func step(_ text: String, in scenario: Scenario) throws(RequestFailure) -> SensitivityStep {
    guard let equals = text.lastIndex(of: "="), equals != text.startIndex else {
      throw .badData("--vary \(text): expected input=change, for example volume=5% or \"handle time=30s\".")
    }
    let name = String(text[..<equals]).replacing("-", with: " ")
    var change = String(text[text.index(after: equals)...])
    for sign in ["±", "+-", "+"] where change.hasPrefix(sign) { change.removeFirst(sign.count) }
    let inputs = ScenarioInput.all(in: scenario)
    guard let input = inputs.first(where: { $0.name(in: scenario).replacing("-", with: " ") == name }) else {
      let names = inputs.map { $0.name(in: scenario) }
      let near = Nearest.name(to: name, among: names).map { "did you mean \($0)?" } ?? "there are: \(names.joined(separator: ", "))."
      throw .badData("--vary \(text): there is no input \(name); \(near)")
    }
    return SensitivityStep(input, by: try amount(change, of: input, scenario, text))
  }

  private static func amount(
    _ text: String, of input: ScenarioInput, _ scenario: Scenario, _ argument: String
  ) throws(RequestFailure) -> Double {
    let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
    let size = isNegative ? String(text.dropFirst()) : text
    switch input {
    case .staffing:
      guard let people = Int(size), people > 0 else {
        throw .badData("--vary \(argument): expected a whole number of people, for example 2 or -1.")
      }
      return Double(isNegative ? -people : people)
    case .absence:
      guard let share = try? ArgumentText.share(size), share > 0 else {
        throw .badData("--vary \(argument): expected a share of shifts, for example 2%.")
      }
      return isNegative ? -share : share
    case .volume, .handleTime, .patience:
      if isNegative { throw .badData("--vary \(argument): a multiplier is moved to both sides; leave out the minus.") }
      if let share = try? ArgumentText.share(size), size.contains("%") || Double(size) != nil, share > 0, share < 1 { return share }
      guard let time = try? ArgumentText.duration(size), time > .zero else {
        throw .badData(
          "--vary \(argument): expected more than 0% and less than 100%\(input == .volume(contactType: nil) ? "" : ", or a time such as 30s")."
        )
      }
      let means = Set(scenario.contactTypes.compactMap { mean($0, input) })
      guard means.count == 1, let mean = means.first, mean > time.seconds else {
        let why =
          means.isEmpty ? "there is no time that it could be a part of" : means.count > 1 ? "contact types differ in it" : "it is all of it"
        throw .badData("--vary \(argument): \(Words.duration(time.seconds)) cannot be taken as a share, because \(why); give a percentage.")
      }
      return time.seconds / mean
    }
  }

  /// Seconds; nil: the input is no time.
  private static func mean(_ type: ContactType, _ input: ScenarioInput) -> Double? {
    switch input {
    case .handleTime: type.expectedHandle
    case .patience: type.patience.map { $0.pieces[0].distribution.mean }
    case .volume, .absence, .staffing: nil
    }
  }
}
