import SupportModel

extension RemarkFamily {
  /// More work than people: waiting contacts pile up until the end of the horizon.
  static let overloaded = RemarkFamily("overloaded") { evidence in
    evidence.scenario.contactTypes.indices.compactMap { type in
      let total = evidence.total(ofType: type)
      let leftWaiting = evidence.leftWaiting(ofType: type)
      let able = evidence.scenario.servers(of: type).map { (index: $0, cell: evidence.total(ofGroup: $0)) }
      let busy = able.reduce(Int64(0)) { $0 + $1.cell.busy }
      let available = able.reduce(Int64(0)) { $0 + $1.cell.available }
      guard busy > 0, total.offered > 0 else { return nil }
      let occupancy = Double(busy) / Double(busy + available)
      // A queue of one contact in twenty at the end, while people had hardly a free minute all along.
      guard occupancy >= 0.97, Double(leftWaiting) >= 0.05 * Double(total.offered) else { return nil }
      return .overloaded(
        contactType: type, able: able.map(\.index), occupancy: occupancy, waiting: evidence.mean(leftWaiting))
    }
  }
}
