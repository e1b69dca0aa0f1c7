import QueueingTheory
import ReportKit
package import Reports

/// What `muster erlang --json` prints: the question, the formula, and one tidy row per figure, keyed by the agents it belongs to.
package enum ErlangJSON {
  /// Raised when a key changes its meaning or goes; new keys do not raise it.
  package static let schema = 1

  /// The question as it was understood, and the answer.
  package static func text(_ context: ErlangContext) -> String {
    let question = context.question
    let formula = question.formula
    var head = JSONObject()
    head.set("schema", schema)
    head.set("muster", Provenance.version)
    head.set("command", "erlang")
    var about = JSONObject()
    about.set("name", formula.name)
    about.set("title", formula.title)
    about.set("assumptions", formula.assumptions)
    about.set("source", formula.source)
    head.set("formula", about)
    head.set("abandons", question.abandons.rawValue)
    head.set("goals", question.goals.map(TheoryWords.goal))
    return head.text(closingWith: "metrics", context.entries.flatMap { rows($0, context) })
  }

  private static func rows(_ entry: ErlangContext.Entry, _ context: ErlangContext) -> [JSONObject] {
    let question = entry.question
    var rows = Rows(interval: context.isDay ? entry.interval : nil)
    rows.add("offered", "contacts", question.calls) { row in
      guard !entry.others.isEmpty else { return }
      var columns = JSONObject()
      for other in entry.others { columns.set(other.name, other.text) }
      row.set("columns", columns)
    }
    rows.add("handle-time", "s", entry.handleTime)
    rows.add("offered-load", "erlangs", question.load)
    if let problem = entry.problem {
      rows.add("agents-needed", "agents", nil) { $0.set("problem", TheoryWords.problem(problem)) }
    } else if let answer = entry.answer {
      answers(answer, to: question, &rows)
      for row in context.isDay ? [answer.ownRow ?? answer.neededRow].compactMap({ $0 }) : answer.rows { figures(row, question, &rows) }
    }
    return rows.all
  }

  private static func answers(_ answer: StaffingAnswer, to question: StaffingQuestion, _ rows: inout Rows) {
    if !question.goals.isEmpty {
      rows.add("agents-needed", "agents", answer.needed.map(Double.init))
      if let exactly = answer.neededExactly { rows.add("agents-needed-exactly", "agents", exactly) }
      rows.add("paid-heads", "agents", answer.needed.map { Double(question.paidHeads(Double($0))) })
    }
    if question.agents != nil, !question.goals.isEmpty {
      rows.add("largest-volume", "contacts", answer.largestCalls)
      rows.add("largest-handle-time", "s", answer.largestHandleTime)
    }
    if question.observedAbandonment != nil, answer.explainedPatience != nil { rows.add("patience", "s", answer.explainedPatience) }
    for one in answer.explained {
      rows.add("agents-explained", "agents", one.agents) {
        $0.set("observed", ErlangCSV.name(one.observation))
        $0.set("value", one.observation.value)
        if case .serviceLevel(_, let within, let abandons) = one.observation {
          $0.set("within", within)
          $0.set("abandons", abandons.rawValue)
        }
      }
    }
  }

  /// What so many agents give.
  private static func figures(_ row: StaffingAnswer.Row, _ question: StaffingQuestion, _ rows: inout Rows) {
    func figure(_ metric: String, _ unit: String, _ value: Double?, _ more: (inout JSONObject) -> Void = { _ in }) {
      rows.add(metric, unit, value) {
        $0.set("agents", row.agents)
        if let meets = row.meets { $0.set("meets", meets) }
        more(&$0)
      }
    }
    figure("service-level", "share", row.figures?.serviceLevel) {
      $0.set("within", question.within)
      $0.set("abandons", question.abandons.rawValue)
    }
    figure("asa", "s", row.figures?.meanWait)
    figure("p-wait", "share", row.figures?.probabilityOfWait)
    figure("occupancy", "share", row.figures?.occupancy)
    figure("abandonment", "share", row.figures?.abandonment)
    figure("blocking", "share", row.figures?.blocking)
    figure("paid-heads", "agents", Double(row.paidHeads))
  }

  /// One object per figure, in the order in which they are added.
  private struct Rows {
    /// Of the table of a day that the figures belong to.
    var interval: String?
    var all: [JSONObject] = []

    mutating func add(_ metric: String, _ unit: String, _ value: Double?, _ more: (inout JSONObject) -> Void = { _ in }) {
      var row = JSONObject()
      row.set("metric", metric)
      row.set("unit", unit)
      if let interval { row.set("interval", interval) }
      more(&row)
      row.set("estimate", value)
      all.append(row)
    }
  }
}
