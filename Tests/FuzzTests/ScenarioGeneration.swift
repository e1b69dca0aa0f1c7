import SimulationCore
import SupportPolicies

/// Scenarios made from the catalogues and the keys, by hand: every law with every clamp, every criterion, every way to come, to be served and to be
/// promised something, tables in several dialects.
///
/// Of four, three are sound: every value fits, so that most of them load and can be played. In the fourth any value may be another one.
struct ScenarioGeneration {
  var random: FuzzRandom
  let isWild: Bool
  /// With a start, so that weekdays and time zones mean something.
  let isDated: Bool
  let types: [String]
  let groups: [String]
  /// That this scenario declares.
  let channels: [String]
  /// Of each type.
  let channelOfType: [String]
  /// What a scenario with dates starts with.
  let start: String
  /// By their paths.
  private(set) var files: [String: String] = [:]
  static let priorities = ["urgent", "high", "normal"]

  /// The text, and the files that it names.
  static func scenario(_ random: inout FuzzRandom) -> (text: String, files: [String: String]) {
    var scenario = ScenarioGeneration(FuzzRandom(random.next()))
    let text = scenario.text()
    return (text, scenario.files)
  }

  private init(_ start: FuzzRandom) {
    var random = start
    isWild = random.once(in: 4)
    isDated = !random.once(in: 4)
    types = (0...random.below(4)).map { "t\($0)" }
    groups = (0...random.below(3)).map { "g\($0)" }
    var channels = ["phone"]
    if random.once(in: 2) { channels.append("chat") }
    if random.once(in: 2) { channels.append("email") }
    var channelOfType: [String] = []
    for _ in types { channelOfType.append(random.pick(channels)) }
    self.channels = channels
    self.channelOfType = channelOfType
    self.start = random.pick(["2026-09-14T00:00", "2026-09-14T08:00", "2026-10-24T12:00", "2026-11-01T00:00"])
    self.random = random
  }

  private mutating func text() -> String {
    var parts = ["muster: 1", "horizon: \(horizon())", "experiment: {replications: 2}"]
    parts.append("priorities: [\(Self.priorities.joined(separator: ", "))]")
    parts.append("calendars: \(calendars())")
    parts.append("channels: \(channelTable())")
    parts.append("contacts:\n" + types.map { "  \($0): \(contact($0))" }.joined(separator: "\n"))
    if once(in: 4) { parts.append("limits: [\(limit())]") }
    if once(in: 4) { parts.append("demand-events: [\(demandEvent())]") }
    if once(in: 6) { parts.append("scale: {\(types[0]): \(value("1.1", "0.5", "90%"))}") }
    parts.append("shifts: \(shifts())")
    parts.append("agents:\n" + groups.map { "  \($0): \(group($0))" }.joined(separator: "\n"))
    parts.append("routing: \(routing())")
    let promised = (0..<below(4)).map { "  - \(target($0))" }
    if !promised.isEmpty { parts.append("targets:\n" + promised.joined(separator: "\n")) }
    if once(in: 5) { parts.append("satisfaction: \(satisfaction())") }
    if once(in: 5) { parts.append("wellbeing: {occupancy-limit: \(value("85%", "50%")), pause: \(value("5m", "1m"))}") }
    if once(in: 5) { parts.append("value: \(customerValue(isJudged: parts.contains { $0.hasPrefix("satisfaction") }, promised.count))") }
    if !promised.isEmpty, once(in: 3) { parts.append("penalties: [\(penalty())]") }
    if once(in: 6) { parts.append("removes: \(removal())") }
    if once(in: 6) { parts.append("gates: [\(gate(promised.count))]") }
    if once(in: 6) { parts.append("options: {more: {scale: {all: \(value("1.2", "80%"))}}}") }
    return parts.joined(separator: "\n") + "\n"
  }

  private mutating func horizon() -> String {
    var keys: [String] = []
    if isDated {
      keys.append("start: \(value(start))")
      keys.append("timezone: \(value("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"))")
    }
    keys.append("length: \(value("1h", "4h", "8h", "1d", "2d"))")
    keys.append("interval: \(value("15m", "30m", "1h"))")
    keys.append("at-end: \(value("drain", "cut"))")
    if once(in: 4) { keys.append("warmup: \(value("10m", "30m"))") }
    if once(in: 6) { keys.append("cooldown: \(value("10m", "20m"))") }
    if once(in: 4) { keys.append("backlog: {\(types[0]): \(backlog())}") }
    return map(keys)
  }

  private mutating func backlog() -> String {
    if isWild, once(in: 3) { return pick(["100000", "10000000", "{count: 1000000000, age: 5m}"]) }
    return once(in: 2) ? value("0", "5", "40") : "{count: \(value("3", "40")), age: \(law())}"
  }

  // MARK: Choices

  mutating func below(_ count: Int) -> Int { random.below(count) }

  mutating func once(in count: Int) -> Bool { random.once(in: count) }

  mutating func pick(_ list: [String]) -> String { random.pick(list) }

  /// One that fits; in a wild scenario now and then one that does not.
  mutating func value(_ fitting: String...) -> String { isWild && once(in: 12) ? hostile() : pick(fitting) }

  mutating func hostile() -> String { pick(ScenarioMutation.words.filter { !$0.contains("\n") }) }

  /// Some of a list in its order, never none.
  mutating func some(_ list: [String]) -> [String] {
    let some = list.filter { _ in !random.once(in: 3) }
    return some.isEmpty ? list : some
  }

  func map(_ keys: [String]) -> String { "{\(keys.joined(separator: ", "))}" }

  func list(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }

  mutating func keep(_ text: String, as path: String) -> String {
    files[path] = text
    return path
  }

  // MARK: Laws

  /// A distribution of the catalogue, as its example writes it, with clamps at any place.
  mutating func law() -> String {
    let example = random.pick(DistributionCatalog.all).example
    var law = example
    if isWild, once(in: 3) { law = ScenarioMutation.mutated(example, &random).replacing("\n", with: " ") }
    guard law.hasSuffix("}") else { return law }
    for (clamp, fitting) in [("at-least", ["1s", "30s"]), ("at-most", ["20m", "2h"]), ("shift", ["1s", "5s"])] where once(in: 6) {
      law.removeLast()
      law += ", \(clamp): \(pick(isWild ? fitting + ["3650d", "0.001ms", "2h", "1s"] : fitting))}"
    }
    return law
  }

  /// A distribution, perhaps by the time of day.
  mutating func timedLaw() -> String {
    once(in: 8) ? "{by-time: [{from: 00:00, is: \(law())}, {from: \(value("08:00", "13:30")), is: \(law())}]}" : law()
  }

  /// One for all touches, or one by touch.
  mutating func byTouch(_ make: (inout Self) -> String) -> String {
    once(in: 3) ? list((0...below(3)).map { _ in make(&self) }) : make(&self)
  }
}
