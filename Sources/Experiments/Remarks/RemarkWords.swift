import SimulationCore

/// Numbers as remarks say them: rounded for reading, the same on every machine.
enum RemarkWords {
  /// `41`, `4.1`, `0.32`: about two or three significant digits.
  static func number(_ value: Double) -> String {
    if value >= 10 { return grouped(Int64(saturating: value.rounded())) }
    let places: Int64 = value >= 1 ? 10 : 100
    let scaled = Int64(saturating: (value * Double(places)).rounded())
    let fraction = scaled % places
    if fraction == 0 { return "\(scaled / places)" }
    if places == 100, fraction % 10 == 0 { return "\(scaled / places).\(fraction / 10)" }
    return "\(scaled / places)." + (places == 100 && fraction < 10 ? "0\(fraction)" : "\(fraction)")
  }

  /// `12 %`, `0.4 %`, `less than 0.01 %`.
  static func percent(_ share: Double) -> String {
    if share > 0, share < 0.0001 { return "less than 0.01 %" }
    return number(share * 100) + " %"
  }

  /// `40s`, `12m`, `3h20m`, `2d4h`: two units at most.
  static func duration(seconds: Double) -> String {
    let whole = Int64(saturating: seconds.rounded())
    if whole < 60 { return "\(whole)s" }
    let minutes = Int64(saturating: (seconds / 60).rounded())
    if minutes < 60 { return "\(minutes)m" }
    if minutes < 24 * 60 { return joined(minutes / 60, "h", minutes % 60, "m") }
    let hours = Int64(saturating: (seconds / 3600).rounded())
    return joined(hours / 24, "d", hours % 24, "h")
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func joined(_ a: Int64, _ unit: String, _ b: Int64, _ smaller: String) -> String {
    b == 0 ? "\(a)\(unit)" : "\(a)\(unit)\(b)\(smaller)"
  }

  private static func grouped(_ value: Int64) -> String {
    let digits = String(value)
    var words = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { words += "," }
      words.append(digit)
    }
    return words
  }
}
