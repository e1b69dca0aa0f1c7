import Experiments
package import ReportKit
import ServiceMetrics
import Studies
import SupportModel

/// How far each input may go before each target breaks.
package enum BreakPointSection {
  package static let family = SectionFamily<SensitivityContext>(
    name: "break-points", help: "the volume, handle time and absence at which each target is just met"
  ) { context in
    guard !context.result.breakPoints.isEmpty else { return [] }
    let rows = context.result.breakPoints.map { point in
      [
        ReportText(context.result.scenario.targets[point.target].name), ReportText(point.input.name(in: context.result.scenario)),
        words(point, context),
      ]
    }
    return [
      .table(
        ReportTable(
          columns: [.init("Just met", mayShorten: true), .init("input"), .init("at (\(context.confidence) interval)")], rows: rows))
    ]
  }

  private static func words(_ point: BreakPoint, _ context: SensitivityContext) -> ReportText {
    let isAbsence = point.input == .absence
    func value(_ value: Double, digits: Int = 3) -> String {
      isAbsence
        ? "\(value < 0 ? "−" : "+")\(Words.fixed(abs(value) * 100, decimals: 1)) points" : "× \(Words.fixed(value, decimals: digits))"
    }
    switch point.finding {
    case .at(let root, let low, let high):
      let bounds =
        isAbsence
        ? "\(Words.fixed(low * 100, decimals: 1)) to \(Words.fixed(high * 100, decimals: 1))"
        : "\(Words.fixed(low, decimals: 3))–\(Words.fixed(high, decimals: 3))"
      let room = root >= point.input.neutral
      return ReportText("\(value(root)) (\(bounds))\(room ? "" : ": missed as it is")", room ? .plain : .bad)
    case .metUpTo(let last): return ReportText("met up to \(value(last, digits: 1)) at least", .good)
    case .missedEvenAt(let last): return ReportText("missed even at \(value(last, digits: 1))", .bad)
    case .undefined: return ReportText("no contact decides it", .muted)
    }
  }
}
