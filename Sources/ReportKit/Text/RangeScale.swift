extension ReportRanges.Scale {
  /// A scale with round marks that has room for all these numbers, and for 0.
  package static func covering(_ values: [Double], _ quantity: Quantity, isDifference: Bool = false) -> Self {
    let numbers = values.filter(\.isFinite) + [0]
    let least = numbers.min()!
    var most = numbers.max()!
    if least == most { most = quantity == .share ? 0.01 : 1 }
    let step = roundStep(from: least, to: most, quantity)
    let first = (least / step).rounded(.down)
    let last = (most / step).rounded(.up)
    let labels = (Int(first)...Int(last)).map { mark in label(Double(mark) * step, step, quantity, isDifference: isDifference) }
    return Self(from: first * step, to: last * step, labels: labels)
  }

  /// The smallest round step that needs no more than five of itself.
  private static func roundStep(from least: Double, to most: Double, _ quantity: Quantity) -> Double {
    func isEnough(_ step: Double) -> Bool { (most / step).rounded(.up) - (least / step).rounded(.down) <= 5 }
    if quantity == .duration, let step = durations.first(where: isEnough) { return step }
    var unit = 1e-6
    while unit < 1e15 {
      for factor in [1.0, 2, 5] where isEnough(unit * factor) { return unit * factor }
      unit *= 10
    }
    return max(most - least, 1)
  }

  /// Seconds.
  private static let durations: [Double] = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800,
  ]

  /// As short as it can be: `20 %`, `+20` (points), `−2m`, `1,500`.
  private static func label(_ value: Double, _ step: Double, _ quantity: Quantity, isDifference: Bool) -> String {
    let sign = value < 0 ? "−" : isDifference && value > 0 ? "+" : ""
    let size = abs(value)
    func digits(_ value: Double, _ step: Double) -> String {
      var decimals = 0
      var scaled = step
      while scaled < 0.999, decimals < 6 {
        scaled *= 10
        decimals += 1
      }
      return Words.fixed(value, decimals: decimals)
    }
    switch quantity {
    case .share: return sign + digits(size * 100, step * 100) + (isDifference ? "" : " %")
    case .duration:
      if size == 0 { return "0s" }
      let (unit, name) = step >= 86_400 ? (86_400.0, "d") : step >= 3600 ? (3600, "h") : step >= 60 ? (60, "m") : (1, "s")
      return sign + digits(size / unit, step / unit) + name
    case .count, .hours, .money: return sign + digits(size, step)
    }
  }
}
