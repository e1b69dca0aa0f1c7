/// The sections of each kind of report, in the order a reader meets them: one list per command, named after it.
package enum SectionCatalog {
  /// What `muster run` found.
  package static let run: [SectionFamily<ReportContext>] = [
    HeadlineSection.family,
    WorstIntervalsSection.family,
    WaitingSection.family,
    PeopleSection.family,
    CostSection.family,
    RemarksSection.family,
    FilesSection.family,
  ]

  /// What `muster gate` found.
  package static let gate: [SectionFamily<GateContext>] = [
    GateSidesSection.family,
    GateVerdictsSection.family,
    GateCertaintySection.family,
    GateChangesSection.family,
    GateFilesSection.family,
  ]

  /// What `muster compare` found.
  package static let compare: [SectionFamily<ComparisonContext>] = [
    VerdictSection.family,
    StandingSection.family,
    DifferenceSection.family,
    ParetoSection.family,
    CompareRemarksSection.family,
    CompareFilesSection.family,
  ]
}
