/// How numbers are written for people: units, sensible precision, thousands separated. English words, no locale.
///
/// Files meant for programs (`results.json`, the CSV files) do not go through here: they keep full precision.
package enum Words {
  /// `53h 30m`, `4h 00m 05s`, `3s`: nothing is rounded but fractions of a second beyond a millisecond.
  package static func exactDuration(_ seconds: Double) -> String {
    if seconds < 0 { return "−" + exactDuration(-seconds) }
    let milli = Int64((min(seconds, 9e12) * 1000).rounded())
    let (whole, part) = (milli / 1000, milli % 1000)
    var text = ""
    if whole >= 3600 { text = "\(whole / 3600)h \(twoDigits(whole / 60 % 60))m" }
    if whole >= 60, whole < 3600 { text = "\(whole / 60)m" }
    if whole % 60 == 0, part == 0, whole > 0 { return text }
    let fraction = part == 0 ? "" : "." + String(1000 + part).dropFirst()
    let rest = text.isEmpty ? "\(whole % 60)" : " \(twoDigits(whole % 60))"
    return text + rest + fraction + "s"
  }

  /// Shown where a number is undefined: an empty cell is not 0.
  package static let undefined = "–"

  // MARK: Estimates

  /// `82.1 % (81.6–82.6)`; each interval at the confidence of whoever estimated it.
  package static func estimate(_ value: Double?, low: Double?, high: Double?, _ quantity: Quantity) -> String {
    guard let value, value.isFinite else { return undefined }
    // An interval without width is an exact number: staffing that no chance can change.
    guard let low, let high, low < high else { return number(value, quantity) }
    let width = high - low
    let bounds = "\(bare(low, quantity, width: width))–\(bare(high, quantity, width: width))"
    return "\(number(value, quantity, width: width)) (\(bounds))"
  }

  /// `74.0–88.9 %`; one number where the ends are written alike.
  package static func range(_ low: Double, _ high: Double, _ quantity: Quantity) -> String {
    let (from, to) = (bare(low, quantity), bare(high, quantity))
    return from == to ? number(high, quantity) : "\(from)–\(number(high, quantity))"
  }

  // MARK: Single numbers

  /// A number with its unit. `width` is that of its interval: a narrow one earns another digit.
  package static func number(_ value: Double, _ quantity: Quantity, width: Double? = nil) -> String {
    switch quantity {
    case .share: "\(bare(value, quantity, width: width)) %"
    case .hours: "\(bare(value, quantity, width: width)) h"
    case .money(let currency) where !currency.isEmpty: "\(bare(value, quantity, width: width)) \(currency)"
    default: bare(value, quantity, width: width)
    }
  }

  /// The number alone where its unit stands beside it already. Durations always carry their units.
  private static func bare(_ value: Double, _ quantity: Quantity, width: Double? = nil) -> String {
    switch quantity {
    case .share: fixed(value * 100, decimals: (width ?? 1) < 0.001 ? 2 : 1)
    case .duration: duration(value, width: width)
    case .count: fixed(value, decimals: abs(value) >= 99.95 ? 0 : (width ?? 1) < 0.02 ? 3 : (width ?? 1) < 0.2 ? 2 : 1)
    case .hours: fixed(value, decimals: abs(value) < 99.95 ? 1 : 0)
    case .money: fixed(value, decimals: abs(value) < 99.995 || (width ?? .infinity) < 5 ? 2 : 0)
    }
  }

  /// A share without decimals where that says it: `80 %`, `99.5 %`.
  package static func percent(_ share: Double) -> String {
    let percent = share * 100
    // What two decimals would show as 0 is shown with as many as it needs.
    let most = abs(percent) < 0.005 ? 9 : 2
    for decimals in 0...most where abs(percent - rounded(percent, decimals)) < 1e-9 { return "\(fixed(percent, decimals: decimals)) %" }
    return "\(fixed(percent, decimals: most)) %"
  }

  /// A probability estimated from some hundred plays: `71 %`, and never 0 or 100 % where it is not exactly that.
  package static func chance(_ share: Double) -> String {
    if share > 0 && share < 0.005 { return "under 1 %" }
    if share < 1 && share > 0.995 { return "over 99 %" }
    return "\(fixed(share * 100, decimals: 0)) %"
  }

  /// Seconds as `4.2s`, `32s`, `1m 12s`, `2h 05m`, `3d 4h`.
  package static func duration(_ seconds: Double, width: Double? = nil) -> String {
    guard seconds.isFinite else { return undefined }
    if seconds < 0 { return "−" + duration(-seconds, width: width) }
    if seconds == 0 { return "0s" }
    let narrow = (width ?? .infinity) < 1
    if seconds < 9.95 || (narrow && seconds < 59.95) { return fixed(seconds, decimals: 1) + "s" }
    let whole = Int64(min(seconds.rounded(), 9e15))
    if whole < 60 { return "\(whole)s" }
    if whole < 3600 { return "\(whole / 60)m \(twoDigits(whole % 60))s" }
    let minutes = (whole + 30) / 60
    if minutes < 1440 { return "\(minutes / 60)h \(twoDigits(minutes % 60))m" }
    let hours = (minutes + 30) / 60
    return "\(hours / 24)d \(hours % 24)h"
  }

  /// A length of time that somebody set, without the parts that are nothing: `30m`, `1h`, `3m 20s`. A figure keeps them: they say how
  /// exact it is.
  package static func length(_ seconds: Double) -> String {
    var text = duration(seconds)
    for nothing in [" 00s", " 00m", " 0h"] where text.hasSuffix(nothing) { text.removeLast(nothing.count) }
    return text.hasSuffix(".0s") ? text.replacing(".0s", with: "s") : text
  }

  /// `1 contact`, `2 contacts`
  package static func counted(_ count: Int, _ noun: String) -> String {
    "\(fixed(Double(count), decimals: 0)) \(noun)\(count == 1 ? "" : "s")"
  }

  // MARK: Digits

  /// Decimals fixed, thousands separated by commas; half away from zero.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return undefined }
    let scale = power(decimals)
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let digits = Int64(scaled)
    var text = grouped(digits / Int64(scale))
    if decimals > 0 {
      let fraction = String(digits % Int64(scale))
      text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
    return value < 0 && digits != 0 ? "−" + text : text
  }

  /// With a zero before a single digit; longer numbers as they are.
  package static func twoDigits(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func grouped(_ value: Int64) -> String {
    var text = ""
    for (index, digit) in String(value).reversed().enumerated() {
      if index > 0 && index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  private static func rounded(_ value: Double, _ decimals: Int) -> Double { (value * power(decimals)).rounded() / power(decimals) }

  private static func power(_ decimals: Int) -> Double {
    var result = 1.0
    for _ in 0..<decimals { result *= 10 }
    return result
  }
}
