import QueueingTheory
import ReportKit
package import Reports

/// What `muster erlang --out` writes and `--format csv` prints: one line per interval of a file, or per number of agents for a single
/// question. Times in seconds, shares from 0 to 1, nothing where there is no answer; `problem` then says why.
package enum ErlangCSV {
  /// A column with what it means, for the guide to the files.
  package struct Column: Sendable {
    /// The heading, kebab-case, with its unit where it has one.
    package var name: String
    /// In one sentence, as `output/README.md` lists it.
    package var meaning: String
    fileprivate var value: @Sendable (ErlangContext.Entry, StaffingAnswer.Row?) -> String
  }

  /// In the order of the file.
  package static let columns: [Column] = [
    Column(name: "interval", meaning: "as the file names it; empty for a single question") { entry, _ in entry.interval },
    Column(name: "contacts", meaning: "expected contacts of the interval") { entry, _ in number(entry.question.calls) },
    Column(name: "handle-time-s", meaning: "mean handle time; empty where nothing comes and nobody said it") { entry, _ in
      number(entry.handleTime)
    },
    Column(name: "patience-s", meaning: "mean patience; empty where nobody leaves") { entry, _ in number(entry.question.patience) },
    Column(name: "load-erlangs", meaning: "offered load") { entry, _ in number(entry.question.load) },
    Column(name: "formula", meaning: "which formula answers: see `muster catalog formulas`") { entry, _ in entry.question.formula.name },
    Column(name: "agents-needed", meaning: "fewest agents that give every goal; empty without goals") { entry, _ in
      number(entry.answer?.needed.map(Double.init))
    },
    Column(name: "paid-heads-needed", meaning: "the same with shrinkage") { entry, _ in
      number(entry.answer?.needed.map { Double(entry.question.paidHeads(Double($0))) })
    },
    Column(name: "agents", meaning: "agents that the next columns are about: those given, else those needed") { _, row in
      number(row?.agents)
    },
    Column(name: "paid-heads", meaning: "the same with shrinkage") { _, row in number(row.map { Double($0.paidHeads) }) },
    Column(name: "service-level", meaning: "answered within the time of `--target` (20 s without one)") { _, row in
      number(row?.figures?.serviceLevel)
    },
    Column(name: "asa-s", meaning: "mean wait of the answered") { _, row in number(row?.figures?.meanWait) },
    Column(name: "p-wait", meaning: "share that has to wait") { _, row in number(row?.figures?.probabilityOfWait) },
    Column(name: "occupancy", meaning: "handling ÷ available and handling time") { _, row in number(row?.figures?.occupancy) },
    Column(name: "abandonment", meaning: "share that leaves") { _, row in number(row?.figures?.abandonment) },
    Column(name: "blocking", meaning: "share refused") { _, row in number(row?.figures?.blocking) },
    Column(name: "meets", meaning: "`true` where these agents give every goal, `false` where not; empty without goals") { _, row in
      row?.meets.map { $0 ? "true" : "false" } ?? ""
    },
    Column(name: "largest-contacts", meaning: "most contacts that the given agents carry with the goals") { entry, _ in
      number(entry.answer?.largestCalls)
    },
    Column(name: "largest-handle-time-s", meaning: "longest mean handle time that they carry") { entry, _ in
      number(entry.answer?.largestHandleTime)
    },
    Column(name: "agents-needed-exactly", meaning: "agents needed if they could be split; empty with several goals") { entry, _ in
      number(entry.answer?.neededExactly)
    },
    Column(name: "explained-patience-s", meaning: "mean patience that explains `--observed-abandonment`; empty without it") { entry, _ in
      number(entry.answer?.explainedPatience)
    },
    explained("asa"), explained("service-level"), explained("abandonment"),
    Column(name: "problem", meaning: "why there is no answer") { entry, row in
      if let problem = entry.problem { return TheoryWords.problem(problem) }
      if let row, row.figures == nil { return "unstable: more arrives than they can handle" }
      return ""
    },
  ]

  private static func explained(_ metric: String) -> Column {
    Column(name: "agents-explained-by-\(metric)", meaning: "agents that explain `--observed-\(metric)`; empty without it") { entry, _ in
      number(entry.answer?.explained.first { name($0.observation) == metric }?.agents)
    }
  }
  /// The metric that was seen.
  static func name(_ observation: Goal) -> String {
    switch observation {
    case .serviceLevel: "service-level"
    case .meanWait: "asa"
    case .abandonment: "abandonment"
    case .occupancy: "occupancy"
    case .probabilityOfWait: "p-wait"
    case .blocking: "blocking"
    }
  }

  /// A line for each interval of the question, or one.
  package static func text(_ context: ErlangContext) -> String {
    // What else the file held comes last, under its own names.
    let others = context.entries.first?.others.map(\.name) ?? []
    var csv = CSVText(header: columns.map(\.name) + others)
    for entry in context.entries {
      let rows = context.isDay ? [entry.shownRow].compactMap { $0 } : (entry.answer?.rows ?? [])
      // An interval without an answer keeps its line.
      let shown: [StaffingAnswer.Row?] = rows.isEmpty ? [nil] : rows
      for row in shown { csv.append(columns.map { $0.value(entry, row) } + entry.others.map(\.text)) }
    }
    return csv.text
  }

  private static func number(_ value: Double?) -> String { CSVText.number(value) }
}
