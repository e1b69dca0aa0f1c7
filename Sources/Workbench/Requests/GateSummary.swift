package import ReportKit
package import Reports

/// What is shown of one or of several gated scenarios.
package enum GateSummary {
  /// One document for each scenario, and where there are several one that sums them up.
  package static func documents(_ gated: [GatedScenario], folder: GateFolder = GateFolder(), written: String?, files: [String])
    -> [ReportDocument]
  {
    if gated.count == 1, folder.changes.isEmpty { return [ReportDocument(GateContext(gated[0], folder: written, files: files))] }
    return gated.map { ReportDocument(GateContext($0)) } + [ReportDocument(gates: gated, folder: folder, written: written, files: files)]
  }

  /// The summary first: it is read on a page of many.
  package static func markdown(_ gated: [GatedScenario], folder: GateFolder = GateFolder()) -> String {
    let documents = documents(gated, folder: folder, written: nil, files: [])
    let ordered = documents.count == 1 ? documents : [documents[documents.count - 1]] + documents.dropLast()
    return ordered.map { MarkdownRenderer(RenderOptions()).render($0) }.joined(separator: "\n")
  }
}
