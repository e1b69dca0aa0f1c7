import Mustache

extension PageView {
  /// What the template of the head names; false where a page has none.
  mutating func head() -> Any {
    guard let head = document.head else { return false }
    return [
      "light": head.light.rawValue, "word": head.word, "answer": Self.kept(head.sentence),
      "headGrid": head.grid.map { figure($0, level: 2) as Any } ?? false, "hasActions": !head.actions.isEmpty,
      "actionsNote": Self.optional(Self.kept(head.actionsNote)),
      "actions": head.actions.map { action -> [String: Any] in
        [
          "what": action.what, "effects": action.effects.map(Self.words),
          "actionCommand": action.command.isEmpty ? false : ["text": action.command] as [String: Any],
        ]
      },
    ] as [String: Any]
  }

  /// A grid with a switch where it has several views.
  mutating func figure(_ grid: ReportGrid, level: Int) -> [String: Any] {
    figures += 1
    return [
      "figure": "figure-\(figures)", "gridLevel": level, "gridTitle": grid.title, "gridNote": Self.optional(Self.kept(grid.note)),
      "hasChoice": grid.views.count > 1,
      "choices": grid.views.enumerated().map { ["position": $0, "choice": $1.name] as [String: Any] },
      "gridViews": grid.views.enumerated().map { position, view -> [String: Any] in
        [
          "position": position, "gridName": grid.views.count > 1 ? "\(grid.title): \(view.name)" : grid.title,
          "gridColumns": grid.columns.map { ["short": $0.short, "full": $0.full] }, "width": grid.columns.count,
          "gridRows": view.rows.map(Self.row), "bars": view.bars.map { Self.bar($0, columns: grid.columns.count) },
          "gridBelow": view.below.map(Self.row),
        ]
      },
    ]
  }

  private static func row(_ row: ReportGrid.Row) -> [String: Any] {
    ["label": row.label, "isMain": row.isMain, "gridCells": row.cells.map(GridCellView.init)]
  }

  private static func bar(_ bar: ReportGrid.Bar, columns: Int) -> [String: Any] {
    func places(_ spans: [ReportGrid.Span]) -> [[String: Any]] {
      spans.map { span in
        ["left": percent(span.from / Double(columns)), "width": percent((span.to - span.from) / Double(columns))]
      }
    }
    return ["label": bar.label, "count": bar.count, "spans": places(bar.spans), "pauses": places(bar.pauses)]
  }
}
