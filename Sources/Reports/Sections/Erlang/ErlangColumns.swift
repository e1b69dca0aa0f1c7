import QueueingTheory
import ReportKit

/// The columns with a staffing's figures, alike in both tables.
struct ErlangColumns {
  let context: ErlangContext

  init(_ context: ErlangContext) { self.context = context }

  var columns: [ReportTable.Column] {
    var columns: [ReportTable.Column] = []
    if !context.refuses {
      columns += [
        .init("within \(Words.length(context.question.within))", .trailing), .init("mean wait (ASA)", .trailing),
        .init("have to wait", .trailing),
      ]
    } else {
      columns.append(.init("refused", .trailing))
    }
    columns.append(.init("occupancy", .trailing))
    if context.losesPatience { columns.append(.init("abandon", .trailing)) }
    if context.question.shrinkage > 0 { columns.append(.init("paid heads", .trailing)) }
    return columns
  }

  func cells(_ row: StaffingAnswer.Row?, _ tone: ReportText.Tone) -> [ReportText] {
    func cell(_ value: Double?, _ quantity: Quantity) -> ReportText {
      ReportText(value.map { Words.number($0, quantity) } ?? Words.undefined, tone)
    }
    let figures = row?.figures
    var cells: [ReportText] = []
    if !context.refuses {
      cells += [cell(figures?.serviceLevel, .share), cell(figures?.meanWait, .duration), cell(figures?.probabilityOfWait, .share)]
    } else {
      cells.append(cell(figures?.blocking, .share))
    }
    cells.append(cell(figures?.occupancy, .share))
    if context.losesPatience { cells.append(cell(figures?.abandonment, .share)) }
    if context.question.shrinkage > 0 {
      cells.append(ReportText(row.map { Words.fixed(Double($0.paidHeads), decimals: 0) } ?? Words.undefined, tone))
    }
    return cells
  }
}
