package import ReportKit

extension ReportDocument {
  /// The list of all results, each page with the light and the answer that it opens with.
  package init(index entries: [OutputIndexEntry]) {
    let rows = entries.flatMap { entry -> [[ReportText]] in
      let others = entry.others.isEmpty ? "" : entry.others.joined(separator: ", ")
      if entry.pages.isEmpty { return [[ReportText(entry.folder), "", "", "", ReportText(others)]] }
      return entry.pages.enumerated().map { index, page in
        var link = ReportText(Self.words(page.command))
        link.link = "\(Self.encoded(entry.folder))/\(Self.encoded(page.file))"
        return [
          ReportText(index == 0 ? page.title : ""), link, Self.light(page.light), ReportText(page.answer),
          ReportText(index == 0 ? others : ""),
        ]
      }
    }
    let table = ReportTable(
      columns: [.init("Scenario"), .init("page"), .init("light", isVerdict: true), .init("answer"), .init("other files")], rows: rows)
    let empty: [ReportBlock] = [.sentence("Nothing has been written yet. muster run scenarios/launch-day.yaml makes a beginning.")]
    self.init(
      title: "What is here", sections: [ReportSection(name: "results", title: "Results", blocks: rows.isEmpty ? empty : [.table(table)])])
    about = "Every page below this folder with the answer it opens with. Each command writes it anew."
    subject = "What is here"
    numbersIn = "the folder of each scenario"
  }

  private static func words(_ command: String) -> String {
    switch command {
    case "run": "Will it hold? (run)"
    case "staff": "How many people? (staff)"
    case "compare": "Which option? (compare)"
    case "gate": "Does the change pass? (gate)"
    case "explain": "Why is it missed? (explain)"
    default: command
    }
  }

  private static func light(_ name: String?) -> ReportText {
    switch name.flatMap(ReportHead.Light.init(rawValue:)) {
    case .keeps?: ReportText("keeps", .good)
    case .breaks?: ReportText("does not", .bad)
    case .unsure?: ReportText("cannot tell", .unsure)
    case nil: ""
    }
  }

  /// A name as a part of a path that no browser takes for anything else.
  private static func encoded(_ name: String) -> String {
    var text = ""
    for byte in name.utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "~": text.unicodeScalars.append(scalar)
      default:
        let digits = Array("0123456789ABCDEF")
        text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return text
  }
}
