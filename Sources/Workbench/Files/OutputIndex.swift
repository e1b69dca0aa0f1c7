import ReportKit
import Reports

/// The list of everything below the folder of all results, `output/index.html`. Written anew by each command that leaves a page there.
package enum OutputIndex {
  /// Where commands write unless they are told otherwise.
  package static let folder = "output"
  /// In that folder.
  package static let fileName = "index.html"

  /// Lists what lies below `folder`. Nothing where the folder of the results is not directly in it.
  package static func refresh(after written: OutputFolder) throws(RequestFailure) {
    guard written.path.hasPrefix(folder + "/"), !written.path.dropFirst(folder.count + 1).contains("/") else { return }
    try OutputFolder.replace("\(folder)/\(fileName)", with: HTMLRenderer(RenderOptions()).render(ReportDocument(index: entries())))
  }

  /// One entry for each folder, in order of names; folders without anything in them are left out.
  private static func entries() -> [OutputIndexEntry] {
    WritingFolder.names(in: folder).filter { !$0.hasPrefix(".") }.compactMap { name in
      let files = WritingFolder.names(in: "\(folder)/\(name)").filter { !$0.hasPrefix(".") }
      if files.isEmpty { return nil }
      let pages = PageName.allCases.filter { files.contains($0.rawValue) }.map { page in
        let head = beginning(of: "\(folder)/\(name)/\(page.rawValue)")
        return OutputIndexEntry.Page(
          command: "\(page)", file: page.rawValue, light: meta("muster-light", head), answer: meta("muster-answer", head) ?? "",
          title: between("<title>", "</title>", head).map(unescaped) ?? name)
      }
      let others = files.filter { file in !PageName.allCases.contains { $0.rawValue == file } }
      return OutputIndexEntry(folder: name, pages: pages, others: others)
    }
  }

  // MARK: What a page says of itself

  /// Its first bytes, in which the answer stands. Never more: a page may be anything.
  private static func beginning(of path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : ""
  }

  private static func meta(_ name: String, _ page: String) -> String? {
    between("<meta name=\"\(name)\" content=\"", "\">", page).map(unescaped)
  }

  private static func between(_ opening: String, _ closing: String, _ text: String) -> String? {
    guard let from = text.firstRange(of: opening)?.upperBound, let to = text[from...].firstRange(of: closing)?.lowerBound else {
      return nil
    }
    return String(text[from..<to])
  }

  /// What the page escaped; it is escaped again where it is shown.
  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&amp;", with: "&")
  }
}
