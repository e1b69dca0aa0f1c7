package import SimulationCore

/// People, by dense id.
package struct CompiledAgents: Sendable {
  package enum PresenceKind: UInt8, Sendable { case always, staffing, roster }

  package struct Group: Sendable {
    var presence: PresenceKind
    /// Dense ids of its agents.
    var agents: Range<Int32>
    var absence: Double
    /// Index into `samplers`, or -1.
    var lateBy: Int32
    var offline: [AgentGroup.Offline]
    var endOfShift: AgentGroup.EndOfShift
    /// Steps of a `staffing` group.
    var steps: [AgentGroup.StaffingStep]
  }

  package let groups: [Group]
  package let names: [String]
  /// Hash of each name: whose random numbers these are.
  let keys: [UInt64]
  package let groupOfAgent: [Int32]
  /// Index into `rosterLines` of each agent, or -1.
  package let lineOfAgent: [Int32]
  package let rosterLines: [AgentGroup.RosterLine]
  package let samplers: SamplerTable

  init(_ scenario: Scenario) {
    var names: [String] = []
    var groupOfAgent: [Int32] = []
    var lineOfAgent: [Int32] = []
    var lines: [AgentGroup.RosterLine] = []
    var samplers = SamplerTable()

    groups = scenario.groups.enumerated().map { index, group in
      precondition(group.offline.count <= AgentGroup.mostOffline, "the bits of `offlineDone`")
      let first = Int32(names.count)
      func addNumbered(_ count: Int) {
        let width = String(max(count, 1)).count
        for number in 1...max(count, 1) where number <= count {
          let digits = String(number)
          names.append("\(group.name)-\(String(repeating: "0", count: width - digits.count))\(digits)")
          groupOfAgent.append(Int32(index))
          lineOfAgent.append(-1)
        }
      }
      let presence: PresenceKind
      var steps: [AgentGroup.StaffingStep] = []
      switch group.presence {
      case .always(let count):
        presence = .always
        addNumbered(count)
      case .staffing(let given):
        presence = .staffing
        steps = given
        addNumbered(given.map { $0.count }.max() ?? 0)
      case .roster(let rosterLines):
        presence = .roster
        for line in rosterLines {
          for agent in line.agents {
            names.append(agent)
            groupOfAgent.append(Int32(index))
            lineOfAgent.append(Int32(lines.count))
          }
          lines.append(line)
        }
      }
      return Group(
        presence: presence, agents: first..<Int32(names.count), absence: group.absence, lateBy: samplers.add(group.lateBy),
        offline: group.offline,
        endOfShift: group.endOfShift, steps: steps)
    }
    self.names = names
    self.keys = names.map(RandomStream.hash)
    self.groupOfAgent = groupOfAgent
    self.lineOfAgent = lineOfAgent
    self.rosterLines = lines
    self.samplers = samplers
  }
}
