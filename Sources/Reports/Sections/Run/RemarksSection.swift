import Experiments
package import ReportKit

/// Plain sentences about what the play showed, one line each: unstable queues, contacts nobody could serve, work left over.
package enum RemarksSection {
  package static let family = SectionFamily<ReportContext>(
    name: "remarks", title: "What stood out", help: "what stood out: unstable queues, unserved contacts, work left over"
  ) {
    context in
    var remarks = RemarkWords.sentences(context.result.remarks, context.scenario)
    if context.result.isPartial {
      remarks.insert("The run was interrupted: these are the finished replications only.", at: 0)
    }
    guard !remarks.isEmpty else { return [] }
    return [
      .table(
        ReportTable(
          columns: [.init("Remarks")], rows: remarks.map { [ReportText($0, .unsure)] }, essentialRows: 1))
    ]
  }
}
