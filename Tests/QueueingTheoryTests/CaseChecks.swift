import Testing
import TestSupport

extension SharedCases.Case {
  /// Compares with one expected number, where the case has it. `rel` replaces the stated tolerance of simulated cases.
  func check(_ key: String, _ value: @autoclosure () throws -> Double, rel: Double? = nil, at location: SourceLocation = #_sourceLocation) {
    guard expected[key] != nil else { return }
    check(key, against: expectedNumber(key), value, rel: rel, at: location)
  }

  func check(
    _ what: String, against expected: Double, _ value: () throws -> Double, rel: Double? = nil,
    at location: SourceLocation = #_sourceLocation
  ) {
    do {
      let value = try value()
      let limit = rel.map { max($0 * Swift.abs(expected), 1e-12) } ?? allowed(expected)
      #expect(Swift.abs(value - expected) <= limit, "\(id): \(what) is \(value), expected \(expected)", sourceLocation: location)
    } catch {
      Issue.record("\(id): \(what) threw \(error)", sourceLocation: location)
    }
  }
}
