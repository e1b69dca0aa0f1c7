extension FileCatalog {
  /// The day as planners draw it.
  package static let halfHours = FileFamily(
    "half-hours.csv", "the day as planners draw it, one line per interval, to open in a spreadsheet", by: ["run", "staff"],
    columns: [
      .init("Date", "local date; no such column in a scenario without dates"),
      .init("Time", "local time at which the interval begins; of an hour that autumn repeats, both in order"),
      .init("For", "`all`; then, where there are several, each contact type and each agent group"),
      .init("Offered", "contacts offered, mean per play"),
      .init("Handle time (s)", "expected talk and wrap-up of a contact that comes then, all its touches together"),
      .init(
        "Required",
        "people who must be free for contacts: by Erlang C with the modified offered load in `muster run`, the plan in `muster staff`"),
      .init("Scheduled", "people there with a contact or free for one, breaks and offline time not counted"),
      .init("Net", "scheduled − required"),
      .init("Service level", "share answered in time by the target; a column for each where there are several"),
      .init("Wait (s)", "mean wait of the answered (ASA)"),
      .init("Abandonment", "share that left before an answer"),
      .init("Occupancy", "handling ÷ handling and available time"),
    ])
}
