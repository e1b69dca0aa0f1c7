package import ReportKit

/// The sections of each kind of report, in the order a reader meets them: one list per command, named after it.
package enum SectionCatalog {
  /// What `muster run` found, on one screen of a terminal.
  package static let run: [SectionFamily<ReportContext>] = [
    HeadlineSection.family,
    WeeksSection.family,
    WorstIntervalsSection.family,
    GlanceSection.family,
    WaitingSection.family,
    ResponseSection.family,
    NeedsSection.family,
    SatisfactionSection.family,
    PeopleSection.family,
    WellbeingSection.family,
    CostSection.family,
    PenaltySection.family,
    ValueSection.family,
    HealthSection.family,
    TheorySection.family,
    RemarksSection.family,
    FilesSection.family,
  ]

  /// The same on a page, where there is room for pictures and stories.
  package static let runPage: [SectionFamily<ReportContext>] = [
    PromisesSection.family,
    HeadlineSection.family,
    HealthSection.page,
    RemarksSection.family,
    WeeksSection.page,
    WeekHours.family,
    WorstIntervalsSection.family,
    RosterSection.family,
    ServiceLevelSection.family,
    DemandSection.family,
    WaitChartsSection.family,
    HeatMapSection.family,
    DueSection.family,
    FlowSection.family,
    BacklogSection.family,
    OccupancySection.family,
    HandsSection.family,
    TimeUseSection.family,
    WaitDistributionSection.family,
    StorySection.family,
    WaitingSection.family,
    ResponseSection.family,
    NeedsSection.family,
    SatisfactionSection.family,
    PeopleSection.family,
    WellbeingSection.family,
    CostSection.family,
    PenaltySection.family,
    ValueSection.family,
    TheorySection.family,
    ProvenanceSection.family,
  ]

  /// What `muster compare` found.
  package static let compare: [SectionFamily<ComparisonContext>] = [
    PromiseSection.family,
    VerdictSection.family,
    StandingSection.family,
    ParetoSection.family,
    RemovalSection.family,
    StakeSection.family,
    CompareHealthSection.family,
    DifferenceSection.family,
    CompareRemarksSection.family,
    CompareFilesSection.family,
  ]

  /// The same on a page.
  package static let comparePage: [SectionFamily<ComparisonContext>] = [
    PromiseSection.family,
    VerdictSection.page,
    StandingSection.family,
    RemovalSection.family,
    StakeSection.family,
    CompareHealthSection.page,
    ChanceSection.family,
    CourseSection.family,
    TradeOffSection.family,
    SideBySideSection.family,
    DifferencePicturesSection.family,
    CompareStoodOutSection.family,
    VerdictSection.method,
    CompareProvenanceSection.family,
  ]

  /// What `muster sensitivity` found.
  package static let sensitivity: [SectionFamily<SensitivityContext>] = [
    EffectSection.family,
    BreakPointSection.family,
    SensitivityFilesSection.family,
  ]

  /// What `muster explain` found.
  package static let explain: [SectionFamily<ExplanationContext>] = [
    ExplanationAnswerSection.family,
    WaterfallSection.family,
    CauseTableSection.family,
    ExplanationNotesSection.family,
    ClosestSection.family,
    ExplanationFilesSection.family,
  ]

  /// The same on a page.
  package static let explainPage: [SectionFamily<ExplanationContext>] = [
    WaterfallSection.family,
    CauseTableSection.family,
    ExplanationNotesSection.family,
    ClosestSection.family,
    ExplanationProvenanceSection.family,
  ]

  /// What `muster staff` found.
  package static let staff: [SectionFamily<StaffingContext>] = [
    StaffFloorsSection.family,
    StaffTargetsSection.family,
    StaffGroupsSection.family,
    StaffGapsSection.family,
    StaffSummarySection.family,
  ]

  /// The same on a page.
  package static let staffPage: [SectionFamily<StaffingContext>] = [
    StaffNetSection.family,
    StaffAnswerSection.family,
    StaffFloorsSection.family,
    StaffTargetsSection.family,
    StaffPeopleSection.family,
    StaffShortestSection.family,
    StaffGroupsSection.family,
    StaffPeriodsSection.family,
    StaffProvenanceSection.family,
  ]

  /// What `muster erlang` answers.
  package static let erlang: [SectionFamily<ErlangContext>] = [
    AnswerSection.family,
    DaySection.family,
    ExplainedSection.family,
    CarryingSection.family,
    ExplanationSection.family,
    FormulaSection.family,
  ]

  /// What `muster clock` shows.
  package static let clock: [SectionFamily<ClockContext>] = [
    ClockSection.family
  ]

  /// What `muster gate` found.
  package static let gate: [SectionFamily<GateContext>] = [
    GatePromiseSection.family,
    GateVerdictsSection.family,
    GateHealthSection.family,
    GateSidesSection.family,
    GateCertaintySection.family,
    GateChangesSection.family,
    GateFilesSection.family,
  ]

  /// The same on a page.
  package static let gatePage: [SectionFamily<GateContext>] = [
    GatePromiseSection.family,
    GateVerdictsSection.family,
    GateEvidenceSection.family,
    GateChangePicturesSection.family,
    GateHealthSection.family,
    GateSidesSection.family,
    GateCertaintySection.family,
    GateProvenanceSection.family,
  ]
}
