package import ReportKit
package import Reports

/// What is shown of one or of several gated scenarios.
package enum GateSummary {
  /// One document for each scenario, and where there are several one that sums them up.
  package static func documents(_ gated: [GatedScenario], lost: [LostGates.Entry] = [], folder: String?, files: [String])
    -> [ReportDocument]
  {
    if gated.count == 1, lost.isEmpty { return [ReportDocument(GateContext(gated[0], folder: folder, files: files))] }
    return gated.map { ReportDocument(GateContext($0)) } + [ReportDocument(gates: gated, lost: lost, folder: folder, files: files)]
  }

  /// The summary first: it is read on a page of many.
  package static func markdown(_ gated: [GatedScenario], lost: [LostGates.Entry] = []) -> String {
    let documents = documents(gated, lost: lost, folder: nil, files: [])
    let ordered = documents.count == 1 ? documents : [documents[documents.count - 1]] + documents.dropLast()
    return ordered.map { MarkdownRenderer(RenderOptions()).render($0) }.joined(separator: "\n")
  }
}
