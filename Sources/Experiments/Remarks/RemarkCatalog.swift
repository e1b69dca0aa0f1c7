/// Every kind of remark, in the order of reports: the gravest first.
package enum RemarkCatalog {
  /// The gravest first, which is the order of reports.
  package static let all: [RemarkFamily] = [
    .neverServed,
    .nobodyThere,
    .stillOpen,
    .blocked,
    .disconnected,
    .overloaded,
    .pastTheShift,
  ]

  package static func remarks(_ evidence: RemarkEvidence) -> [Remark] {
    evidence.replications == 0 ? [] : all.flatMap { $0.find(evidence) }
  }
}
