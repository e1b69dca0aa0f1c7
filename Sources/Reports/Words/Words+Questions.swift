package import Experiments
package import ReportKit

extension Words {
  /// A difference with its sign and interval: `+2.1 points (+1.4 to +2.8)`, `0 points` where it is exactly that.
  package static func difference(_ estimate: PairedEstimate, _ quantity: Quantity) -> String {
    guard let value = estimate.difference else { return undefined }
    guard let low = estimate.low, let high = estimate.high else { return signed(value, quantity) }
    if low == high { return value == 0 ? "the same" : signed(value, quantity) }
    let width = high - low
    func bound(_ end: Double) -> String { signed(end, quantity, bare: true, width: width) }
    return "\(signed(value, quantity, width: width)) (\(bound(low)) to \(bound(high)))"
  }

  /// How far two values are apart: `2.1 points`, `512 USD`; counts with as many digits as an interval of this width earns.
  package static func gap(_ value: Double, _ quantity: Quantity, width: Double? = nil) -> String {
    if quantity == .share { return String(signed(abs(value), quantity).drop { $0 == "+" }) }
    return number(abs(value), quantity, width: quantity == .count ? width : nil)
  }

  /// `+2.1 points`, `−512 USD`
  package static func signed(_ value: Double, _ quantity: Quantity, bare: Bool = false, width: Double? = nil) -> String {
    let sign = value > 0 ? "+" : value < 0 ? "−" : ""
    let size = abs(value)
    switch quantity {
    case .share:
      let text = fixed(size * 100, decimals: size < 0.001 && size > 0 ? 2 : 1)
      return bare ? sign + text : "\(sign)\(text) points"
    case .money, .hours: return sign + (bare ? number(size, quantity == .hours ? .count : .money("")) : number(size, quantity))
    case .duration: return sign + number(size, quantity)
    case .count: return sign + number(size, quantity, width: width)
    }
  }
}
