import Foundation

/// Chart.js as Debian's `libjs-chart.js` installs it; it is read when a page is written and goes into the page.
package enum ChartLibrary {
  /// Where systems put it; `MUSTER_CHART_JS` names another place.
  package static var paths: [String] {
    if let named = ProcessInfo.processInfo.environment["MUSTER_CHART_JS"], !named.isEmpty { return [named] }
    return ["/usr/share/javascript/chart.js/chart.min.js", "/usr/share/javascript/chart.js/chart.js"]
  }

  /// nil where it is not there.
  package static func text() -> String? {
    for path in paths {
      if let text = try? String(contentsOfFile: path, encoding: .utf8), text.contains("Chart.js v3") || text.contains("Chart.js v4") {
        return text
      }
    }
    return nil
  }

  /// Why there are no charts, and what to do about it.
  package static var complaint: String {
    if let named = ProcessInfo.processInfo.environment["MUSTER_CHART_JS"], !named.isEmpty {
      return "muster: MUSTER_CHART_JS names \(named), which is not a copy of Chart.js 3 or 4, so the page has tables only"
    }
    return "muster: Chart.js is not installed, so the page has tables only; for charts: apt-get install libjs-chart.js"
  }
  /// Shown at the top of such a page.
  package static let note = "Charts are missing because Chart.js was not installed where this page was made; the tables have every number."
}
