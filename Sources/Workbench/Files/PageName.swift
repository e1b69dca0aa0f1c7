/// What the page of each command is called. They lie in one folder for each scenario, and none replaces another's.
package enum PageName: String, Sendable, CaseIterable {
  case run = "report.html"
  case staff = "staffing.html"
  case compare = "comparison.html"
  case gate = "gate.html"
  case explain = "explanation.html"
}
