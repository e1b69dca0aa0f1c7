/// Every kind of remark, in the order of reports: the gravest first.
package enum RemarkCatalog {
  /// The gravest first, which is the order of reports.
  package static let all: [Remark] = [
    .neverServed,
    .nobodyThere,
    .stillOpen,
    .blocked,
    .disconnected,
    .overloaded,
    .pastTheShift,
  ]

  /// Those that have something to say.
  package static func sentences(_ evidence: RemarkEvidence) -> [String] {
    evidence.replications == 0 ? [] : all.flatMap { $0.sentences(evidence) }
  }
}
