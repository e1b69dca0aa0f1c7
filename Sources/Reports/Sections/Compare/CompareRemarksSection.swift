package import ReportKit
import Studies

/// What stood out in the option that would be chosen; of the others `comparison.json` has it.
package enum CompareRemarksSection {
  /// Left out where nothing stood out.
  package static let family = SectionFamily<ComparisonContext>(name: "remarks", help: "what stood out in the option that would be chosen") {
    context in
    guard let leader = context.result.leader else { return [] }
    let remarks = RemarkWords.sentences(context.result.options[leader].remarks, context.result.options[leader].scenario)
    guard !remarks.isEmpty else { return [] }
    var table = ReportTable(
      columns: [.init("Remarks on \(context.name(leader))")], rows: remarks.prefix(3).map { [ReportText($0, .unsure)] })
    table.leftOut = max(0, remarks.count - 3)
    return [.table(table)]
  }
}
