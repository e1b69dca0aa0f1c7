extension PageView {
  /// A flow as a drawing; the style sheet has the colours, and the words of every ribbon stand below it.
  static func flow(_ flow: ReportFlow, level: Int) -> [String: Any] {
    let layout = FlowLayout(flow)
    let last = flow.nodes.map(\.column).max() ?? 0
    let nodes = flow.nodes.enumerated().map { index, node -> [String: Any] in
      let box = layout.boxes[index]
      let isLast = node.column == last && last > 0
      return [
        "x": FlowLayout.number(box.x), "y": FlowLayout.number(box.y), "height": FlowLayout.number(box.height),
        "nodeWidth": FlowLayout.number(FlowLayout.nodeWidth), "anchor": isLast ? "end" : "start",
        "textX": FlowLayout.number(isLast ? box.x - 6 : box.x + FlowLayout.nodeWidth + 6),
        "nameY": FlowLayout.number(box.y + box.height / 2 - 2), "wordsY": FlowLayout.number(box.y + box.height / 2 + 14),
        "name": node.name, "words": kept(node.words),
      ]
    }
    let ribbons = flow.ribbons.indices.map { index -> [String: Any] in
      [
        "path": layout.path(index), "width": FlowLayout.number(layout.lines[index].width), "tone": flow.ribbons[index].tone.rawValue,
        "words": kept(flow.lines[index]),
      ]
    }
    return [
      "isFlow": true, "level": level, "heading": flow.title, "note": optional(kept(flow.note)),
      "flowWidth": FlowLayout.number(FlowLayout.width), "flowHeight": FlowLayout.number(layout.height), "flowNodes": nodes,
      "flowRibbons": ribbons, "flowLegend": flow.legend.map { ["tone": $0.tone.rawValue, "name": $0.words] as [String: Any] },
      "flowCount": Words.counted(flow.ribbons.count, "line"),
    ]
  }
}
