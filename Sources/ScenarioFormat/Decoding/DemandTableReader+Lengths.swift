import SimulationCore
import Tables

extension DemandTableReader {
  /// How long a line lasts: until its end, the end of its range, its length, or the commonest step; nil where nothing tells.
  func step(_ table: Table, _ start: Int?, _ date: Int?) -> TimeSpan? {
    guard let start else { return nil }
    let times = table.moments(start)
    let days = times.hasDates ? nil : date.map { table.moments($0) }
    let own = table.column(quietly: TableRoles.end).flatMap { $0 == start ? nil : $0 }
    let ends = times.ends.contains { $0 != nil } ? times.ends : own.map { table.moments($0).moments }
    if let ends {
      let lengths = zip(times.moments, ends).compactMap { start, end -> Int64? in
        guard let from = start?.time, let to = end?.time else { return nil }
        return to > from ? to - from : to + MomentCell.day - from
      }
      if let length = IntervalLengths.commonest(lengths) { return TimeSpan(microseconds: length) }
    }
    if let column = table.column(quietly: TableRoles.length), column != start, table.names[column].unit != nil,
      let length = IntervalLengths.commonest(table.spans(column).values.compactMap { $0 })
    {
      return TimeSpan(microseconds: length)
    }
    let walls = times.moments.indices.compactMap { index -> Int64? in
      guard let moment = times.moments[index], moment.time != nil else { return nil }
      return moment.wall + (moment.day == nil ? Int64(days?.moments[index]?.day ?? 0) * MomentCell.day : 0)
    }
    return IntervalLengths.commonestStep(Array(Set(walls)).sorted()).map { TimeSpan(microseconds: $0) }
  }

  /// Lines that begin at nothing that is a time do not say how long they last.
  func lengthProblem(_ table: Table, _ start: Int?) -> String? {
    guard let start, table.rows.count > 1 else { return nil }
    let times = table.moments(start)
    guard !times.hasTimes, let first = times.problems.first else { return nil }
    return first.wrong
  }
}
