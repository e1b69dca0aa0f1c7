/// The ways in which agents can be spread over the phases of the contacts they have in hand.
struct PhaseMixes: Sendable {
  let phases: HandlePhases
  let agents: Int
  /// With so many agents busy, from 0 to all: the counts by phase.
  private let ways: [[[Int]]]
  private let index: [[Int]: Int]
  /// Position of the first state with so many busy; the first with all of them.
  private let first: [Int]

  /// Beyond this the chain does not fit.
  private let mostStates: Double

  init(phases: HandlePhases, agents: Int, mostStates: Double) throws(TheoryError) {
    // With up to all agents busy C(n + p, p) ways.
    var all = 1.0
    for k in 1..<(phases.count + 1) { all *= Double(agents + k) / Double(k) }
    guard all <= mostStates else { throw .tooLarge(formula: "M/PH/n", agents: agents) }
    self.mostStates = mostStates
    self.phases = phases
    self.agents = agents
    var ways: [[[Int]]] = []
    var first: [Int] = []
    var index: [[Int]: Int] = [:]
    var states = 0
    for busy in 0...agents {
      let here = Self.spread(busy, over: phases.count)
      for (position, way) in here.enumerated() { index[way] = position }
      ways.append(here)
      first.append(states)
      states += here.count
    }
    self.ways = ways
    self.first = first
    self.index = index
  }

  private static func spread(_ agents: Int, over phases: Int) -> [[Int]] {
    if phases == 1 { return [[agents]] }
    return (0...agents).flatMap { here in spread(agents - here, over: phases - 1).map { [here] + $0 } }
  }

  var full: [[Int]] { ways[agents] }
  var firstFull: Int { first[agents] }

  /// Every change of one agent's contact: the phase it was in, the next one or nil where it is done, and the rate.
  private func steps(_ way: [Int], _ body: (_ from: Int, _ to: Int?, _ rate: Double) -> Void) {
    for phase in way.indices where way[phase] > 0 {
      let rate = Double(way[phase]) * phases.rates[phase]
      for next in way.indices where phases.moves[phase][next] > 0 && next != phase { body(phase, next, rate * phases.moves[phase][next]) }
      body(phase, nil, rate * phases.done(phase))
    }
  }

  private func position(_ way: [Int], less: Int? = nil, more: Int? = nil) -> Int {
    var changed = way
    if let less { changed[less] -= 1 }
    if let more { changed[more] += 1 }
    return index[changed]!
  }

  /// Most mixes with all agents busy for which the levels of an endless queue are worked out at once.
  static let widestTail = 450

  /// What comes after all agents are busy, where nobody leaves and any number may wait.
  func tail(arrivalRate: Double) -> QueueTail {
    let steps = fullSteps
    var within = DenseMatrix(size: steps.count)
    var down = within
    for (from, step) in steps.enumerated() {
      for (to, rate) in step.changes { within[from, to] += rate }
      for (to, rate) in step.replacements { down[from, to] += rate }
    }
    return QueueTail(up: arrivalRate, within: within, down: down)
  }

  /// Share of time in each state with at most so many waiting.
  ///
  /// - Parameter back: where excursions to more waiting come back to; nil: who finds the last place taken is refused.
  func stationary(arrivalRate: Double, leaving: Double, places: Int, back: DenseMatrix? = nil) throws(TheoryError) -> [Double] {
    let width = full.count
    let count = Double(firstFull) + Double(places + 1) * Double(width)
    guard count <= mostStates else { throw .tooLarge(formula: "M/PH/n", agents: agents) }
    var all = transitions(arrivalRate: arrivalRate, leaving: leaving, places: places)
    if let back {
      let level = firstFull + places * width
      for from in 0..<width {
        for to in 0..<width where from != to && back[from, to] > 0 {
          all.append(.init(from: level + from, to: level + to, rate: arrivalRate * back[from, to]))
        }
      }
    }
    if count * Double(2 * width) <= 8e6, count * Double(width) * Double(width) <= 1e9 {
      var chain = MarkovChain(count: Int(count))
      for one in all { chain.add(from: one.from, to: one.to, rate: one.rate) }
      return chain.stationary()
    }
    let chain = LargeChain(count: Int(count)) { add in for one in all { add(one.from, one.to, one.rate) } }
    guard let shares = chain.stationary() else { throw .tooLarge(formula: "M/PH/n", agents: agents) }
    return shares
  }

  private func transitions(arrivalRate: Double, leaving: Double, places: Int) -> [MarkovChain.Transition] {
    let width = full.count
    let fullSteps = fullSteps
    var all: [MarkovChain.Transition] = []
    func add(from: Int, to: Int, rate: Double) { if rate > 0 { all.append(.init(from: from, to: to, rate: rate)) } }
    for busy in 0..<agents {
      for (position, way) in ways[busy].enumerated() {
        let state = first[busy] + position
        for phase in way.indices where phases.starts[phase] > 0 {
          add(from: state, to: first[busy + 1] + self.position(way, more: phase), rate: arrivalRate * phases.starts[phase])
        }
        steps(way) { from, to, rate in
          let next = to.map { first[busy] + self.position(way, less: from, more: $0) } ?? first[busy - 1] + self.position(way, less: from)
          add(from: state, to: next, rate: rate)
        }
      }
    }
    for waiting in 0...places {
      let level = firstFull + waiting * width
      for (position, step) in fullSteps.enumerated() {
        let state = level + position
        if waiting < places { add(from: state, to: state + width, rate: arrivalRate) }
        if waiting > 0 { add(from: state, to: state - width, rate: Double(waiting) * leaving) }
        for (to, rate) in step.changes { add(from: state, to: level + to, rate: rate) }
        if waiting > 0 { for (to, rate) in step.replacements { add(from: state, to: level - width + to, rate: rate) } }
      }
    }
    // The last of those who waited is gone: nobody takes the place of a contact that is done.
    for (position, way) in full.enumerated() {
      steps(way) { from, to, rate in
        if to == nil { add(from: firstFull + position, to: first[agents - 1] + self.position(way, less: from), rate: rate) }
      }
    }
    return all
  }

  /// From each mix with all agents busy: to which other mixes a change of phase leads, to which a contact that is done and the next one
  /// that begins, and the rate of being done.
  private var fullSteps: [(changes: [(to: Int, rate: Double)], replacements: [(to: Int, rate: Double)], done: Double)] {
    full.map { way in
      var changes: [(to: Int, rate: Double)] = []
      var replacements: [(to: Int, rate: Double)] = []
      var done = 0.0
      steps(way) { from, to, rate in
        if let to {
          changes.append((position(way, less: from, more: to), rate))
          return
        }
        done += rate
        for phase in way.indices where phases.starts[phase] > 0 {
          replacements.append((position(way, less: from, more: phase), rate * phases.starts[phase]))
        }
      }
      return (changes, replacements, done)
    }
  }

  func waiting(leaving: Double, places: Int) -> WaitingChain {
    let width = full.count
    let fullSteps = fullSteps
    var chain = MarkovChain(count: places * width)
    var answered = [Double](repeating: 0, count: places * width)
    for ahead in 0..<places {
      for (position, step) in fullSteps.enumerated() {
        let state = ahead * width + position
        for (to, rate) in step.changes { chain.add(from: state, to: ahead * width + to, rate: rate) }
        if ahead == 0 {
          answered[state] = step.done
          continue
        }
        chain.add(from: state, to: state - width, rate: Double(ahead) * leaving)
        for (to, rate) in step.replacements { chain.add(from: state, to: (ahead - 1) * width + to, rate: rate) }
      }
    }
    return WaitingChain(chain, answered: answered, leaving: leaving)
  }
}
