import ReportKit
import Studies
import SupportModel

extension ReportDocument {
  /// Several gated scenarios at a glance. `written`: the folder of these files as the user would type it.
  package init(gates gated: [GatedScenario], folder: GateFolder = GateFolder(), written: String? = nil, files: [String] = []) {
    let verdict = GateVerdict.overall(gated.map(\.result.verdict) + [folder.verdict])
    let failed = gated.count { $0.result.verdict == .fail }
    let open = gated.count { $0.result.verdict == .undecided }
    let gone = folder.weakenings.isEmpty ? "" : "\(Words.counted(folder.weakenings.count, "scenario")) gone"
    let weakened = gated.reduce(0) { $0 + $1.result.weakenings.count }
    let weaker = weakened == 0 ? "" : "promise weaker in \(Words.counted(weakened, "place"))"
    var parts: [String]
    switch verdict {
    case .fail: parts = ["FAIL", "\(failed) of \(Words.counted(gated.count, "scenario"))"]
    case .undecided: parts = ["undecided", "\(open) of \(Words.counted(gated.count, "scenario"))"]
    case .pass, .notCompared: parts = ["pass", Words.counted(gated.count, "scenario")]
    }
    parts += [gone, weaker].filter { !$0.isEmpty }
    let words = parts.joined(separator: ", ")
    let rows = gated.map { one -> [ReportText] in
      let result = one.result
      let broken = result.candidate.gates.indices.filter { result.verdict(of: $0) == .fail }.map { result.candidate.gates[$0].name }
      let unclear = result.candidate.gates.indices.filter { result.verdict(of: $0) == .undecided }.map { result.candidate.gates[$0].name }
      return [
        ReportText(one.name), ReportText(one.candidate.file), result.verdict.text,
        ReportText(Words.fixed(Double(result.candidate.gates.count), decimals: 0)),
        ReportText((broken + unclear + (result.isWeakened ? ["promise weaker"] : [])).joined(separator: ", ")),
      ]
    }
    let table = ReportTable(
      columns: [
        .init("Scenarios", mayShorten: true), .init("file", mayShorten: true), .init("verdict"), .init("gates", .trailing),
        .init("broken, open or weaker", mayShorten: true),
      ], rows: rows)
    var sections: [ReportSection] = []
    if !folder.changes.isEmpty {
      sections.append(
        ReportSection(
          name: "promise", title: "What changed in the folder",
          blocks: GatePromiseSection.ordered(folder.changes).map { change in
            let tone: ReportText.Tone = change.effect.isWeakening ? (folder.isStrict ? .bad : .unsure) : .plain
            return .sentence(ReportText(GateFolder.sentence(change), tone))
          }))
    }
    sections.append(ReportSection(name: "scenarios", blocks: gated.isEmpty ? [] : [.table(table)]))
    if let written, !files.isEmpty {
      sections.append(
        ReportSection(
          name: "files", blocks: [.sentence(ReportText("Written to \(written): \(files.joined(separator: ", "))", .muted))]))
    }
    let isWeakened = !folder.weakenings.isEmpty || weakened > 0
    let tone: ReportText.Tone = verdict == .fail ? .bad : verdict == .undecided || isWeakened ? .unsure : .good
    self.init(title: ReportText("All gates: \(words)", tone), sections: sections)
  }
}
