import Foundation

/// A document as the keys and values that the templates name. Every key a template asks for is there, `false` where there is nothing: a key
/// that is missing would be looked up further out.
struct PageView {
  let document: ReportDocument
  let draws: Bool
  var data: PageData
  /// Terms in order of their first use; their numbers are positions from 1.
  private(set) var terms: [ReportTerm] = []
  var figures = 0
  /// Level of the headings of figures: 4 below a heading inside the section.
  private var level = 3

  init(_ document: ReportDocument, draws: Bool) {
    self.document = document
    self.draws = draws
    data = PageData(intervals: document.intervals)
  }

  mutating func make() -> [String: Any] {
    let head = head()
    var ids: [String: Int] = [:]
    var sections: [[String: Any]] = []
    for section in document.sections {
      ids[section.name, default: 0] += 1
      let times = ids[section.name]!
      let id = "section-\(Self.identifier(section.name))" + (times > 1 ? "-\(times)" : "")
      level = 3
      sections.append(["id": id, "heading": section.title, "blocks": section.blocks.map { block($0, section.title) }])
    }
    let subject = document.subject.isEmpty ? document.title.text : document.subject
    return [
      "head": head, "hasHead": document.head != nil, "title": subject, "subject": subject, "isLong": subject.count > 80,
      "about": Self.optional(document.about),
      "subtitle": Self.optional(document.subtitle), "showsNavigation": sections.count > 2, "sections": sections,
      "intervalName": document.intervalName, "hasTerms": !terms.isEmpty,
      "terms": terms.enumerated().map { ["number": $0 + 1, "name": $1.name, "definition": $1.definition] as [String: Any] },
    ]
  }

  // MARK: Blocks

  private static let kinds = [
    "isHeading", "isSentence", "isPairs", "isList", "isTable", "isBars", "isSparks", "isRanges", "isFigure", "isTimeline", "isListing",
    "isFolded", "isTerms", "isGrid", "isTracks", "isFlow",
  ]

  private mutating func block(_ block: ReportBlock, _ section: String) -> [String: Any] {
    var view: [String: Any] = [:]
    for kind in Self.kinds { view[kind] = false }
    switch block {
    case .heading(let text):
      view["isHeading"] = !text.isEmpty
      view["text"] = text
      level = 4
    case .sentence(let text):
      view["isSentence"] = true
      view.merge(Self.words(text)) { $1 }
    case .keyValues(let pairs):
      view["isPairs"] = true
      view["pairs"] = pairs.map { ["key": $0.key, "value": $0.value.text] }
    case .table(let table) where table.columns.count == 1:
      view["isList"] = true
      view["items"] = table.rows.map { Self.words($0[0]) }
    case .table(let table):
      view[table.isFolded ? "isFolded" : "isTable"] = true
      view["text"] = Words.counted(table.rows.count, "row")
      view.merge(self.table(table, caption: table.columns[0].title.isEmpty ? section : table.columns[0].title)) { $1 }
    case .terms(let terms):
      view["isTerms"] = !terms.isEmpty
      view["blockTerms"] = terms.map { ["number": number(of: $0), "name": $0.name] as [String: Any] }
    case .grid(let grid):
      view["isGrid"] = true
      view.merge(figure(grid, level: level)) { $1 }
    case .bars, .sparks, .ranges, .tracks, .flow, .chart, .heatMap, .timeline:
      view.merge(picture(block)) { $1 }
    case .listing(let listing):
      view["isListing"] = true
      view["listingTitle"] = listing.title
      view["text"] = listing.text
      view["isOpen"] = listing.isOpen
    }
    return view
  }

  /// What is drawn, by the style sheet or the script.
  private mutating func picture(_ block: ReportBlock) -> [String: Any] {
    switch block {
    case .bars(let bars):
      let values = bars.bars.map { bar -> [String: Any] in
        var view: [String: Any] = ["label": bar.label, "width": Self.percent(bar.length), "value": Self.kept(bar.value.text)]
        if bar.from > 0 { view["left"] = Self.percent(bar.from) }
        return view
      }
      return ["isBars": true, "bars": values]
    case .sparks(let sparks):
      return ["isSparks": true, "sparksTitle": sparks.title, "sparks": sparks.rows.map(Self.spark)]
    case .ranges(let ranges):
      return [
        "isRanges": true, "ranges": ranges.rows.map { Self.range($0, ranges.scale) }, "ticks": Self.ticks(ranges.scale),
        "tickStep": Self.percent(1 / Double(max(1, ranges.scale.labels.count - 1))), "rangesNote": Self.kept(ranges.note),
        "hasRangesTerms": !ranges.terms.isEmpty,
        "rangesTerms": ranges.terms.map { ["number": number(of: $0), "name": $0.name] as [String: Any] },
      ]
    case .tracks(let tracks): return Self.tracks(tracks)
    case .flow(let flow): return Self.flow(flow, level: level)
    case .chart(let chart): return figure(chart).merging(["isFigure": true]) { $1 }
    case .heatMap(let map): return figure(map).merging(["isFigure": true]) { $1 }
    case .timeline(let timeline):
      let moments = timeline.moments.map { moment in
        Self.words(moment.sentence).merging([
          "time": moment.time, "attributes": moment.interval.map { " data-i=\"\($0)\"" } ?? "",
        ]) { $1 }
      }
      return ["isTimeline": true, "moments": moments]
    default: return [:]
    }
  }

  private mutating func figure(_ chart: ReportChart) -> [String: Any] {
    figures += 1
    let index = draws ? data.add(chart) : 0
    let views = chart.views.map(\.name)
    let tables = chart.views.enumerated().map { position, shown -> [String: Any] in
      let content = chart.table(shown)
      var view = table(content, caption: views.count > 1 ? "\(chart.title): \(shown.name)" : chart.title, isBehind: true)
      view["position"] = position
      // Without pictures the table is the picture.
      view["isOpen"] = !draws && position == 0 && content.rows.count <= 100
      view["of"] = views.count > 1 ? ["text": shown.name] as [String: Any] : false
      return view
    }
    var view = figureHead(chart.title, chart.note, chart.terms, views: draws || chart.views.count > 1 ? views : [])
    view["figure"] = "figure-\(figures)"
    view["size"] = chart.isSmall ? "small" : "wide"
    view["chart"] =
      draws
      ? ["index": index, "label": "\(chart.title). \(chart.note) The table below has the numbers; arrow keys walk through them."]
        as [String: Any] : false
    view["tables"] = tables
    view["maps"] = false
    return view
  }

  private mutating func figure(_ map: ReportHeatMap) -> [String: Any] {
    figures += 1
    var view = figureHead(map.title, map.note, map.terms, views: map.views.map(\.name))
    view["figure"] = "figure-\(figures)"
    view["size"] = "wide"
    view["chart"] = false
    view["tables"] = false
    let cells = map.views.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.cells.count } }
    view["maps"] = map.views.enumerated().map { position, shown -> [String: Any] in
      [
        "position": position, "mapTitle": map.views.count > 1 ? "\(map.title): \(shown.name)" : map.title,
        "corner": map.corner, "mapColumns": map.columns,
        "mapRows": shown.rows.map { row in
          ["label": row.label, "mapCells": row.cells.map { Self.heat($0, saysWords: cells <= 3000) }] as [String: Any]
        },
      ]
    }
    return view
  }

  private mutating func figureHead(_ title: String, _ note: String, _ terms: [ReportTerm], views: [String]) -> [String: Any] {
    [
      "level": level, "heading": title, "note": Self.optional(Self.kept(note)), "hasFigureTerms": !terms.isEmpty,
      "figureTerms": terms.map { ["number": number(of: $0), "name": $0.name] as [String: Any] }, "hasChoice": views.count > 1,
      "choices": views.enumerated().map { ["position": $0, "choice": $1] as [String: Any] },
    ]
  }

  /// `isBehind`: behind a chart, where the style sheet aligns all numbers and thousands of cells need no class;
  /// their numbers and intervals are those of the chart where one is drawn.
  private mutating func table(_ table: ReportTable, caption: String, isBehind: Bool = false) -> [String: Any] {
    let isInData = isBehind && draws
    let columns = table.columns.map { column -> [String: Any] in
      [
        "title": column.title,
        "columnClass": Self.classes([!isBehind && column.alignment == .trailing ? "n" : nil, column.isVerdict ? "v" : nil]),
        "columnTerm": column.term.map { ["number": number(of: $0)] as [String: Any] } ?? false,
      ]
    }
    let rows = table.rows.enumerated().map { index, row -> [String: Any] in
      let at = table.rowIntervals.isEmpty || isInData ? "" : " data-i=\"\(table.rowIntervals[index])\""
      return [
        "rowAttributes": at,
        "cells": row.enumerated().map { CellView($1, column: table.columns[$0], isFirst: $0 == 0, isBehind: isBehind, isInData: isInData) },
      ]
    }
    return [
      "caption": caption, "columns": columns, "rows": rows,
      "leftOut": table.leftOut > 0 ? ["text": "\(table.leftOut) more in \(table.restIn)"] as [String: Any] : false,
    ]
  }

  private mutating func number(of term: ReportTerm) -> Int {
    if let known = terms.firstIndex(of: term) { return known + 1 }
    terms.append(term)
    return terms.count
  }
}
