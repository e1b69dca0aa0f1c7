package import SimulationCore
import Tables

/// A day of intervals for a calculator, from a planner's table: a line for each interval with its contacts and handle time, and whatever else
/// is in it.
///
/// ```
/// interval,calls,aht
/// 09:00,84,3m10s
/// 09:30,97,3m05s
/// ```
///
/// Contacts are needed; handle time, patience, agents, a target, a cap on occupancy and shrinkage may be there, each found by its usual
/// names. A line without contacts needs nothing else.
package struct DemandTable: Sendable, Equatable {
  /// One interval.
  package struct Row: Sendable, Equatable {
    /// In the file, from 1.
    package var line: Int
    /// As written, the date before the time; the number of the row where there is no such column.
    package var interval: String
    /// Which queue, skill or team the line is about, where the file has several; else empty.
    package var queue = ""
    /// Expected contacts.
    package var calls: Double
    /// nil: the file has no such column, or nothing there.
    package var handleTime: TimeSpan?
    /// Mean; nil: the file has no such column, or nothing there.
    package var patience: TimeSpan?
    /// Whole or not; nil: the file has no such column, or nothing there.
    package var agents: Double?
    package var target: ServiceLevelText?
    package var maxOccupancy: Double?
    package var shrinkage: Double?
    /// The other cells, as written, in the order of `otherColumns`.
    package var others: [String] = []
  }

  /// In the order of the file.
  package var rows: [Row]
  /// The names of the columns that are none of the above.
  package var otherColumns: [String] = []
  /// The commonest step from one line to the next, where the lines have times.
  package var step: TimeSpan?
  /// Why the lines do not say how long they last, where they begin at something that is no time.
  package var lengthProblem: String?
  /// What was read, as `muster check` shows it of a scenario's tables.
  package var account: [String] = []

  /// What every line with contacts must have because nothing else says it; the words name what else could.
  package struct Need: Sendable, Equatable {
    /// `aht`, `patience` or `agents`.
    package var column: String
    /// What to give instead: `--aht for all lines`.
    package var instead: String

    package init(_ column: String, instead: String) {
      self.column = column
      self.instead = instead
    }
  }

  /// Reads a file. Every problem of it is reported at once. `columns`: `count=NCO`, `where=queue:sales`, `decimal=comma`: what the keys beside
  /// a table say in a scenario.
  package static func load(
    _ path: String, needing needs: [Need] = [], columns: [String] = [], using reader: SourceReader = .files
  ) throws(ScenarioProblems) -> DemandTable {
    let decoding = Decoding(documents: DocumentLoader(reader: reader))
    let table = DemandTableReader(path: path, needs: needs, decoding: decoding).read(columns)
    guard decoding.problems.isEmpty, let table else {
      throw ScenarioProblems(
        decoding.problems.isEmpty ? [Problem("the file cannot be read", at: SourcePlace(file: path))] : decoding.problems)
    }
    return table
  }
}
