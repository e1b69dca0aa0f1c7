import Testing

@testable import ReportKit

@Suite struct FlowLayoutTests {
  /// Two come, one goes back, all leave.
  private static let flow = ReportFlow(
    "Flow", note: "",
    nodes: [
      .init("new", words: "100", column: 0), .init("first line", words: "110", column: 1), .init("second <line>", words: "30", column: 2),
      .init("solved", words: "90", column: 3), .init("gave up", words: "10", column: 3),
    ],
    ribbons: [
      .init(from: 0, to: 1, amount: 100, .onward, words: "100"), .init(from: 1, to: 2, amount: 30, .onward, words: "30"),
      .init(from: 1, to: 3, amount: 70, .done, words: "70"), .init(from: 1, to: 4, amount: 10, .lost, words: "10"),
      .init(from: 2, to: 3, amount: 20, .done, words: "20"), .init(from: 2, to: 1, amount: 10, .back, words: "10"),
    ], legend: [(.onward, "goes on")])

  @Test func `ribbons lie along the sides of a node without gap or overlap, and as wide as what goes along them`() {
    let layout = FlowLayout(Self.flow)
    for (node, box) in layout.boxes.enumerated() {
      let out = Self.flow.ribbons.indices.filter { Self.flow.ribbons[$0].from == node }.map { layout.lines[$0] }.sorted { $0.y1 < $1.y1 }
      let into = Self.flow.ribbons.indices.filter { Self.flow.ribbons[$0].to == node }.map { layout.lines[$0] }.sorted { $0.y2 < $1.y2 }
      for (side, at) in [(out, \FlowLayout.Line.y1), (into, \FlowLayout.Line.y2)] {
        var edge = box.y
        for line in side {
          #expect(abs(line[keyPath: at] - line.width / 2 - edge) < 1e-9)
          edge += line.width
        }
        #expect(edge <= box.y + box.height + 1e-9)
      }
    }
    #expect(abs(layout.lines[0].width / layout.lines[1].width - 100.0 / 30) < 1e-9)
  }

  @Test func `nodes of a column stand apart, and what goes back runs below all of them`() {
    let layout = FlowLayout(Self.flow)
    #expect(layout.boxes[4].y >= layout.boxes[3].y + layout.boxes[3].height + FlowLayout.gap - 1e-9)
    let lowest = layout.boxes.map { $0.y + $0.height }.max()!
    #expect(layout.lines[5].below! - layout.lines[5].width / 2 >= lowest)
    #expect(layout.lines.dropLast().allSatisfy { $0.below == nil })
    #expect(layout.boxes.allSatisfy { $0.x >= 0 && $0.x + FlowLayout.nodeWidth <= FlowLayout.width })
    #expect(layout.lines.indices.allSatisfy { !layout.path($0).contains("nan") })
  }

  @Test func `a flow without ribbons is drawn all the same`() {
    let layout = FlowLayout(ReportFlow("Nothing", note: "", nodes: [.init("new", words: "0", column: 0)], ribbons: [], legend: []))
    #expect(layout.boxes.count == 1 && layout.boxes[0].height > 0 && layout.height > 0)
  }

  @Test func `names cannot become part of the drawing, and every ribbon is told in words`() {
    let document = ReportDocument(title: "Flow", sections: [ReportSection(name: "flow", blocks: [.flow(Self.flow)])])
    let page = HTMLRenderer(RenderOptions()).render(document)
    #expect(!page.contains("second <line>") && page.contains("second &lt;line&gt;"))
    let text = TerminalRenderer(RenderOptions()).render(document)
    #expect(text.contains("second <line> → first line: 10") && text.contains("new → first line: 100"))
    #expect(MarkdownRenderer(RenderOptions()).render(document).contains("- new → first line: 100"))
  }
}
