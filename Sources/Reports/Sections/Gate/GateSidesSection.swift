package import ReportKit
import Studies

/// What was compared with what.
package enum GateSidesSection {
  package static let family = SectionFamily<GateContext>(name: "sides", title: "What is compared", help: "what was compared with what") {
    context in
    let gated = context.gated
    guard let baseline = gated.baseline else {
      return [
        .sentence(
          ReportText("\(gated.candidate.label) is new: only its own limits are checked, nothing is compared.", .unsure))
      ]
    }
    var text = "\(gated.candidate.label) against \(baseline.label)"
    if gated.isIdentical {
      text += ": the same text, so every difference is exactly 0"
    } else if context.result.scenarioChanges.isEmpty {
      text += ": written otherwise, and it means the same"
    }
    return [.sentence(ReportText(text + "."))]
  }
}
