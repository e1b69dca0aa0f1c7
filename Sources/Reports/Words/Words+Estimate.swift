package import Experiments
package import ReportKit

extension Words {
  /// `82.1 % (81.6–82.6)`
  package static func estimate(_ estimate: Estimate, _ quantity: Quantity) -> String {
    self.estimate(estimate.estimate, low: estimate.low, high: estimate.high, quantity)
  }
}
