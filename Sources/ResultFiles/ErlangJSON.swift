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
    var rows: [JSONObject] = []
    func add(_ metric: String, _ unit: String, _ value: Double?, _ more: (inout JSONObject) -> Void = { _ in }) {
      var row = JSONObject()
      row.set("metric", metric)
      row.set("unit", unit)
      if context.isDay { row.set("interval", entry.interval) }
      more(&row)
      row.set("estimate", value)
      rows.append(row)
    }
    add("offered", "contacts", question.calls) { row in
      guard !entry.others.isEmpty else { return }
      var columns = JSONObject()
      for other in entry.others { columns.set(other.name, other.text) }
      row.set("columns", columns)
    }
    add("handle-time", "s", entry.handleTime)
    add("offered-load", "erlangs", question.load)
    if let problem = entry.problem {
      add("agents-needed", "agents", nil) { $0.set("problem", TheoryWords.problem(problem)) }
      return rows
    }
    guard let answer = entry.answer else { return rows }
    if !question.goals.isEmpty {
      add("agents-needed", "agents", answer.needed.map(Double.init))
      if let exactly = answer.neededExactly { add("agents-needed-exactly", "agents", exactly) }
      add("paid-heads", "agents", answer.needed.map { Double(question.paidHeads(Double($0))) })
    }
    if question.agents != nil, !question.goals.isEmpty {
      add("largest-volume", "contacts", answer.largestCalls)
      add("largest-handle-time", "s", answer.largestHandleTime)
    }
    if question.observedAbandonment != nil, answer.explainedPatience != nil { add("patience", "s", answer.explainedPatience) }
    for one in answer.explained {
      add("agents-explained", "agents", one.agents) {
        $0.set("observed", ErlangCSV.name(one.observation))
        $0.set("value", one.observation.value)
        if case .serviceLevel(_, let within, let abandons) = one.observation {
          $0.set("within", within)
          $0.set("abandons", abandons.rawValue)
        }
      }
    }
    let shown = context.isDay ? [answer.ownRow ?? answer.neededRow].compactMap { $0 } : answer.rows
    for row in shown {
      func figure(_ metric: String, _ unit: String, _ value: Double?, _ more: (inout JSONObject) -> Void = { _ in }) {
        add(metric, unit, value) {
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
    return rows
  }
}
