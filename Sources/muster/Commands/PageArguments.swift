import ArgumentParser
import ReportKit
import Workbench

/// Whether and how a page is written beside the other files; shared by every command that writes one.
struct PageArguments: ParsableArguments {
  @Flag(name: .customLong("no-report"), help: "Do not write the page.")
  var skipsReport = false

  @Flag(name: .customLong("no-charts"), help: "Write the page with tables only.")
  var skipsCharts = false

  /// What pages are rendered with. Complains where charts are wanted and cannot be had, unless that has been said already.
  func options(complains: Bool = true) -> RenderOptions {
    var options = RenderOptions()
    if skipsCharts { return options }
    options.chartScript = ChartLibrary.text()
    if options.chartScript == nil {
      if complains { Terminal.complain(ChartLibrary.complaint) }
      options.note = ChartLibrary.note
    }
    return options
  }

  /// Names of all files once the page is among them: it comes first.
  func names(with files: [OutputFile], of page: PageName) -> [String] { (skipsReport ? [] : [page.rawValue]) + files.map(\.name) }

  /// What a summary is rendered with: as a page where the renderer makes pages.
  func options(for renderer: RendererFamily, or others: RenderOptions) -> RenderOptions {
    renderer.wantsPage ? options(complains: skipsReport) : others
  }

  /// The page of a command; nil where it is not wanted. `document` is made only when it is.
  func file(_ page: PageName, _ document: () throws(RequestFailure) -> ReportDocument) throws(RequestFailure) -> OutputFile? {
    if skipsReport { return nil }
    return OutputFile(page.rawValue, HTMLRenderer(options()).render(try document()))
  }
}
