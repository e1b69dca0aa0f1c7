package import ReportKit
import Studies

/// From all misses down to those that stay, a step for each cause.
package enum WaterfallSection {
  package static let family = SectionFamily<ExplanationContext>(
    name: "waterfall", title: "From all misses to those that stay", help: "of 100 misses, how many go with each cause, as a waterfall"
  ) { context in
    guard let division = context.result.division, division.total > 0, !division.parts.isEmpty else { return [] }
    // Where each step begins and ends, of 1000.
    var steps: [(label: String, from: Int64, to: Int64)] = [("all misses", 0, 1000)]
    var left: Int64 = 1000
    for part in division.parts {
      steps.append((part.cause.title, left - part.tenthsOfAll, left))
      left -= part.tenthsOfAll
    }
    steps.append(("whatever is taken away", 0, left))
    let ends = steps.flatMap { [$0.from, $0.to] }
    let (least, most) = (ends.min() ?? 0, max(1, ends.max() ?? 1))
    func place(_ tenths: Int64) -> Double { Double(tenths - least) / Double(most - least) }
    let bars = steps.map { step in
      ReportBars.Bar(
        step.label, from: place(min(step.from, step.to)), length: place(max(step.from, step.to)) - place(min(step.from, step.to)),
        value: ReportText(ExplanationContext.tenth(step.to - step.from)))
    }
    return [
      .bars(ReportBars(bars)),
      .sentence(
        ReportText("Of 100 missed contacts. Each step is what goes with a cause; what stays would be missed without any of them.", .muted)),
    ]
  }
}
