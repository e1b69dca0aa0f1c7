import Foundation

/// One self-contained page: style, script, numbers and (where given) the chart library are inside it, and its own policy forbids the browser
/// to fetch anything. The same document gives the same bytes.
package struct HTMLRenderer: ReportRenderer {
  /// `--format html`, and what the pages of the commands are made with.
  package static let family = RendererFamily(name: "html", help: "one self-contained page", wantsPage: true) { HTMLRenderer($0) }

  /// The chart library is the largest of them: without it a page shows tables.
  package var options: RenderOptions

  package init(_ options: RenderOptions) { self.options = options }

  /// The whole page, from its document type to its last element.
  package func render(_ document: ReportDocument) -> String {
    var page = PageView(document, draws: options.chartScript != nil)
    let view = page.make()
    let data = page.data.text
    let chartScript = options.chartScript.map(Self.safe)
    let script = Self.safe(PageTemplates.script)
    // Only these very scripts may run, whatever else got into the page.
    let hashes = ([chartScript, script].compactMap { $0 }).map { "'sha256-\(Self.base64(hex: SHA256.hex(of: $0)))'" }
    var all = view
    all["generator"] = "muster \(Provenance.version)"
    all["policy"] =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; script-src "
      + hashes.joined(separator: " ")
    all["css"] = PageTemplates.css
    all["script"] = script
    all["data"] = data
    all["chartScript"] = chartScript.map { ["code": $0] as [String: Any] } ?? false
    all["warning"] = options.note.map { ["text": $0] as [String: Any] } ?? false
    all["kicker"] = "Muster report"
    all["footer"] = "Made by muster \(Provenance.version). Needs no network; the numbers are in \(document.numbersIn) beside it."
    return PageTemplates.page(all)
  }

  /// Text that may stand inside a script element.
  private static func safe(_ script: String) -> String {
    script.replacing("</script", with: "<\\/script").replacing("<!--", with: "<\\!--")
  }

  private static func base64(hex: String) -> String {
    var bytes = Data()
    var digits = hex[...]
    while digits.count >= 2 {
      bytes.append(UInt8(digits.prefix(2), radix: 16)!)
      digits = digits.dropFirst(2)
    }
    return bytes.base64EncodedString()
  }
}
