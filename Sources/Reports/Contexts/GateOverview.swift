import ReportKit
import Studies
import SupportModel

extension ReportDocument {
  /// Several gated scenarios at a glance. `lost`: scenarios that are not gated any more.
  package init(gates gated: [GatedScenario], lost: [LostGates.Entry] = [], folder: String? = nil, files: [String] = []) {
    let verdict = GateVerdict.overall(gated.map(\.result.verdict))
    let failed = gated.count { $0.result.verdict == .fail }
    let open = gated.count { $0.result.verdict == .undecided }
    let words: String
    switch verdict {
    case .fail: words = "FAIL, \(failed) of \(Words.counted(gated.count, "scenario"))"
    case .undecided: words = "undecided, \(open) of \(Words.counted(gated.count, "scenario"))"
    case .pass, .notCompared: words = "pass, \(Words.counted(gated.count, "scenario"))"
    }
    let rows = gated.map { one -> [ReportText] in
      let result = one.result
      let broken = result.candidate.gates.indices.filter { result.verdict(of: $0) == .fail }.map { result.candidate.gates[$0].name }
      let unclear = result.candidate.gates.indices.filter { result.verdict(of: $0) == .undecided }.map { result.candidate.gates[$0].name }
      return [
        ReportText(one.name), ReportText(one.candidate.file), result.verdict.text,
        ReportText(Words.fixed(Double(result.candidate.gates.count), decimals: 0)), ReportText((broken + unclear).joined(separator: ", ")),
      ]
    }
    let table = ReportTable(
      columns: [
        .init("Scenarios", mayShorten: true), .init("file", mayShorten: true), .init("verdict"), .init("gates", .trailing),
        .init("broken or open", mayShorten: true),
      ], rows: rows)
    var sections = [
      ReportSection(name: "scenarios", blocks: [.table(table)] + lost.map { .sentence(ReportText($0.sentence, .unsure)) })
    ]
    if let folder, !files.isEmpty {
      sections.append(
        ReportSection(
          name: "files", blocks: [.sentence(ReportText("Written to \(folder): \(files.joined(separator: ", "))", .muted))]))
    }
    let tone: ReportText.Tone = verdict == .fail ? .bad : verdict == .undecided ? .unsure : .good
    self.init(title: ReportText("All gates: \(words)", tone), sections: sections)
  }
}
