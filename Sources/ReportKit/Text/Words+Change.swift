extension Words {
  /// A difference with its sign: `+1.2 points`, `-12s`, `+40 USD`. Of shares, a point is one hundredth.
  package static func change(_ value: Double, _ quantity: Quantity, width: Double? = nil) -> String {
    guard value.isFinite else { return undefined }
    switch quantity {
    case .share: return "\(signedPoints(value, width)) points"
    default: return (value > 0 ? "+" : "") + number(value, quantity, width: width)
    }
  }

  /// `-36.1 points (-37.5 to -34.7)`
  package static func change(_ value: Double?, low: Double?, high: Double?, _ quantity: Quantity) -> String {
    guard let value, value.isFinite else { return undefined }
    guard let low, let high, low < high else { return change(value, quantity) }
    let width = high - low
    func bound(_ end: Double) -> String {
      if case .share = quantity { return signedPoints(end, width) }
      return change(end, quantity, width: width)
    }
    return "\(change(value, quantity, width: width)) (\(bound(low)) to \(bound(high)))"
  }

  private static func signedPoints(_ value: Double, _ width: Double?) -> String {
    let text = fixed(value * 100, decimals: (width ?? 1) < 0.002 ? 2 : 1)
    return value > 0 && text != fixed(0, decimals: (width ?? 1) < 0.002 ? 2 : 1) ? "+" + text : text
  }
}
