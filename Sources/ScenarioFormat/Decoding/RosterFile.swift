import SimulationCore
import SupportModel

/// CSV of agent and shift: one line for each shift an agent works. Agents with the same shifts share a roster line.
struct RosterFile {
  let decoding: Decoding

  func read(_ field: Field, zone: WallZone, closed: Set<Int>) -> [AgentGroup.RosterLine]? {
    guard let file = CsvFile(field, decoding) else { return nil }
    var rows = file.rows[...]
    var agentColumn = 0
    var shiftColumn = 1
    if let header = rows.first?.cells, header.contains("agent") || header.contains("shift") {
      for (name, _) in [("agent", 0), ("shift", 1)] where !header.contains(name) {
        decoding.note(
          Problem(
            "the file has no column `\(name)`", expected: "columns agent and shift", nearest: nearest(to: name, among: header),
            at: SourcePlace(file: file.path, line: rows.first!.line, column: 1), path: field.path))
        return nil
      }
      agentColumn = header.firstIndex(of: "agent")!
      shiftColumn = header.firstIndex(of: "shift")!
      rows.removeFirst()
    }
    // Shift names by agent, both in order of first mention.
    var agents: [String] = []
    var worked: [String: [String]] = [:]
    var lastField: [String: Field] = [:]
    var isWrong = false
    for row in rows {
      guard let agent = file.cell(row, agentColumn, "agent", decoding), let shift = file.cell(row, shiftColumn, "shift", decoding),
        let shiftName = shift.node.scalar, let agentName = agent.node.scalar,
        decoding.find(shiftName, in: decoding.names.shifts, "shift", at: shift) != nil
      else {
        isWrong = true
        continue
      }
      if worked[agentName] == nil { agents.append(agentName) }
      if worked[agentName]?.contains(shiftName) == true {
        decoding.report("\(agentName) has the shift `\(shiftName)` already", expected: "each agent and shift once", at: agent)
        isWrong = true
        continue
      }
      worked[agentName, default: []].append(shiftName)
      lastField[agentName] = agent
    }
    if isWrong { return nil }
    var sets: [[String]] = []
    var members: [[String]: [String]] = [:]
    for agent in agents {
      let set = worked[agent]!
      if members[set] == nil { sets.append(set) }
      members[set, default: []].append(agent)
    }
    return sets.compactMap { set in
      let plans = set.compactMap { decoding.shiftPatterns[$0] }
      guard plans.count == set.count else { return nil }
      let all = plans.flatMap { $0.shifts(on: decoding.clock, in: zone, holidays: closed) }.sorted { $0.start < $1.start }
      if zip(all, all.dropFirst()).contains(where: { $1.start < $0.end }) {
        let agent = members[set]![0]
        decoding.report(
          "\(set.count == 1 ? "the shift" : "the shifts") \(andList(set.map { "`\($0)`" })) of \(agent) overlap",
          expected: "shifts of one agent that do not overlap", at: lastField[agent]!)
        return nil
      }
      return .init(
        agents: members[set]!, shift: set.joined(separator: " + "), patterns: set.compactMap { decoding.names.shifts.firstIndex(of: $0) },
        shifts: all)
    }
  }
}
