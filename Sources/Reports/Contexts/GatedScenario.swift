import Experiments
package import ReportKit
import ServiceMetrics
package import Studies
package import SupportModel

/// What a gate found in one scenario, and where both sides came from.
package struct GatedScenario: Sendable {
  /// One of the two sides, as it was read.
  package struct Side: Sendable, Equatable {
    /// The scenario file as the user named it.
    package var file: String
    /// A routing policy swapped in, as the user named it.
    package var policy: String?
    /// Branch, tag or commit it was read from, as named, and the commit in full.
    package var ref: String?
    /// In full; nil: not read from a commit.
    package var commit: String?
    /// `sha256:` and the digest of the resolved text.
    package var digest: String

    package init(file: String, policy: String? = nil, ref: String? = nil, commit: String? = nil, resolvedText: String) {
      self.file = file
      self.policy = policy
      self.ref = ref
      self.commit = commit
      digest = "sha256:" + SHA256.hex(of: resolvedText)
    }

    /// `policies/new.yaml`, `scenarios/a.yaml at origin/main (1a2b3c4d5e6f)`
    package var label: String {
      var text = policy ?? file
      if let ref { text += " at \(ref)" }
      if let commit, commit != ref { text += " (\(commit.prefix(12)))" }
      return text
    }
  }

  /// Verdicts with their evidence.
  package var result: GateResult
  /// What is judged.
  package var candidate: Side
  /// nil: the scenario is new, and there is nothing to compare with.
  package var baseline: Side?
  /// Gates that the baseline's scenario has and this one has not, or has looser.
  package var lost: [LostGates.Entry] = []

  package init(result: GateResult, candidate: Side, baseline: Side?) {
    self.result = result
    self.candidate = candidate
    self.baseline = baseline
  }

  /// The scenario's own name, or else its file.
  package var name: String { result.candidate.name.isEmpty ? candidate.file : result.candidate.name }

  /// Both sides are the same text.
  package var isIdentical: Bool { baseline?.digest == candidate.digest }

  /// How a sentence names what was before: `under the old policy`, `before the change`.
  package var formerly: String {
    baseline?.ref == nil && (candidate.policy != nil || baseline?.policy != nil) ? "under the old policy" : "before the change"
  }
}

extension GateFinding {
  /// `service-level of Phones 80/20: at least 78 %`
  package func title(_ scenario: Scenario) -> String { "\(scenario.gates[gate].name): \(limitWords(scenario))" }

  /// `at least 78 %`, `not worse by 1 point`
  package func limitWords(_ scenario: Scenario) -> String {
    let quantity = quantity(scenario)
    let words = Self.words(condition, limit, share: share, quantity)
    return share == nil || baseline == nil ? words : "\(words) (\(Self.limit(limit, rounded: quantity)))"
  }

  /// The same of a limit that nothing was found out about.
  static func words(_ condition: Condition, _ limit: Double, share: Double?, _ quantity: Quantity) -> String {
    switch condition {
    case .atLeast: return "at least \(Self.limit(limit, quantity))"
    case .atMost: return "at most \(Self.limit(limit, quantity))"
    case .notWorseBy:
      if let share { return "not worse by \(Words.percent(share)) of before" }
      if case .share = quantity {
        let points = Words.percent(limit).replacing(" %", with: "")
        return "not worse by \(points) \(points == "1" ? "point" : "points")"
      }
      return "not worse by \(Self.limit(limit, quantity))"
    }
  }

  /// A limit that is an estimate itself.
  private static func limit(_ value: Double, rounded quantity: Quantity) -> String { Words.number(value, quantity) }

  private static func limit(_ value: Double, _ quantity: Quantity) -> String {
    switch quantity {
    case .share: return Words.percent(value)
    // As it was written: a limit is not an estimate.
    case .count: return JSONObject.number(value)
    case .money(let currency): return JSONObject.number(value) + (currency.isEmpty ? "" : " \(currency)")
    default: return Words.number(value, quantity)
    }
  }

  /// Unit and spelling of the numbers of this finding.
  package func quantity(_ scenario: Scenario) -> Quantity { Quantity(metric: scenario.gates[gate].knownMetric, currency: scenario.currency) }

  /// What the verdict rests on: `51.3 % (49.0–53.6)`, `-36.1 points (-38.1 to -34.2)`, `exactly 0 in each of 50`.
  package func evidence(_ scenario: Scenario) -> String {
    let quantity = quantity(scenario)
    guard let estimate else { return verdict == .notCompared ? "nothing to compare with" : Words.undefined }
    switch condition {
    case .atLeast, .atMost:
      return Words.estimate(estimate, low: low, high: high, quantity)
    case .notWorseBy:
      if neverVaried { return "\(estimate == 0 ? "exactly 0" : Words.change(estimate, quantity)) in each of \(replications)" }
      return Words.change(estimate, low: low, high: high, quantity)
    }
  }
}

extension GateVerdict {
  /// The verdict as a word with its tone.
  package var text: ReportText {
    switch self {
    case .pass: ReportText("pass", .good)
    case .fail: ReportText("FAIL", .bad)
    case .undecided: ReportText("undecided", .unsure)
    case .notCompared: ReportText("not compared", .muted)
    }
  }
}
