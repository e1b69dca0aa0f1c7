package import ReportKit
import ServiceMetrics
package import Studies

/// A difference between two scenarios in the words of the trade: `Target Business 80/30: answered within 30s → 45s, looser.`
package struct ScenarioChangeWords: Sendable {
  package let change: ScenarioChange
  /// Of the candidate, for amounts of money.
  package let currency: String

  package init(_ change: ScenarioChange, currency: String) {
    self.change = change
    self.currency = currency
  }

  /// One sentence, for lists that are read line by line.
  package var sentence: String {
    var text = what.prefix(1).uppercased() + what.dropFirst()
    // A key is followed by its value, a whole thing by what it was.
    if let values { text += change.event == .changed && !isLimit ? " \(values)" : ": \(values)" }
    text += ", \(effect)"
    if change.isBySetting { text += " (by --set)" }
    return text + "."
  }

  /// What it is about: `target Business 80/30: answered within`, `gate Chat is gone`.
  package var what: String {
    let name = subject
    switch change.event {
    case .renamed: return "\(name) has another name"
    case .changed where isLimit: return name
    case .changed:
      let aspect = Self.aspects[change.aspect] ?? change.aspect.replacing("-", with: " ").replacing(".", with: ", ")
      return name.isEmpty ? aspect : "\(name): \(aspect)"
    case .gone, .new:
      let aspect = change.section == "gates" && !change.aspect.isEmpty ? "a limit" : Self.aspects[change.aspect] ?? change.aspect
      let whole = [name, aspect].filter { !$0.isEmpty }.joined(separator: ": ")
      return "\(whole) is \(change.event.rawValue)"
    }
  }

  /// The value says which limit it is.
  private var isLimit: Bool { change.section == "gates" && change.aspect != "unread" }

  private var subject: String {
    let noun: String? =
      switch change.section {
      case "targets": "target"
      case "gates": "gate"
      case "calendars": "calendar"
      case "people", "costs": "group"
      case "scenarios": "scenario"
      default: nil
      }
    guard !change.subject.isEmpty else { return "" }
    return [noun, change.subject].compactMap { $0 }.joined(separator: " ")
  }

  package var before: String { word(change.before) }
  package var now: String { word(change.now) }

  /// Both sides where there are any: `30s → 45s`.
  private var values: String? {
    switch (change.before, change.now) {
    case (nil, nil): return nil
    case (_?, nil) where change.event == .gone: return before
    case (nil, _?) where change.event == .new: return now
    default: return "\(before) → \(now)"
    }
  }

  private func word(_ value: ScenarioChange.Value?) -> String {
    switch value {
    case nil: change.before == nil && change.now == nil || change.event != .changed ? "" : "none"
    case .duration(let seconds): Words.length(seconds)
    case .share(let share): Words.percent(share)
    case .count(let count): JSONObject.number((count * 1000).rounded() / 1000)
    case .hours(let hours): Words.number(hours, .hours)
    case .money(let amount): JSONObject.number(amount) + (currency.isEmpty ? "" : " \(currency)")
    case .text(let text): text
    case .names(let names): names.isEmpty ? "none" : names.joined(separator: ", ")
    case .time(let mean, let upper): "mean \(Words.duration(mean)), 90 % within \(Words.duration(upper))"
    case .number(let mean, let upper): "mean \(Words.fixed(mean, decimals: 2)), 90 % up to \(Words.fixed(upper, decimals: 2))"
    case .limit(let limit, let metric):
      GateFinding.words(limit.condition, limit.limit, share: limit.share, Quantity(metric: MetricCatalog.named(metric), currency: currency))
    case .promise(let goal, let measure, let within):
      "\(Words.percent(goal)) \(Self.aspects[measure] ?? measure) \(Words.length(within))"
    }
  }

  /// What it does to the promise.
  package var effect: String {
    let kind = ScenarioDiff.sections.first { $0.name == change.section }?.kind ?? .promise
    switch (change.effect, kind) {
    case (.weaker, .promise): return "looser"
    case (.weaker, _): return "easier to keep"
    case (.stronger, .promise): return "tighter"
    case (.stronger, _): return "harder to keep"
    case (.unclear, .promise): return "cannot tell whether looser"
    case (.unclear, _): return "cannot tell whether easier to keep"
    case (.neutral, .service) where change.section != "names": return "for the gates to judge"
    case (.neutral, _): return "the same promise"
    }
  }

  package var effectText: ReportText {
    switch change.effect {
    case .weaker: ReportText(effect, .bad)
    case .unclear: ReportText(effect, .unsure)
    case .stronger: ReportText(effect, .good)
    case .neutral: ReportText(effect, .muted)
    }
  }

  /// Keys of the scenario that are not words; what is missing here is shown as its key.
  private static let aspects = [
    "answer": "answered within", "first-response": "first response within", "next-response": "next response within",
    "resolution": "resolved within", "clock": "counts the open time of", "pauses": "stands still while",
    "on-change elapsed": "a new priority makes the clock", "on-change pauses": "a new priority makes the pauses",
    "counts-solved": "counts the time between solve and reopen", "for": "whose contacts", "abandons": "abandons are",
    "measure": "what is timed", "goal": "goal",
    "arrivals": "expected contacts", "profile": "as many contacts at other times", "arrival-process": "how contacts arrive",
    "gaps": "time between arrivals", "batch": "contacts at once", "event": "demand event", "extra": "extra contacts", "at": "begins after",
    "happens-per-week": "incidents a week", "shape": "its course", "size": "its size", "backlog": "backlog at the start",
    "backlog-age": "age of the backlog", "backlog-phases": "where the backlog is", "mix": "how its customers differ", "talk": "talk",
    "wrap-up": "wrap-up", "balk": "leave at once",
    "after-abandon": "try again after giving up", "after-blocked": "try again after being refused", "opens": "opening hours",
    "outside": "outside opening hours", "at-close": "at closing time",
    "tray": "belong to one agent", "assigns": "they become somebody's", "keeps": "a tray is kept for the next shift",
    "new-hires": "people who are new", "weeks-of-tenure": "weeks since they began", "starts-at": "their factor on handle time at first",
    "weeks": "weeks until they work like all others", "hires": "people who join", "hires-when": "who joins when, and trains how long",
    "attrition": "people who leave for good in a year", "occupancy-limit": "limit on how busy people are",
    "pause": "what counts as a pause",
    "nobody-there": "while nobody is there", "last-one-gone": "who waits when the last one goes",
    "in-system": "room, waiting and in service",
    "waiting": "room to wait",
    "open": "open hours in the horizon", "start": "start of the horizon", "timezone": "time zone", "length": "length of the horizon",
    "warmup": "warm-up, which is not counted", "cooldown": "cool-down, which is not counted", "interval": "reporting interval",
    "at-end": "open work at the end",
    "replications": "replications", "per-hour": "cost of an hour", "count": "people", "staffed": "hours of people",
    "staffed-when": "as many hours of people at other times", "agent-for-contact": "which agent takes a contact",
    "contact-for-agent": "which contact an agent takes", "schedule": "rules by calendar", "name": "name of the scenario",
    "about": "its description", "handle": "factor on handle time", "unread": "the gates of the baseline cannot be read",
  ]
}
