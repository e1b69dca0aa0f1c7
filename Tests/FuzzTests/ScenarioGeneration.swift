import SimulationCore
import SupportPolicies

/// Scenarios made from the catalogues: every law with every clamp, every criterion, tables in several dialects, sizes from nothing to a crowd.
enum ScenarioGeneration {
  /// The text, and the files that it names.
  static func scenario(_ random: inout FuzzRandom) -> (text: String, files: [String: String]) {
    let types = (0...random.below(3)).map { "t\($0)" }
    var files: [String: String] = [:]
    var text =
      "muster: 1\nhorizon: {length: \(random.pick(["1h", "90m", "8h", "1d", "2d", "0s"])), interval: \(random.pick(["15m", "30m", "1h", "7m"]))"
    text += ", at-end: \(random.pick(["drain", "cut"]))"
    if random.once(in: 4) { text += ", warmup: \(random.pick(["10m", "1h", "2h"]))" }
    if random.once(in: 4) { text += ", backlog: {t0: \(random.pick(["0", "5", "100000", "10000000"]))}" }
    text += "}\nexperiment: {replications: 2}\ncontacts:\n"
    for type in types {
      text += "  \(type): {arrivals: \(arrivals(type, &files, &random)), talk: \(law(&random))"
      if random.once(in: 2) { text += ", patience: \(law(&random))" }
      if random.once(in: 2) { text += ", wrap-up: \(law(&random))" }
      if random.once(in: 3) { text += ", queue-limit: \(random.pick(["0", "1", "10"]))" }
      if random.once(in: 3) { text += ", retry: {share: \(random.pick(["0%", "50%", "100%"])), after: 5m}" }
      text += "}\n"
    }
    text += "agents:\n"
    for group in 0...random.below(2) {
      let skills = types.filter { _ in !random.once(in: 3) }
      text +=
        "  g\(group): {count: \(random.pick(["0", "1", "3", "30"])), skills: [\((skills.isEmpty ? types : skills).joined(separator: ", "))]}\n"
    }
    text += "routing: {agent-for-contact: [\(random.pick(AgentCriterionCatalog.all.map(\.name)))]"
    text += ", contact-for-agent: [\(random.pick(ContactCriterionCatalog.all.map(\.name)))]}\n"
    if random.once(in: 2) { text += "targets: [{for: t0, answer: 20s, goal: 80%}]\n" }
    return (text, files)
  }

  /// A distribution of the catalogue, as its example writes it, with clamps at any place.
  static func law(_ random: inout FuzzRandom) -> String {
    let example = random.pick(DistributionCatalog.all).example
    var law = random.once(in: 3) ? ScenarioMutation.mutated(example, &random).replacing("\n", with: " ") : example
    guard law.hasSuffix("}") else { return law }
    for clamp in ["at-least", "at-most", "shift"] where random.once(in: 4) {
      law.removeLast()
      law += ", \(clamp): \(random.pick(["1s", "1m", "2h", "3650d", "0.001ms"]))}"
    }
    return law
  }

  private static func arrivals(_ type: String, _ files: inout [String: String], _ random: inout FuzzRandom) -> String {
    switch random.below(5) {
    case 0: return random.pick(["30/h", "0/h", "0.01/h", "1000/h", "2/m"])
    case 1: return "{rate: 20/h, batch: \(law(&random))}"
    case 2: return "{schedule: [00:10, 00:10, 00:20]}"
    case 3: return "{renewal: \(law(&random))}"
    default:
      files["\(type).csv"] = table(&random)
      return "{csv: \(type).csv}"
    }
  }

  /// A table of arrivals in one of many hands.
  static func table(_ random: inout FuzzRandom) -> String {
    let separator = random.pick([",", ";", "\t", "|", ", "])
    let end = random.pick(["\n", "\r\n", "\r"])
    var rows = [
      random.pick(["time", "from", "interval_start", "", "\u{FEFF}time"]) + separator + random.pick(["volume", "calls", "n", ""])
    ]
    for row in 0..<random.below(30) {
      let time = random.pick(["\(row / 2):\(row % 2 == 0 ? "00" : "30")", "0\(row % 10):00", "2026-09-14 0\(row % 10):00", "\(row)", ""])
      let value = random.pick(["5", "5.5", "\"5,5\"", "-1", "1e9", "=1+1", "'=1", "", "x", "\"a\"\"b\"", "nan"])
      rows.append(time + separator + value)
    }
    return rows.joined(separator: end)
  }
}
