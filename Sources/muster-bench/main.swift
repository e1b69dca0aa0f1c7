import SimulationCore
func hold(_ n: Int, ops: Int) {
  var q = EventQueue()
  var g = RandomStream(seed: 1, replication: 0, name: "hold").generator(entity: 0)
  let s = Sampler.exponential(mean: 300)
  for i in 0..<n { q.schedule(at: Int64(s.sample(using: &g) * 1e6), rank: 0, kind: 0, subject: Int32(i)) }
  let c = ContinuousClock()
  let t = c.now
  for _ in 0..<ops { let e = q.pop()!; q.schedule(at: e.time + Int64(s.sample(using: &g) * 1e6), rank: 0, kind: 0, subject: e.subject) }
  let d = c.now - t
  print(n, Double(d.components.attoseconds) * 1e-9 / Double(ops) + Double(d.components.seconds) * 1e9 / Double(ops), "ns")
}
hold(500, ops: 5_000_000)
hold(1000, ops: 5_000_000)
hold(1_000_000, ops: 5_000_000)
do { var g = RandomStream(seed: 1, replication: 0, name: "hold").generator(entity: 0)
  let s = Sampler.exponential(mean: 300)
  let c = ContinuousClock(); let t = c.now; var x = 0.0
  for _ in 0..<10_000_000 { x += s.sample(using: &g) }
  let d = c.now - t
  print("sample", x > 0, Double(d.components.attoseconds) * 1e-9 / 1e7 + Double(d.components.seconds) * 1e9 / 1e7) }
