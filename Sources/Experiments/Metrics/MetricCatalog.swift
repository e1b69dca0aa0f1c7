/// Every metric there is, in the order of all results. Add a file in the folder of its kind and a line here.
package enum MetricCatalog {
  /// In the order of results and documentation.
  package static let all: [Metric] = [
    // counts
    .offered,
    .handled,
    .abandoned,
    .shortAbandoned,
    .balked,
    .blocked,
    .disconnected,
    .disconnectedLate,
    .retried,
    .stillOpen,
    // shares
    .abandonment,
    .pWait,
    .serviceLevel,
    .targetAttainment,
    .dayMeetsTarget,
    .fcr,
    // waiting
    .asa,
    .waitMean,
    .waitMeanAbandoned,
    .waitP50,
    .waitP80,
    .waitP90,
    .waitP95,
    .waitP99,
    .waitMax,
    .waitAgainMean,
    .queueMean,
    // backlog
    .backlog,
    .waitingAtEnd,
    .handlingAtEnd,
    .timeToClear,
    .backlogAgeUnder1h,
    .backlogAge1hTo4h,
    .backlogAge4hTo1d,
    .backlogAge1dTo3d,
    .backlogAgeOver3d,
    // people
    .occupancy,
    .utilisation,
    .shrinkage,
    .adherence,
    .staffedMean,
    .busyMean,
    .paidHours,
    .availableHours,
    .handlingHours,
    .wrapUpHours,
    .breakHours,
    .offlineHours,
    .overtimeHours,
    .contactsPerHour,
    .idleSpread,
    // needs
    .contactsPerNeed,
    .needsResolved,
    // money
    .staffingCost,
    .costPerContact,
  ]

  /// nil where no metric has this name.
  package static func named(_ name: String) -> Metric? { byName[name].map { all[$0] } }

  private static let byName = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })
}
