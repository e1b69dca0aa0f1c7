import SimulationCore
import SupportModel

let clock = ContinuousClock()
let compiled = CompiledScenario(Workloads.erlangA(contacts: CommandLine.arguments.count > 1 ? Double(CommandLine.arguments[1])! : 1_000_000))
var simulation = Simulation(compiled)
for replication in 0..<3 {
  let start = clock.now
  let record = try simulation.play(replication: replication, seed: 1)
  let t = clock.now - start
  var c = ContactCell(); for x in record.contacts { c += x }
  var g = GroupCell(); for x in record.groups { g += x }
  let ns = (Double(t.components.seconds) * 1e9 + Double(t.components.attoseconds) * 1e-9) / Double(c.offered)
  print(c.offered, "ab", Double(c.abandoned) / Double(c.offered), "wait", Double(c.waitHandled + c.waitAbandoned) / Double(c.offered) * 1e-6, "pw", Double(c.waited) / Double(c.offered), "occ", Double(g.busy) / Double(g.busy + g.available), ns, "ns/contact", record.eventsPlayed)
}
do {
  let r = try simulation.play(replication: 0, seed: 1)
  let compiled = CompiledScenario(Workloads.erlangA(contacts: 2000, agents: 50, perMinute: 10))
  var s = Simulation(compiled)
  let q = try s.play(replication: 0, seed: 1, observing: [.checks, .journal, .contacts])
  print(q.contactsPlayed, s.journal.count, r.contactsPlayed)
}
