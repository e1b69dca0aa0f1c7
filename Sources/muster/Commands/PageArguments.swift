import ArgumentParser
import Workbench

/// Whether and how a page is written beside the other files; shared by every command that writes one.
struct PageArguments: ParsableArguments {
  @Flag(name: .customLong("no-report"), help: "Do not write the page.")
  var skipsReport = false

  @Flag(name: .customLong("no-charts"), help: "Write the page with tables only.")
  var skipsCharts = false

  var form: PageForm { PageForm(isWanted: !skipsReport, hasCharts: !skipsCharts) }
}
