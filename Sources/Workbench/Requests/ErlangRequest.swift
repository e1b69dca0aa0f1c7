package import QueueingTheory
import ReportKit
package import Reports
package import ScenarioFormat
package import SimulationCore

/// Asks the formulas how many agents a volume needs, of one interval or of a day of them.
package struct ErlangRequest: Sendable {
  /// How many contacts come.
  package enum Calls: Sendable, Equatable {
    /// In the interval, whatever its length.
    case count(Double)
    /// Contacts a second.
    case rate(Double)

    func contacts(in seconds: Double) -> Double {
      switch self {
      case .count(let count): count
      case .rate(let perSecond): perSecond * seconds
      }
    }
  }

  /// Needed without `table`.
  package var calls: Calls?
  /// Length of the interval; nil: that of the table's lines, or half an hour.
  package var per: TimeSpan?
  /// Mean handle time; needed without `table`.
  package var handleTime: TimeSpan?
  /// Mean; nil: nobody gives up.
  package var patience: TimeSpan?

  package var target: ServiceLevelText?
  /// Mean wait of the answered, at most.
  package var meanWait: TimeSpan?
  /// Share that leaves, at most.
  package var abandonment: Double?
  /// Share that has to wait, at most.
  package var probabilityOfWait: Double?
  /// Share refused, at most.
  package var blocking: Double?
  package var maxOccupancy: Double?
  package var abandons = AbandonTreatment.missed

  /// Share of paid time not available.
  package var shrinkage: Double?
  /// The staffing that is looked at, whole or not.
  package var agents: Double?
  package var observedAbandonment: Double?
  package var observedMeanWait: TimeSpan?
  package var observedServiceLevel: ServiceLevelText?

  package var choice = StaffingQuestion.ModelChoice.auto
  /// A file with a line for each interval.
  package var table: String?
  /// What its columns are, or how it is written: `count=Offered`.
  package var columns: [String] = []
  /// Says in plain words what the answer means.
  package var explains = false

  package init() {}

  /// Whether something is asked for.
  package var hasGoal: Bool {
    target != nil || meanWait != nil || abandonment != nil || probabilityOfWait != nil || blocking != nil || maxOccupancy != nil
  }

  /// A day with a stubborn interval still has the others; where nothing has an answer this is a failure.
  package func answer() throws(RequestFailure) -> ErlangContext {
    let context = ErlangContext(entries: try entries(), isDay: table != nil, explains: explains)
    if let problem = context.entries[0].problem, context.entries.allSatisfy({ $0.problem == problem }) {
      throw .badData("muster erlang: \(TheoryWords.problem(problem)).")
    }
    return context
  }

  private static let usualLength = TimeSpan.seconds(1800)

  private func entries() throws(RequestFailure) -> [ErlangContext.Entry] {
    guard let table else {
      let length = per ?? Self.usualLength
      guard let calls, let question = question(calls: calls.contacts(in: length.seconds), handleTime, per: length) else { return [] }
      return [ErlangContext.Entry(interval: "", question: question)]
    }
    let day = try load(table)
    let length = per ?? day.step ?? Self.usualLength
    return day.rows.compactMap { row in
      // Nobody to handle: any handle time is as good.
      let time = row.handleTime ?? handleTime ?? (row.calls == 0 ? .seconds(180) : nil)
      guard var question = question(calls: row.calls, time, per: length, row.target) else { return nil }
      if let patience = row.patience { question.patience = patience.seconds }
      question.agents = row.agents ?? agents
      if let cap = row.maxOccupancy {
        question.goals.removeAll { if case .occupancy = $0 { true } else { false } }
        question.goals.append(.occupancy(atMost: cap))
      }
      if let shrinkage = row.shrinkage { question.shrinkage = shrinkage }
      return ErlangContext.Entry(
        interval: row.interval, queue: row.queue, question: question, reach: 0, others: zip(day.otherColumns, row.others).map { ($0, $1) },
        isHandleTimeKnown: row.handleTime != nil || handleTime != nil)
    }
  }

  private func load(_ path: String) throws(RequestFailure) -> DemandTable {
    var needs: [DemandTable.Need] = []
    if handleTime == nil { needs.append(.init("aht", instead: "--aht for all lines")) }
    if choice == .a, patience == nil { needs.append(.init("patience", instead: "--patience for all lines")) }
    if !hasGoal, agents == nil { needs.append(.init("agents", instead: "a goal such as --target 80/20")) }
    let table: DemandTable
    do {
      table = try DemandTable.load(path, needing: needs, columns: columns)
    } catch {
      throw RequestFailure(lines: error.lines, kind: error.isUnreadable ? .fileTrouble : .badData)
    }
    if per == nil, let problem = table.lengthProblem {
      throw .badData("muster erlang: how long the lines of \(path) last is not known: \(problem); give --per 30m.")
    }
    if let per, let step = table.step, per != step {
      throw .badData(
        "muster erlang: the lines of \(path) are \(Words.length(step.seconds)) apart, and --per says \(Words.length(per.seconds)); leave out --per, or correct it."
      )
    }
    return table
  }

  private func question(calls: Double, _ handleTime: TimeSpan?, per length: TimeSpan, _ own: ServiceLevelText? = nil) -> StaffingQuestion? {
    guard let handleTime else { return nil }
    let target = own ?? self.target
    var goals: [Goal] = []
    if let target { goals.append(.serviceLevel(target.share, within: target.within.seconds, abandons: abandons)) }
    if let meanWait { goals.append(.meanWait(atMost: meanWait.seconds)) }
    if let abandonment { goals.append(.abandonment(atMost: abandonment)) }
    if let probabilityOfWait { goals.append(.probabilityOfWait(atMost: probabilityOfWait)) }
    if let blocking { goals.append(.blocking(atMost: blocking)) }
    if let maxOccupancy { goals.append(.occupancy(atMost: maxOccupancy)) }
    var observations: [Goal] = []
    if let observedMeanWait { observations.append(.meanWait(atMost: observedMeanWait.seconds)) }
    if let seen = observedServiceLevel { observations.append(.serviceLevel(seen.share, within: seen.within.seconds, abandons: abandons)) }
    return StaffingQuestion(
      calls: calls, per: length.seconds, handleTime: handleTime.seconds, patience: patience?.seconds, goals: goals,
      within: (target ?? observedServiceLevel)?.within.seconds ?? 20, abandons: abandons, shrinkage: shrinkage ?? 0, agents: agents,
      observedAbandonment: observedAbandonment, observations: observations, choice: choice)
  }
}
