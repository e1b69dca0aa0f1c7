import ReportKit
package import Reports
import SimulationCore
import SupportModel

/// What `muster clock --json` prints: the target, then a row for each event with the clock just after it.
package enum ClockJSON {
  /// Raised when a key changes its meaning or goes; new keys do not raise it.
  package static let schema = 1

  package static func text(_ context: ClockContext) -> String {
    var head = JSONObject()
    head.set("schema", schema)
    head.set("muster", Provenance.version)
    head.set("command", "clock")
    head.set("target", context.target.name)
    head.set("measure", context.target.measure.rawValue)
    return head.text(closingWith: "rows", context.timeline.rows.map { row($0, context) })
  }

  private static func row(_ row: ClockTimeline.Row, _ context: ClockContext) -> JSONObject {
    var object = JSONObject()
    object.set("at", context.iso(row.at))
    object.set("event", context.name(of: row.event))
    object.set("phase", row.phase == .waiting ? "open" : row.phase.name)
    object.set("state", name(of: row.state))
    object.set("elapsed", row.elapsed.seconds)
    object.set("left", row.left?.seconds)
    if let due = row.due { object.set("due", context.iso(due)) } else { object.set("due", Double?.none) }
    if let due = row.dueIfResumed { object.set("due-if-resumed", context.iso(due)) }
    if let measurement = row.measurement {
      if let isInTime = measurement.isInTime {
        object.set("verdict", isInTime ? "met" : "missed")
      } else {
        object.set("verdict", Double?.none)
      }
      object.set("measured", measurement.elapsed.seconds)
      object.set("allowed", measurement.allowed?.seconds)
    } else {
      object.set("verdict", Double?.none)
    }
    return object
  }

  private static func name(of state: ServiceClock.State) -> String {
    switch state {
    case .off: "off"
    case .paused: "paused"
    case .running: "running"
    }
  }
}
