/// How a waiting contact of either class fares: what is ahead of it, as a Markov chain, made when it is asked.
struct PriorityWaiting: Sendable {
  private let solved: PriorityChain
  private let isFirst: Bool

  init(_ chain: PriorityChain, ofFirst: Bool) {
    solved = chain
    isFirst = ofFirst
  }

  func outcome(within t: Double) -> (answered: Double, left: Double, answeredWait: Double) {
    let made = isFirst ? first() : second()
    return made.chain.outcome(from: made.start, within: t)
  }

  private var demand: PriorityDemand { solved.demand }
  private var mixes: ClosedRange<Int> { solved.window.mix }

  /// What an agent becoming free does to the mix: the next of the first class begins, or of the second.
  private func done(_ mix: Int) -> [(rate: Double, ifFirstBegins: Int, ifSecondBegins: Int)] {
    let rates = demand.done(mix)
    if demand.isAlike { return [(rates.second, mix, mix)] }
    return [(rates.first, mix, mix - 1), (rates.second, mix + 1, mix)]
  }
  private func kept(_ mix: Int) -> Int { min(max(mix, mixes.lowerBound), mixes.upperBound) - mixes.lowerBound }

  /// Of the first class: only those of its own who came before.
  private func first() -> (chain: WaitingChain, start: [Double]) {
    let most = solved.window.firstMost
    let width = mixes.count
    var chain = MarkovChain(count: (most + 1) * width)
    var answered = [Double](repeating: 0, count: chain.count)
    var start = answered
    for ahead in 0...most {
      for mix in mixes {
        let state = ahead * width + mix - mixes.lowerBound
        for second in solved.window.second { start[state] += solved.shares[solved.index(second: second, first: ahead, mix: mix)] }
        for one in done(mix) {
          if ahead == 0 {
            answered[state] += one.rate
          } else {
            chain.add(from: state, to: (ahead - 1) * width + kept(one.ifFirstBegins), rate: one.rate)
          }
        }
        if ahead > 0 { chain.add(from: state, to: state - width, rate: Double(ahead) * demand.leaving.first) }
      }
    }
    return (WaitingChain(chain, answered: answered, leaving: demand.leaving.first), start)
  }

  /// Of the second: those of its own who came before, and all of the first class, those who come later too.
  private func second() -> (chain: WaitingChain, start: [Double]) {
    let window = solved.window
    let width = mixes.count
    let block = (window.firstMost + 1) * width
    var chain = MarkovChain(count: (window.second.upperBound + 1) * block)
    var answered = [Double](repeating: 0, count: chain.count)
    var start = answered
    for ahead in 0...window.second.upperBound {
      for first in 0...window.firstMost {
        for mix in mixes {
          let state = ahead * block + first * width + mix - mixes.lowerBound
          if window.second.contains(ahead) { start[state] = solved.shares[solved.index(second: ahead, first: first, mix: mix)] }
          if first < window.firstMost { chain.add(from: state, to: state + width, rate: demand.arriving.first) }
          if first > 0 { chain.add(from: state, to: state - width, rate: Double(first) * demand.leaving.first) }
          if ahead > 0 { chain.add(from: state, to: state - block, rate: Double(ahead) * demand.leaving.second) }
          for one in done(mix) {
            if first > 0 {
              chain.add(from: state, to: ahead * block + (first - 1) * width + kept(one.ifFirstBegins), rate: one.rate)
            } else if ahead > 0 {
              chain.add(from: state, to: (ahead - 1) * block + kept(one.ifSecondBegins), rate: one.rate)
            } else {
              answered[state] += one.rate
            }
          }
        }
      }
    }
    return (WaitingChain(chain, answered: answered, leaving: demand.leaving.second), start)
  }
}
