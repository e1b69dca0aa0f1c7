import Experiments
package import ReportKit
import ServiceMetrics
package import Staffing
package import SupportModel

/// All that a section about a staffing may look at.
package struct StaffingContext: Sendable {
  /// All that was found out; a section picks from it.
  package let result: StaffingResult
  /// Folder of the files written, as the user would type it; nil: nothing was written.
  package let folder: String?
  /// As they will lie in the folder of results; empty: none are written.
  package let files: [String]
  /// Where it comes from and how to get it again; nil where no page needs it.
  package var origin: ReportOrigin?
  /// Single changes that were tried on the people of now; nil: none were meant to be.
  package var actions: ActionsTried?

  package init(result: StaffingResult, folder: String? = nil, files: [String] = []) {
    self.result = result
    self.folder = folder
    self.files = files
  }

  /// The one that was staffed.
  package var scenario: Scenario { result.scenario }

  /// `09:00`, or with its day in horizons of several.
  package func label(_ period: Int) -> String { scenario.horizon.intervals[result.grid.periods[period].lowerBound].shortLabel }

  /// What people call the periods, one of them.
  package var periodName: String {
    result.grid.periods.allSatisfy { $0.count == 1 } ? ReportContext.intervalName(scenario) : "period"
  }

  /// The periods along a chart. Pages filter by period: it stands for the interval there.
  package var axis: ReportChart.Axis {
    let periods = Array(result.grid.periods.indices)
    return ReportChart.Axis(periodName, labels: periods.map(label), intervals: periods)
  }

  /// The asked share of days: `90 %`.
  package var dayShare: String { result.settings.confidenceOfDay.map { Words.percent($0) } ?? Words.undefined }

  /// Columns of `requirements.csv` as terms.
  package func terms(_ names: String...) -> [ReportTerm] {
    RequirementColumn.all.filter { names.contains($0.name) }.map { ReportTerm($0.title, "\($0.meaning) In requirements.csv: \($0.name).") }
  }

  /// One column of `requirements.csv` as a term; nil: there is no such column.
  package func term(_ name: String) -> ReportTerm? { terms(name).first }

  /// `82.1 % (81.6–82.6)`
  package func words(_ level: StaffingResult.Level?) -> String {
    guard let level else { return Words.undefined }
    return Words.estimate(level.estimate, low: level.low, high: level.high, .share)
  }

  /// In the scenario's currency; a dash where it is not known.
  package func money(_ amount: Double?) -> String { amount.map { Words.number($0, .money(scenario.currency)) } ?? Words.undefined }

  /// With its unit.
  package func hours(_ hours: Double) -> String { Words.number(hours, .hours) }

  /// Groups whose staffing was asked for, with the periods of each.
  package var groups: [Int] { result.groups }

  /// Hours on the floor of one group, by any count of people.
  package func hours(of group: Int, _ people: (StaffingResult.Cell) -> Double) -> Double {
    result.grid.periods.indices.reduce(0) { $0 + people(result.cells[group][$1]) * result.grid.hours($1, in: scenario.horizon) }
  }

  /// `8.1 % abandon (−5); handle times spill over from 11:00 (+3)`: one place for the words.
  package func words(_ reason: StaffingReason) -> String {
    reason.steps.map { step in
      let people = (step.people > 0 ? "+" : "−") + Words.fixed(Double(step.people.magnitude), decimals: 0)
      return "\(step.causes.map(words).joined(separator: " and ")) (\(people))"
    }.joined(separator: "; ")
  }

  /// `a`, `a and b`, `a and 3 others`
  private func names(_ types: [Int]) -> String {
    let first = scenario.contactTypes[types[0]].name
    switch types.count {
    case 1: return first
    case 2: return "\(first) and \(scenario.contactTypes[types[1]].name)"
    default: return "\(first) and \(types.count - 1) others"
    }
  }

  private func words(_ cause: StaffingReason.Cause) -> String {
    switch cause {
    case .abandonment(let share): share < 0.0005 ? "customers may abandon" : "\(Words.number(share, .share)) abandon"
    case .spillOver(let interval): "handle times spill over from \(scenario.horizon.intervals[interval].shortLabel)"
    case .buildUp: "the work has yet to build up"
    case .backlog: "work is open at the start"
    case .emptyStart: "nothing is open at the start"
    case .offHours: "the group does not work then"
    case .wholeDay: "only the whole horizon is judged"
    case .deferredFillsTroughs(let types): "\(names(types)) \(types.count == 1 ? "fills" : "fill") the troughs"
    case .deferredFromBefore(let types): "\(names(types)) from before \(types.count == 1 ? "is" : "are") done now"
    case .helpedBy(let group, let share): "\(scenario.groups[group].name) takes \(Words.number(share, .share)) of its contacts"
    case .helps(let type): "it also takes \(scenario.contactTypes[type].name)"
    case .daysDiffer: "the volume differs from day to day"
    case .certainty: "each promise must be \(Words.percent(result.settings.confidence)) sure"
    case .other: "the formula's queue never ends, the day does"
    }
  }
}

extension ReportDocument {
  /// The report of a staffing.
  package init(_ context: StaffingContext) {
    let title = "\(Self.subject(context)): \(Self.played(context.result))"
    self.init(title: ReportText(title, .strong), context, sections: SectionCatalog.staff)
    nameNumbers("staffing.json")
  }

  /// The same as a page: every section there is.
  package init(page context: StaffingContext) {
    let result = context.result
    let title = "\(Self.subject(context)): \(Self.played(result))"
    self.init(title: ReportText(title, .strong), context, sections: SectionCatalog.staffPage)
    subject = Self.subject(context)
    about = context.scenario.about
    subtitle = Self.played(result)
    head = StaffHead.head(context)
    intervals = context.axis.labels
    intervalName = context.periodName
    nameNumbers("staffing.json")
  }

  private static func subject(_ context: StaffingContext) -> String {
    context.scenario.name.isEmpty ? "Scenario" : context.scenario.name
  }

  private static func played(_ result: StaffingResult) -> String {
    let plays = Words.counted(result.settings.replications, "fresh replication")
    return "staffing for \(Words.counted(result.scenario.targets.count, "target")), shown on \(plays), seed \(result.settings.seed)"
  }
}
