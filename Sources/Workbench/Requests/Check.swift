package import ReportKit
import ScenarioFormat
import SupportModel

/// A scenario as it was understood, without playing it.
package struct Check {
  private let loaded: LoadedScenario
  private let file: String

  package init(_ source: ScenarioSource) throws(RequestFailure) {
    loaded = try source.load()
    file = source.file
  }

  /// With the account of every table that the scenario names.
  package var json: String { CheckJSON.text(loaded, file: file) }

  /// Of a scenario that cannot be read: what is wrong with it.
  package static func json(of failure: RequestFailure, in source: ScenarioSource) -> String {
    CheckJSON.text(problems: failure.lines, file: source.file)
  }

  /// There are remarks, on the scenario or on an option.
  package var isDoubtful: Bool { !loaded.remarks.isEmpty || loaded.options.contains { !$0.remarks.isEmpty } }

  /// Every file that was read.
  package var files: [String] { loaded.files }

  /// The picture, and what is well-formed but doubtful.
  package var document: ReportDocument {
    let blocks =
      loaded.picture.map { ReportBlock.sentence(ReportText($0)) }
      + loaded.remarks.map { .sentence(ReportText($0.text, .unsure)) }
      + loaded.options.flatMap { option in
        option.remarks.map { .sentence(ReportText("option \(option.name): \($0.text)", .unsure)) }
      }
    return ReportDocument(
      title: ReportText("\(file): no problems", .strong), sections: [ReportSection(name: "picture", blocks: blocks)])
  }
}
