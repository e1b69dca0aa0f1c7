package import ReportKit
import SimulationCore
import SupportModel

/// What the clock shows after each thing that happens.
package enum ClockSection {
  package static let family = SectionFamily<ClockContext>(name: "clock", help: "what the clock of one contact shows after each event") {
    context in
    let rows = context.timeline.rows.map { row in
      [
        ReportText(context.spoken(row.at)), ReportText(context.name(of: row.event)), state(row),
        ReportText(Words.exactDuration(row.elapsed.seconds)),
        ReportText(row.left.map { Words.exactDuration($0.seconds) } ?? "", (row.left ?? .zero) < .zero ? .bad : .plain),
        due(row, context), verdict(row),
      ]
    }
    let table = ReportTable(
      columns: [
        .init("at"), .init("event"), .init("clock"), .init("elapsed", .trailing), .init("left", .trailing), .init("due"), .init("verdict"),
      ], rows: rows)
    return [.table(table)] + context.explanation.map { .sentence(ReportText($0, .muted)) }
  }

  private static func state(_ row: ClockTimeline.Row) -> ReportText {
    switch row.state {
    case .running: ReportText("running")
    case .paused: ReportText("stands still (\(row.phase == .waiting ? "open" : row.phase.name))", .muted)
    case .off: ReportText(row.measurement == nil ? "off" : "stopped", .muted)
    }
  }

  private static func due(_ row: ClockTimeline.Row, _ context: ClockContext) -> ReportText {
    if let due = row.due { return ReportText(context.spoken(due)) }
    return ReportText(row.dueIfResumed.map { "\(context.spoken($0)) if it went on now" } ?? "", .muted)
  }

  private static func verdict(_ row: ClockTimeline.Row) -> ReportText {
    guard let measurement = row.measurement else { return ReportText("") }
    switch measurement.isInTime {
    case true?: return ReportText("in time", .good)
    case false?: return ReportText("late", .bad)
    case nil: return ReportText("nothing was promised", .muted)
    }
  }
}
