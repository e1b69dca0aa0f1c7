/// Where the nodes and ribbons of a flow lie on a drawing 1,000 wide. Nodes of a column stand below each other; what enters and leaves a node is
/// stacked along its sides in the order of the other ends, so that ribbons cross as little as that order allows. What goes back to the same column
/// or an earlier one runs below all nodes.
struct FlowLayout {
  struct Box: Equatable {
    var x, y, height: Double
  }

  /// The middle of a ribbon.
  struct Line: Equatable {
    var x1, y1, x2, y2: Double
    var width: Double
    /// How far down it runs, for one that goes back.
    var below: Double?
  }

  static let width = 1000.0
  static let nodeWidth = 10.0
  /// Between the nodes of a column: room for two lines of words.
  static let gap = 30.0
  /// Of the column that most passes.
  private static let tallest = 260.0
  private static let margin = 16.0

  private(set) var boxes: [Box] = []
  private(set) var lines: [Line] = []
  private(set) var height = 0.0

  init(_ flow: ReportFlow) {
    let columns = (flow.nodes.map(\.column).max() ?? 0) + 1
    let through = flow.nodes.indices.map { node in
      max(
        flow.ribbons.filter { $0.from == node }.reduce(0) { $0 + $1.amount },
        flow.ribbons.filter { $0.to == node }.reduce(0) { $0 + $1.amount })
    }
    let most =
      (0..<columns).map { column in flow.nodes.indices.reduce(0) { $0 + (flow.nodes[$1].column == column ? through[$1] : 0) } }.max() ?? 0
    let scale = most > 0 ? FlowLayout.tallest / most : 0
    stack(flow, through, columns: columns, scale)
    connect(flow, scale)
  }

  private mutating func stack(_ flow: ReportFlow, _ through: [Double], columns: Int, _ scale: Double) {
    let step = columns > 1 ? (FlowLayout.width - FlowLayout.nodeWidth) / Double(columns - 1) : 0
    var bottom = Array(repeating: FlowLayout.margin, count: columns)
    for (index, node) in flow.nodes.enumerated() {
      let tall = max(2, through[index] * scale)
      boxes.append(Box(x: step * Double(node.column), y: bottom[node.column], height: tall))
      bottom[node.column] += max(tall, 8) + FlowLayout.gap
    }
    height = bottom.max() ?? 0
    // Shorter columns stand in the middle.
    for index in boxes.indices { boxes[index].y += (height - bottom[flow.nodes[index].column]) / 2 }
  }

  private mutating func connect(_ flow: ReportFlow, _ scale: Double) {
    var leaves = boxes.map(\.y)
    var enters = boxes.map(\.y)
    lines = Array(repeating: Line(x1: 0, y1: 0, x2: 0, y2: 0, width: 0), count: flow.ribbons.count)
    for index in flow.ribbons.indices.sorted(by: { (boxes[flow.ribbons[$0].to].y, $0) < (boxes[flow.ribbons[$1].to].y, $1) }) {
      let ribbon = flow.ribbons[index]
      let width = ribbon.amount * scale
      lines[index].width = max(1, width)
      lines[index].x1 = boxes[ribbon.from].x + FlowLayout.nodeWidth
      lines[index].y1 = leaves[ribbon.from] + width / 2
      leaves[ribbon.from] += width
    }
    for index in flow.ribbons.indices.sorted(by: { (boxes[flow.ribbons[$0].from].y, $0) < (boxes[flow.ribbons[$1].from].y, $1) }) {
      let ribbon = flow.ribbons[index]
      let width = ribbon.amount * scale
      lines[index].x2 = boxes[ribbon.to].x
      lines[index].y2 = enters[ribbon.to] + width / 2
      enters[ribbon.to] += width
    }
    for index in flow.ribbons.indices where flow.nodes[flow.ribbons[index].to].column <= flow.nodes[flow.ribbons[index].from].column {
      lines[index].below = height + lines[index].width / 2
      height += lines[index].width + 6
    }
  }

  /// The path of a ribbon's middle, to be drawn as wide as it is.
  func path(_ index: Int) -> String {
    let line = lines[index]
    func point(_ x: Double, _ y: Double) -> String { "\(FlowLayout.number(x)) \(FlowLayout.number(y))" }
    guard let below = line.below else {
      let middle = (line.x1 + line.x2) / 2
      return "M\(point(line.x1, line.y1))C\(point(middle, line.y1)) \(point(middle, line.y2)) \(point(line.x2, line.y2))"
    }
    let out = min(60, 24 + line.width)
    return "M\(point(line.x1, line.y1))C\(point(line.x1 + out, line.y1)) \(point(line.x1 + out, below)) \(point(line.x1, below))"
      + "L\(point(line.x2, below))C\(point(line.x2 - out, below)) \(point(line.x2 - out, line.y2)) \(point(line.x2, line.y2))"
  }

  /// A tenth is finer than a screen.
  static func number(_ value: Double) -> String { PageData.number((value * 10).rounded() / 10) }
}
