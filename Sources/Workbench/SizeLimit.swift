import Experiments
import Foundation
import SupportModel

/// Refuses a scenario that multiplies to more than there is, before anything is played: the product, its largest factor and the way out.
enum SizeLimit {
  static func check(_ scenario: Scenario, file: String, memory limit: Double) throws(RequestFailure) {
    for backlog in scenario.horizon.backlog where backlog.count > PlaySize.mostContacts {
      throw .badData(
        "\(file): horizon.backlog: \(grouped(backlog.count)) contacts of \(scenario.contactTypes[backlog.contactType].name) wait at the start; "
          + "expected at most \(grouped(PlaySize.mostContacts)) in the system at once.")
    }
    let size = PlaySize(scenario)
    if size.agentTime > PlaySize.mostAgentTime {
      throw .badData(
        "\(file): agents: all of them together have \(years(size.agentTime)) years (each counted once for every contact in hand, 28 days after the "
          + "horizon included); expected at most \(years(PlaySize.mostAgentTime)). Make horizon.length or agents smaller.")
    }
    if size.backlogAge > PlaySize.mostBacklogAge {
      throw .badData(
        "\(file): horizon.backlog: all ages together are \(years(size.backlogAge)) years; expected at most "
          + "\(years(PlaySize.mostBacklogAge)). Make the count or the age smaller.")
    }
    if size.memory > limit, let part = size.parts.first {
      throw .badData(
        "\(file): playing this takes about \(spelled(size.memory)) of memory, most of it for \(product(part)); expected at most "
          + "\(spelled(limit)). \(wayOut(part, needed: size.memory))")
    }
    if size.resultBytes > limit, let part = size.parts.first {
      throw .badData(
        "\(file): the results of this take about \(spelled(size.resultBytes)), most of it for \(product(part)); expected at most "
          + "\(spelled(limit)). \(wayOut(part, needed: size.resultBytes))")
    }
  }

  /// `40,320 intervals × 11 contact types`
  private static func product(_ part: PlaySize.Part) -> String {
    part.factors.map { "\(grouped($0.count)) \($0.name)" }.joined(separator: " × ")
  }

  private static func wayOut(_ part: PlaySize.Part, needed: Double) -> String {
    let largest = part.factors.max { $0.count < $1.count }
    let gibibytes = Int((needed * 1.1 / (1024 * 1024 * 1024)).rounded(.up))
    let allow = "allow it with --memory \(gibibytes)GiB"
    guard let largest else { return "\(allow)." }
    let change = largest.key == "horizon.interval" ? "make the intervals longer" : "make \(largest.key) smaller"
    return "The largest factor is \(largest.key): \(change), or \(allow)."
  }

  private static func spelled(_ bytes: Double) -> String {
    let gibibyte = 1024.0 * 1024 * 1024
    if bytes >= 0.95 * gibibyte { return String(format: "%.1f GiB", bytes / gibibyte) }
    return String(format: "%.0f MiB", bytes / 1024 / 1024)
  }

  private static func years(_ seconds: Double) -> String { grouped(Int(clamping: Int64(min(seconds / 31_557_600, 1e15).rounded(.up)))) }

  private static func grouped(_ count: Int) -> String {
    var digits = String(count)
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: position))
      position -= 3
    }
    return digits
  }
}
