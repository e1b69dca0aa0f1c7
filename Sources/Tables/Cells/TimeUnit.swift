/// The unit of bare numbers, as a word beside them says it.
package enum TimeUnit: String, Sendable, CaseIterable {
  case milliseconds = "ms"
  case seconds = "s"
  case minutes = "min"
  case hours = "h"
  case days = "d"

  package var microseconds: Double {
    switch self {
    case .milliseconds: 1000
    case .seconds: 1_000_000
    case .minutes: 60_000_000
    case .hours: 3_600_000_000
    case .days: 86_400_000_000
    }
  }

  /// Spellings in tables, lower case.
  static func named(_ word: some StringProtocol) -> TimeUnit? {
    switch word {
    case "ms", "msec", "msecs", "millis", "millisecond", "milliseconds", "milli": .milliseconds
    case "s", "sec", "secs", "second", "seconds", "sek", "sekunden", "secondes", "segundos": .seconds
    case "m", "min", "mins", "minute", "minutes", "minuten", "minutos", "mn": .minutes
    case "h", "hr", "hrs", "hour", "hours", "std", "stunden", "heures", "horas": .hours
    case "d", "day", "days", "tage", "jours": .days
    default: nil
    }
  }
}
