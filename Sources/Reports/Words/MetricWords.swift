import Experiments
package import ServiceMetrics

/// Metrics as people in support call them. Their names of the catalogue stay in files, arguments and messages about arguments.
package enum MetricWords {
  /// `mean wait (ASA)` of `asa`; a name that says it already is written without hyphens.
  package static func title(_ metric: Metric) -> String { titles[metric.name] ?? metric.name.replacing("-", with: " ") }

  private static let titles: [String: String] = [
    "abandoned": "gave up", "abandonment": "give up", "balked": "left at once", "disconnected": "cut off",
    "disconnected-late": "left after a hand-back", "still-open": "still open at the end", "p-wait": "have to wait",
    "target-attainment": "intervals that meet the goal", "day-meets-target": "days that meet the goal",
    "fcr": "solved at the first contact",
    "asa": "mean wait (ASA)", "wait-mean": "mean wait of all", "wait-mean-abandoned": "mean wait of those who gave up",
    "wait-p50": "half wait at most", "wait-p80": "80 % wait at most", "wait-p90": "90 % wait at most", "wait-p95": "95 % wait at most",
    "wait-p99": "99 % wait at most", "wait-max": "longest wait", "wait-again-mean": "mean wait after the first answer",
    "queue-mean": "mean queue", "backlog": "open work", "waiting-at-end": "waiting at the end", "handling-at-end": "in hand at the end",
    "time-to-clear": "time to clear the queue", "backlog-age-under-1h": "open work under 1h old",
    "backlog-age-1h-4h": "open work 1h to 4h old",
    "backlog-age-4h-1d": "open work 4h to 1d old", "backlog-age-1d-3d": "open work 1d to 3d old",
    "backlog-age-over-3d": "open work over 3d old", "staffed-mean": "people present", "busy-mean": "people busy",
    "idle-spread": "uneven load",
    "heads": "people employed", "heads-on-floor": "people employed and trained", "joined": "people who joined", "left": "people who left",
    "occupancy-over-limit": "time over the occupancy limit", "longest-stretch": "longest work without a pause",
    "overtime-per-person": "overtime a person",
    "contacts-per-hour": "contacts per paid hour", "contacts-per-need": "contacts per customer problem",
    "needs-resolved": "customer problems solved", "recontacts": "come again", "containment": "solved by self-service, of those who try",
    "deflected": "solved by self-service", "net-deflection": "kept off the desk for good", "self-service-mean": "customers in self-service",
    "gave-up-in-self-service": "gave up in self-service", "cost-per-contact": "cost per contact",
    "duplicates": "come in twice", "csat": "satisfaction (CSAT)", "csat-of-arrived": "satisfaction of all who came",
    "csat-measured": "satisfaction as surveyed",
    "nps": "net promoter score (NPS)", "nps-measured": "NPS as answered", "effort": "what customers have to do",
    "penalty": "penalties", "penalty-by-breach": "penalties for breaches", "breaches-charged": "breaches that cost",
    "penalty-by-period": "penalties for periods", "periods-below": "periods below", "total-cost": "staffing and penalties",
    "total-at-stake": "all that is at stake", "customers-at-risk": "customers expected to leave", "removed": "do not come any more",
    "cost-per-need": "cost per customer problem",
    "undecided": "undecided at the end", "falls-due": "promises that fall due", "service-level-if-met": "share if the undecided are met",
    "service-level-if-missed": "share if the undecided are missed",
  ].merging(spans) { first, _ in first }.merging(tickets) { first, _ in first }

  /// Mean, percentiles and what is missing of the times that are measured.
  private static let spans: [String: String] = {
    var titles: [String: String] = [:]
    for (name, words) in [("ttfr", "first response"), ("ttr", "resolution"), ("next-response", "next response")] {
      titles["\(name)-mean"] = "mean time to \(words)"
      titles["\(name)-p50"] = "half have the \(words) within"
      for share in [80, 90, 95, 99] { titles["\(name)-p\(share)"] = "\(share) % have the \(words) within" }
      titles["\(name)-missing"] = "without \(words) at the end"
    }
    return titles
  }()
}
