/// Every kind of remark, in the order of reports: the gravest first.
package enum RemarkCatalog {
  package static let all: [Remark] = [
    .neverServed,
    .nobodyThere,
    .stillOpen,
    .blocked,
    .disconnected,
    .overloaded,
    .pastTheShift,
  ]

  package static func sentences(_ evidence: RemarkEvidence) -> [String] {
    evidence.replications == 0 ? [] : all.flatMap { $0.sentences(evidence) }
  }
}
