import SimulationCore
package import SupportModel

extension AgentGroup {
  /// Persons with shifts, who may be absent.
  package var hasShifts: Bool {
    if case .roster = presence { return true }
    return false
  }

  mutating func add(_ people: Int) {
    switch presence {
    case .always(let count): presence = .always(count: max(0, count + people))
    case .staffing(let steps):
      // Where nobody is planned nobody is added: the desk is closed.
      presence = .staffing(steps.map { StaffingStep(from: $0.from, count: $0.count == 0 ? 0 : max(0, $0.count + people)) })
    case .roster(let lines):
      if people < 0 {
        presence = .roster(
          lines.map { line in
            var line = line
            line.agents.removeLast(min(-people, line.agents.count))
            return line
          })
      } else {
        // In lines of their own at the end, so that everybody else keeps the same luck.
        presence = .roster(
          lines
            + lines.map { line in
              var line = line
              line.agents = (0..<people).map { "\(name)-\(line.shift)-more-\($0 + 1)" }
              return line
            })
      }
    }
  }
}
