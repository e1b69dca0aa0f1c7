import ReportKit

/// Whether and how a page is written beside the other files.
package struct PageForm: Sendable, Codable {
  /// It is written.
  package var isWanted: Bool
  /// With charts, where Chart.js can be had; otherwise with tables only.
  package var hasCharts: Bool

  package init(isWanted: Bool = true, hasCharts: Bool = true) {
    self.isWanted = isWanted
    self.hasCharts = hasCharts
  }

  /// Charts are wanted and cannot be had.
  var missesCharts: Bool { hasCharts && ChartLibrary.text() == nil }

  /// What pages are rendered with.
  var options: RenderOptions {
    var options = RenderOptions()
    if !hasCharts { return options }
    options.chartScript = ChartLibrary.text()
    if options.chartScript == nil { options.note = ChartLibrary.note }
    return options
  }

  /// Names of all files once the page is among them: it comes first.
  func names(with files: [OutputFile], of page: PageName) -> [String] { (isWanted ? [page.rawValue] : []) + files.map(\.name) }

  /// The files with the page before them, where it is wanted; `document` is made only then.
  func files(_ others: [OutputFile], of page: PageName, _ document: () -> ReportDocument) -> [OutputFile] {
    isWanted ? [OutputFile(page.rawValue, HTMLRenderer(options).render(document()))] + others : others
  }
}
