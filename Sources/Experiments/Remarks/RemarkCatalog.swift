/// Every kind of remark.
package enum RemarkCatalog {
  /// What touches as many customers is told in this order.
  package static let all: [RemarkFamily] = [
    .neverServed,
    .nobodyThere,
    .stillOpen,
    .blocked,
    .disconnected,
    .overloaded,
    .gaveUp,
    .pastTheShift,
    .overTheLimit,
  ]

  /// By harm: what touches most customers first, what touches none last.
  package static func remarks(_ evidence: RemarkEvidence) -> [Remark] {
    if evidence.replications == 0 { return [] }
    let found = all.flatMap { $0.find(evidence) }
    return found.enumerated().sorted { (-$0.element.customers, $0.offset) < (-$1.element.customers, $1.offset) }.map(\.element)
  }
}
