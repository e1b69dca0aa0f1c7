/// A small scenario in which no two things happen at the same instant, so that no tie is broken by order.
struct SweepScenario {
  var types: [(name: String, text: String)] = []
  var hasUnused = false
  private var head = ""
  private var tail = ""

  init(_ seed: UInt64) {
    var random = FuzzRandom(seed &* 0x9E37_79B9_7F4A_7C15 &+ 77)
    func number(_ range: ClosedRange<Double>) -> Double { (Double.random(in: range, using: &random) * 1_000).rounded() / 1_000 }
    head = "muster: 1\nhorizon: {length: \(random.pick(["2h", "3h30m", "6h"])), interval: 30m}\n"
    head += "experiment: {replications: \(2 + random.below(3)), seed: \(seed)}\n"
    let hasTickets = random.once(in: 2)
    head += "channels:\n  phone: {live: true}\n  chat: {live: true, concurrency: 3, pace: [1, 0.83, 0.71]}\n"
    // What is put aside waits again, which only the phases of tickets tell.
    let isPutAside = hasTickets && random.once(in: 2)
    head += "  email: {live: false\(isPutAside ? ", interrupted-by: [phone], resume-cost: {exponential: {mean: 21s}}" : "")}\ncontacts:\n"
    let names = ["calls", "mails", "chats", "visits"].prefix(1 + random.below(4)).map { $0 }
    for name in names {
      var text =
        "channel: \(["mails": "email", "chats": "chat"][name] ?? "phone"), arrivals: \(number(3...40))/h, talk: {\(random.pick(["exponential: {mean: ", "gamma: {cv: 0.7, mean: "]))\(number(60...400))s}}"
      if random.once(in: 2) { text += ", patience: {exponential: {mean: \(number(60...900))s}}" }
      if random.once(in: 2) { text += ", wrap-up: {exponential: {mean: \(number(10...90))s}}" }
      if random.once(in: 4) { text += ", queue-limit: \(1 + random.below(8))" }
      if random.once(in: 5) { text += ", balk: \(number(1...30))%" }
      if hasTickets { text += Self.tickets(&random) }
      types.append((name, text))
    }
    tail = "agents:\n"
    for group in 0...random.below(3) {
      let skills = names.filter { _ in !random.once(in: 3) }
      let own = (skills.isEmpty ? names : skills).sorted()
      tail += "  g\(group): {count: \(1 + random.below(6)), skills: [\(own.joined(separator: ", "))]}\n"
    }
    let agent = random.pick([
      "longest-idle", "fewest-skills, longest-idle", "least-occupied", "last-agent, longest-idle", "most-idle-group, longest-idle",
    ])
    tail += "routing: {agent-for-contact: [\(agent)], contact-for-agent: [longest-wait]}\n"
    tail += "targets: [{name: T, for: \(names[0]), answer: \(20 + random.below(100))s, goal: 80%}]\n"
  }

  /// What becomes of a contact after a touch.
  private static func tickets(_ random: inout FuzzRandom) -> String {
    func law(_ seconds: ClosedRange<Double>) -> String {
      "{exponential: {mean: \((Double.random(in: seconds, using: &random) * 1_000).rounded() / 1_000)s}}"
    }
    var text = ""
    if random.once(in: 2) {
      text += ", touches: {more: [\(20 + random.below(30))%, \(random.below(30))%], customer-replies-in: \(law(300...3_000))"
      if random.once(in: 2) { text += ", never-replies: 20%, auto-close: 4003s, late-replies: \(random.pick(["reopen", "lost"]))" }
      if random.once(in: 2) { text += ", talk: \(law(60...200))" }
      text += ", returns: \(random.pick(["tail", "place"]))}"
    }
    if random.once(in: 2) {
      text +=
        ", reopen: {share: \(5 + random.below(20))%, after: \(law(500...4_000)), within: 5003s, after-window: \(random.pick(["new", "lost"]))}"
    }
    if random.once(in: 2) { text += ", holds: [{for: lab, share: 12%, takes: \(law(300...2_000))}, {share: 7%, takes: \(law(60...900))}]" }
    return text
  }

  var text: String {
    var contacts = types.map { "  \($0.name): {\($0.text)}\n" }.joined()
    if hasUnused { contacts += "  nobody: {arrivals: 0/h, talk: 3m, skill: unknown-to-all}\n" }
    return head + contacts + tail
  }
}
