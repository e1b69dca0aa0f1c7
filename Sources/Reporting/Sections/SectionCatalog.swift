/// The sections of each kind of report, in the order a reader meets them: one list per command, named after it.
package enum SectionCatalog {
  /// What `muster run` found, on one screen of a terminal.
  package static let run: [SectionFamily<ReportContext>] = [
    HeadlineSection.family,
    WorstIntervalsSection.family,
    GlanceSection.family,
    WaitingSection.family,
    PeopleSection.family,
    CostSection.family,
    RemarksSection.family,
    FilesSection.family,
  ]

  /// The same on a page, where there is room for pictures and stories.
  package static let runPage: [SectionFamily<ReportContext>] = [
    PromisesSection.family,
    HeadlineSection.family,
    RemarksSection.family,
    WorstIntervalsSection.family,
    ServiceLevelSection.family,
    DemandSection.family,
    WaitChartsSection.family,
    HeatMapSection.family,
    BacklogSection.family,
    OccupancySection.family,
    TimeUseSection.family,
    WaitDistributionSection.family,
    StorySection.family,
    WaitingSection.family,
    PeopleSection.family,
    CostSection.family,
    ProvenanceSection.family,
  ]
}
