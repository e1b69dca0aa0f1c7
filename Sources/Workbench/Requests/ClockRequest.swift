import Foundation
package import Reports
import ScenarioFormat
import SimulationCore
import SupportModel

/// What is asked of the clock of one promise on one contact; every mistake at once.
package struct ClockRequest {
  /// Name of the target.
  package var target: String
  /// When the contact came, as the argument has it.
  package var created: String
  /// A file of events; nil: nothing else happens.
  package var events: String?
  /// The priority when it came; nil: that of the target's first contact type.
  package var priority: String?

  package init(target: String, created: String, events: String? = nil, priority: String? = nil) {
    self.target = target
    self.created = created
    self.events = events
    self.priority = priority
  }

  package func context(_ source: ScenarioSource) throws(RequestFailure) -> ClockContext {
    let loaded = try source.load()
    var failures = FailureList()
    let (scenario, book) = (loaded.scenario, loaded.clocks)
    let target = failures.collect { () throws(RequestFailure) in try self.target(in: loaded) }
    let start = failures.collect { () throws(RequestFailure) in
      try argument("--created \(created)") { () throws(ArgumentText.Wrong) in try book.instant(created) }
    }
    let usual = target.map { scenario.contactTypes[$0.contactTypes[0]].priority } ?? 0
    let number = failures.collect { () throws(RequestFailure) in try self.number(in: scenario, usual) }
    let events = failures.collect { () throws(RequestFailure) in try readEvents(loaded) } ?? []
    try failures.finish()
    guard let target, let start, let number else { throw .interrupted }
    if let first = events.first, first.at < start {
      throw .badData(
        "\(self.events ?? ""): the first event is at \(book.spoken(first.at)), before the contact came (\(book.spoken(start))).")
    }
    let rule = book.rule(of: target, in: scenario, around: [start] + events.map(\.at))
    return ClockContext(
      target: target, timeline: ClockTimeline(rule, priority: number, created: start, events: events),
      promise: book.promise(of: target, in: scenario), explanation: book.explanation(of: target, in: scenario),
      priorityName: { scenario.priorityName($0) }, spoken: { book.spoken($0) }, iso: { book.isoText($0) })
  }

  private func number(in scenario: Scenario, _ usual: Int) throws(RequestFailure) -> Int {
    guard let priority else { return usual }
    return try argument("--priority \(priority)") { () throws(ArgumentText.Wrong) in
      try ClockEvents.priority(named: priority, in: scenario)
    }
  }

  private func target(in loaded: LoadedScenario) throws(RequestFailure) -> Target {
    if let found = loaded.scenario.targets.first(where: { $0.name == target }) { return found }
    let names = loaded.scenario.targets.map(\.name)
    throw .badData(
      "--target \(target): the scenario has no such target; \(names.isEmpty ? "it has none" : "it has \(names.map { "`\($0)`" }.joined(separator: ", "))")."
    )
  }

  private func readEvents(_ loaded: LoadedScenario) throws(RequestFailure) -> [(at: SimInstant, event: ContactClock.Event)] {
    guard let events else { return [] }
    let bytes: [UInt8]
    do {
      bytes = try SourceReader.files.read(events)
    } catch {
      throw .fileTrouble("\(events): cannot be read\(Self.reason(error)).")
    }
    do {
      return try ClockEvents.read(bytes, file: events, loaded.clocks, priorities: loaded.scenario.priorities)
    } catch {
      throw RequestFailure(lines: error.lines, kind: .badData)
    }
  }

  private static func reason(_ failure: SourceFailure) -> String {
    switch failure {
    case .missing: ""
    case .isDirectory: ": it is a folder"
    case .tooLarge: ": it has more than \(SourceReader.largestFile >> 20) MB"
    case .unreadable(let reason): ": \(reason)"
    case .outside: ": it lies outside"
    }
  }

  private func argument<Value>(_ name: String, _ read: () throws(ArgumentText.Wrong) -> Value) throws(RequestFailure) -> Value {
    do throws(ArgumentText.Wrong) {
      return try read()
    } catch {
      throw .badData("\(name): \(error.description)\(error.description.hasSuffix("?") ? "" : ".")")
    }
  }
}
