/// The name of a column: as written, and as it is compared.
///
/// `Average_Handle_Time (sec)`, `averageHandleTime sec` and `AVERAGE HANDLE TIME [s]` have the same words, `average handle time`, and the unit
/// seconds.
package struct HeaderName: Sendable, Equatable {
  package let text: String
  /// Lower-case words without the unit.
  package let words: String
  /// What bare numbers below it count, where the name says so.
  package let unit: TimeUnit?
  /// It says `h:mm` or `hh:mm`: two parts are hours and minutes.
  package let startsWithHours: Bool
  /// It says that the numbers count from 1970 (`epoch`, `unix`).
  package let saysEpoch: Bool

  package init(_ text: String) {
    self.text = text
    var parts = Self.parts(text)
    var unit: TimeUnit?
    var startsWithHours = false
    for format in ["h mm", "hh mm", "h m", "hours minutes"] where parts.joined(separator: " ").hasSuffix(" " + format) {
      startsWithHours = true
      parts.removeLast(2)
    }
    for format in ["hh mm ss", "h mm ss", "mm ss", "m ss"] where parts.joined(separator: " ").hasSuffix(" " + format) {
      parts.removeLast(format.split(separator: " ").count)
    }
    if parts.count > 1, let last = parts.last, !["hour", "day", "minute"].contains(last), let found = TimeUnit.named(last) {
      unit = found
      parts.removeLast()
      if parts.count > 1, parts.last == "in" { parts.removeLast() }
    } else if parts.count == 1, let only = parts.last, only.count > 3, only.hasSuffix("s"), let found = TimeUnit.named(only),
      found != .hours,
      found != .days
    {
      // A column that is called `seconds` says so too.
      unit = found
    }
    parts = Self.withoutAggregate(parts)
    saysEpoch = parts.contains { $0 == "epoch" || $0 == "unix" || $0 == "unixtime" }
    words = parts.joined(separator: " ")
    self.unit = unit
    self.startsWithHours = startsWithHours
  }

  /// `Sum of Calls Offered` of a pivot table is `calls offered`, `Count of Ticket ID` a count.
  private static func withoutAggregate(_ parts: [String]) -> [String] {
    guard parts.count > 2 else { return parts }
    let lead = parts[0] + " " + parts[1]
    if ["count of", "anzahl von", "nombre de", "cuenta de", "recuento de"].contains(lead), parts[2].contains("id") { return ["count"] }
    let aggregates = [
      "sum of", "average of", "avg of", "summe von", "mittelwert von", "somme de", "moyenne de", "suma de", "promedio de", "somma di",
      "media di", "som van", "gemiddelde van",
    ]
    return aggregates.contains(lead) ? Array(parts.dropFirst(2)) : parts
  }

  /// Lower-case words; a change from lower to upper case begins one, and `#` is `number of`.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = [""]
    var wasLower = false
    for character in text {
      if character == "#" {
        parts += ["number", "of", ""]
      } else if character.isLetter || character.isNumber || character == "%" {
        if wasLower, character.isUppercase { parts.append("") }
        parts[parts.count - 1] += character.lowercased()
      } else {
        parts.append("")
      }
      wasLower = character.isLowercase
    }
    return parts.filter { !$0.isEmpty }
  }
}
