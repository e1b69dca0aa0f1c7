import ReportKit

/// The drawing of `FlowFigures`: where customers come from on the left, what becomes of them on the right, contact types between them in the order in
/// which contacts go through them.
struct FlowPicture {
  private let figures: FlowFigures
  private(set) var nodes: [ReportFlow.Node] = []
  private(set) var ribbons: [ReportFlow.Ribbon] = []
  private let first: Int
  private let last: Int
  private let whole: Double

  /// Less than this share of all who come is not drawn: a line that nobody sees.
  private static let least = 0.0005

  init(_ figures: FlowFigures) {
    self.figures = figures
    let hasSelfService = figures.sum(\.tried) > 0
    first = hasSelfService ? 2 : 1
    last = first + (figures.depths.max() ?? 0) + 1
    whole = figures.sum(\.new) + figures.sum(\.tried) + figures.sum(\.cameBack)
    let depths = figures.depths
    let new = node("new contacts", figures.sum(\.new) + figures.sum(\.tried), 0)
    let back = node("come once more", figures.sum(\.cameBack), 0)
    let helpThemselves = hasSelfService ? node("self-service", figures.sum(\.tried), 1) : -1
    var places: [Int] = []
    for (index, type) in figures.types.enumerated() {
      let movedIn = figures.types.indices.reduce(0) { $0 + figures.moves[$1][index] }
      places.append(node(type.name, type.new + type.handedOver + type.cameBack + movedIn, first + depths[index]))
    }
    if hasSelfService { connect(new, helpThemselves, figures.sum(\.tried), .onward) }
    for (index, type) in figures.types.enumerated() {
      connect(new, places[index], type.new, .onward)
      if hasSelfService { connect(helpThemselves, places[index], type.handedOver, .onward) }
      connect(back, places[index], type.cameBack, .back)
      for to in figures.types.indices {
        connect(places[index], places[to], figures.moves[index][to], depths[to] > depths[index] ? .onward : .back)
      }
    }
    addOutcomes(places, helpThemselves)
  }

  private mutating func addOutcomes(_ places: [Int], _ helpThemselves: Int) {
    let outcomes: [(name: String, part: KeyPath<FlowFigures.TypeFigures, Double>, tone: ReportFlow.Tone)] = [
      ("solved", \.solved, .done), ("come back with a new contact", \.comesBack, .back), ("give up", \.gaveUp, .lost),
      ("are turned away", \.turnedAway, .lost), ("are merged", \.merged, .done), ("open at the end", \.open, .onward),
    ]
    let (leaked, stays) = (figures.sum(\.leaked), figures.sum(\.solvedThemselves) - figures.sum(\.leaked))
    if helpThemselves >= 0, stays > 0 { connect(helpThemselves, node("solved by themselves", stays, last), stays, .done) }
    for (name, part, tone) in outcomes {
      let own = figures.sum(part)
      let more = part == \.comesBack ? leaked : part == \.gaveUp ? figures.sum(\.gaveUpThere) : 0
      if own + more <= whole * FlowPicture.least { continue }
      let end = node(name, own + more, last)
      for (index, type) in figures.types.enumerated() { connect(places[index], end, type[keyPath: part], tone) }
      if helpThemselves >= 0 { connect(helpThemselves, end, more, tone) }
    }
  }

  private mutating func node(_ name: String, _ amount: Double, _ column: Int) -> Int {
    nodes.append(ReportFlow.Node(name, words: amounts(amount), column: column))
    return nodes.count - 1
  }

  private mutating func connect(_ from: Int, _ to: Int, _ amount: Double, _ tone: ReportFlow.Tone) {
    if amount <= whole * FlowPicture.least { return }
    ribbons.append(ReportFlow.Ribbon(from: from, to: to, amount: amount, tone, words: amounts(amount)))
  }

  private func amounts(_ amount: Double) -> String {
    let number = Words.number(amount, .count)
    if whole <= 0 { return number }
    let percent = 100 * amount / whole
    return "\(number) (\(Words.fixed(percent, decimals: percent < 10 ? 1 : 0)) %)"
  }

  var flow: ReportFlow {
    let legend: [(tone: ReportFlow.Tone, words: String)] = [
      (.onward, "goes on"), (.done, "solved"), (.back, "comes back"), (.lost, "lost"),
    ]
    // Nodes that nothing passes are left out.
    let used = nodes.indices.filter { node in ribbons.contains { $0.from == node || $0.to == node } }
    let place = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    return ReportFlow(
      "Who comes, and what becomes of them",
      note: "Means of a play; widths by contacts, shares of all who come. A need that takes several contacts is there several times.",
      nodes: used.map { nodes[$0] },
      ribbons: ribbons.map { ribbon in
        var moved = ribbon
        (moved.from, moved.to) = (place[ribbon.from]!, place[ribbon.to]!)
        return moved
      },
      legend: legend.filter { entry in ribbons.contains { $0.tone == entry.tone } })
  }
}
