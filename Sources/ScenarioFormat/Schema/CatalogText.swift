import SimulationCore
import SupportModel
import SupportPolicies

/// What `muster catalog` prints: everything a scenario may name, from the catalogues.
package enum CatalogText {
  /// A heading and its entries.
  package struct Chapter: Sendable {
    /// What the entries are, in the plural.
    package var title: String
    /// Where it is used in a scenario.
    package var use: String
    /// In the order of their catalogue.
    package var entries: [Entry]
  }

  /// One name a scenario may use.
  package struct Entry: Sendable {
    /// Kebab-case.
    package var name: String
    /// One line.
    package var help: String
    /// A use in YAML.
    package var example: String
    /// One line per parameter, with unit and range; forms are separated by a line that says "or".
    package var parameters: [String]
  }

  /// In the order of printing: distributions, what stands beside them, shapes, criteria.
  package static var chapters: [Chapter] {
    [
      Chapter(
        title: "Distributions", use: "talk, wrap-up, patience, delays, gaps …",
        entries: DistributionCatalog.all.map { Entry(name: $0.name, help: $0.help, example: $0.example, parameters: lines($0.forms)) }),
      Chapter(
        title: "Beside any distribution", use: "{exponential: {mean: 3m}, at-most: 1h}",
        entries: DistributionModifierCatalog.all.map {
          Entry(name: $0.name, help: $0.help, example: $0.example, parameters: lines([[$0.parameter]]))
        }),
      Chapter(
        title: "Demand shapes", use: "demand-events: [{shape: …}]",
        entries: DemandShapeCatalog.all.map { Entry(name: $0.name, help: $0.help, example: $0.example, parameters: lines($0.forms)) }),
      Chapter(
        title: "Agent criteria", use: "routing: {agent-for-contact: […]}",
        entries: AgentCriterionCatalog.all.map {
          Entry(name: $0.name, help: $0.help, example: $0.example, parameters: lines($0.parameters))
        }),
      Chapter(
        title: "Contact criteria", use: "routing: {contact-for-agent: […]}",
        entries: ContactCriterionCatalog.all.map {
          Entry(name: $0.name, help: $0.help, example: $0.example, parameters: lines($0.parameters))
        }),
    ]
  }

  /// The whole catalogue, or the entries whose name contains a word; empty when there is none.
  package static func lines(matching word: String? = nil) -> [String] {
    var lines: [String] = []
    for chapter in chapters {
      let entries = chapter.entries.filter { entry in word.map { entry.name.contains($0.lowercased()) } ?? true }
      guard !entries.isEmpty else { continue }
      if !lines.isEmpty { lines.append("") }
      lines.append("\(chapter.title)   (\(chapter.use))")
      let width = entries.map(\.name.count).max() ?? 0
      for entry in entries {
        lines.append("  \(entry.name)\(String(repeating: " ", count: width - entry.name.count))  \(entry.help)")
        let indent = String(repeating: " ", count: width + 4)
        lines += entry.parameters.map { indent + $0 }
        lines.append(indent + entry.example)
      }
    }
    return lines
  }

  /// The catalogue name nearest to a word that matches nothing.
  package static func nearestName(to word: String) -> String? {
    nearest(to: word, among: chapters.flatMap { $0.entries.map(\.name) })
  }

  private static func lines(_ forms: [[Parameter]]) -> [String] {
    var lines: [String] = []
    for (index, form) in forms.enumerated() {
      if index > 0 { lines.append("or") }
      for parameter in form { lines.append("\(parameter.name): \(unit(parameter))\(range(parameter)), \(parameter.help)") }
    }
    return lines
  }

  private static func unit(_ parameter: Parameter) -> String {
    let name: String
    switch parameter.kind {
    case .duration: name = "duration"
    case .share: name = "share"
    case .number: name = "number"
    case .count: name = "count"
    case .durations: name = "list of durations"
    case .shares: name = "list of shares"
    case .numbers: name = "list of numbers"
    case .distribution: name = "distribution"
    case .mixture: name = "list of {share, is}"
    }
    return parameter.isOptional ? "\(name) (optional)" : name
  }

  private static func range(_ parameter: Parameter) -> String {
    let isDuration = parameter.kind == .duration || parameter.kind == .durations
    func shown(_ value: Double) -> String { isDuration ? spelled(.seconds(value)) : plain(value) }
    let low = parameter.minimum.map { (parameter.minimumIsExclusive ? "more than " : "from ") + shown($0) }
    let high = parameter.maximum.map { "to \(shown($0))" }
    let text = [low, high].compactMap { $0 }.joined(separator: " ")
    return text.isEmpty ? "" : " \(text)"
  }

  private static func lines(_ kind: CriterionParameterKind) -> [String] {
    switch kind {
    case .none: return []
    case .weightByContactType: return ["perhaps a weight for each contact type, 1 for those not named"]
    case .groupsByContactType: return ["agent groups in order, for each contact type"]
    case .contactTypesByGroup: return ["contact types in order, for each agent group"]
    }
  }
}
