extension Metric {
  /// What people do with paid time.
  static let peopleFamily: [Metric] = [
    .occupancy, .load, .utilisation, .shrinkage, .adherence, .staffedMean, .busyMean, .paidHours, .availableHours, .handlingHours,
    .wrapUpHours,
    .breakHours, .offlineHours, .overtimeHours, .contactsPerHour, .idleSpread, .handleFactor, .tenureMean,
    .heads, .headsOnFloor, .joined, .left, .occupancyOverLimit, .longestStretch, .overtimePerPerson,
  ]

  package static let occupancy = Metric(
    "occupancy", .people, .share, .neutral, of: .people,
    "Handling time (talk, wrap-up, overtime) ÷ handling and available time.")

  package static let load = Metric(
    "load", .people, .share, .neutral, of: .sharedPeople,
    "Capacity in use, each contact its part of an agent, wrap-up and overtime included ÷ capacity of people handling or available, averaged "
      + "over time; where occupancy says whether anything is in hand, this says how much.")

  package static let utilisation = Metric(
    "utilisation", .people, .share, .neutral, of: .people,
    "Handling and available time ÷ paid time, overtime included in both.")

  package static let shrinkage = Metric(
    "shrinkage", .people, .share, .neutral, of: .people,
    "Paid time away from contacts (breaks and offline) ÷ paid time; people who were absent are in neither.")

  package static let adherence = Metric(
    "adherence", .people, .share, .higherIsBetter, of: .people,
    "Time spent in the scheduled state (work, break, offline) ÷ scheduled time of the people who came.")

  package static let staffedMean = Metric(
    "staffed-mean", .people, .agents, .neutral, of: .people,
    "People present in any paid state, breaks and overtime included, averaged over time.")

  package static let busyMean = Metric(
    "busy-mean", .people, .agents, .neutral, of: .people,
    "People handling contacts (talk, wrap-up, overtime), averaged over time.")

  package static let paidHours = Metric(
    "paid-hours", .people, .hours, .neutral, of: .people,
    "Hours people are paid for: available, handling, wrap-up, break, offline and overtime, mean per play.")

  package static let availableHours = Metric(
    "available-hours", .people, .hours, .neutral, of: .people,
    "Hours people were free to take a contact, mean per play.")

  package static let handlingHours = Metric(
    "handling-hours", .people, .hours, .neutral, of: .people,
    "Hours of talk within the shift, mean per play.")

  package static let wrapUpHours = Metric(
    "wrap-up-hours", .people, .hours, .neutral, of: .people,
    "Hours of after-contact work within the shift, mean per play.")

  package static let breakHours = Metric(
    "break-hours", .people, .hours, .neutral, of: .people,
    "Hours of breaks, mean per play.")

  package static let offlineHours = Metric(
    "offline-hours", .people, .hours, .neutral, of: .people,
    "Hours of planned work away from contacts (coaching, training, meetings), mean per play.")

  package static let overtimeHours = Metric(
    "overtime-hours", .people, .hours, .lowerIsBetter, of: .people,
    "Hours worked after the end of a shift or past the staffing count, mean per play.")

  package static let contactsPerHour = Metric(
    "contacts-per-hour", .people, .perHour, .higherIsBetter, of: .people,
    "Contacts finished in the interval (in the horizon) ÷ paid hours in it; of contacts with several touches each touch counts.")

  package static let idleSpread = Metric(
    "idle-spread", .people, .share, .lowerIsBetter, of: .people, isByInterval: false,
    "How unevenly work falls on people: standard deviation of the agents' occupancies in one play, mean over plays.")

  package static let handleFactor = Metric(
    "handle-factor", .people, .count, .lowerIsBetter, of: .learningPeople, isTotal: false,
    "How many times as long contacts take for the new people among the agents (`new-hires`, `hires`), mean over contacts finished in the interval (in the "
      + "horizon); 1 where everybody knows the work. The multipliers of skills are not in it.")

  package static let tenureMean = Metric(
    "tenure-mean", .people, .hours, .neutral, of: .learningPeople, isTotal: false,
    "Tenure of the people who were new at the start (`new-hires`) or joined (`hires`), mean over the contacts that they finished in the interval (in the horizon); "
      + "a week is 168 hours.")

  package static let occupancyOverLimit = Metric(
    "occupancy-over-limit", .people, .share, .lowerIsBetter, of: .strainedPeople,
    "Handling and available time in reporting intervals in which the group as a whole was busier than `occupancy-limit` ÷ all of it.")

  package static let longestStretch = Metric(
    "longest-stretch", .people, .seconds, .lowerIsBetter, of: .strainedPeople,
    "Longest time that anybody worked without a pause, which is so long without a contact in hand (`pause`), whether a break or not; in the "
      + "interval in which it ended, or went on; mean over plays.")

  package static let overtimePerPerson = Metric(
    "overtime-per-person", .people, .hours, .lowerIsBetter, of: .strainedPeople, isByInterval: false, isTotal: false,
    "Hours worked after the end of a shift or past the staffing count ÷ people who worked at all, over the whole horizon.")

  package static let heads = Metric(
    "heads", .people, .agents, .neutral, of: .changingPeople,
    "People employed, in training or trained, on duty or not, averaged over time; people who are a number from hour to hour (`staffing`) "
      + "are not among them.")

  package static let headsOnFloor = Metric(
    "heads-on-floor", .people, .agents, .neutral, of: .changingPeople,
    "People employed who are not in training, on duty or not, averaged over time.")

  package static let joined = Metric(
    "joined", .people, .count, .neutral, of: .changingPeople,
    "People who were hired (`hires`) and began in the interval (in the horizon), in training or not.")

  package static let left = Metric(
    "left", .people, .count, .lowerIsBetter, of: .changingPeople,
    "People who left for good (`attrition`) in the interval (in the horizon), mean per play; whoever leaves at the end of a week is of the "
      + "interval that begins then.")
}
