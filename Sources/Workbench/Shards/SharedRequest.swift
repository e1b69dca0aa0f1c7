import Experiments
import Foundation

/// A request whose replications can be played in shares, on several machines.
package enum SharedRequest: Sendable {
  case run(RunRequest)
  case compare(CompareRequest)
  case gate(GateRequest)

  /// The subcommand.
  package var command: String {
    switch self {
    case .run: "run"
    case .compare: "compare"
    case .gate: "gate"
    }
  }

  /// What it comes to; `verdict` is that of a gate.
  package struct Outcome {
    package var answer: Answer
    package var verdict: GateRequest.Verdict?
  }

  func outcome(_ execution: Execution) throws(RequestFailure) -> Outcome {
    switch self {
    case .run(let request): return Outcome(answer: try request.answer(execution))
    case .compare(let request): return Outcome(answer: try request.answer(execution))
    case .gate(let request):
      let verdict = try request.answer(execution)
      return Outcome(answer: verdict.answer, verdict: verdict)
    }
  }

  /// Where its files come from.
  var reach: Reach {
    get {
      switch self {
      case .run(let request): request.source.reach
      case .compare(let request): request.reach
      case .gate(let request): request.reach
      }
    }
    set {
      change({ $0.source.reach = newValue }, { $0.reach = newValue }, { $0.reach = newValue })
    }
  }

  /// Where its answer goes.
  var out: String? {
    get {
      switch self {
      case .run(let request): request.out
      case .compare(let request): request.out
      case .gate(let request): request.out
      }
    }
    set {
      change({ $0.out = newValue }, { $0.out = newValue }, { $0.out = newValue })
    }
  }

  /// What is shown has room for all that the page shows.
  mutating func showPage(_ isWanted: Bool) { change({ $0.showsPage = isWanted }, { _ in }, { _ in }) }

  private mutating func change(
    _ run: (inout RunRequest) -> Void, _ compare: (inout CompareRequest) -> Void, _ gate: (inout GateRequest) -> Void
  ) {
    switch self {
    case .run(var request):
      run(&request)
      self = .run(request)
    case .compare(var request):
      compare(&request)
      self = .compare(request)
    case .gate(var request):
      gate(&request)
      self = .gate(request)
    }
  }

  // MARK: As text

  /// Everything that was asked for, as JSON: without what concerns the machine (`reach`) and where the answer goes.
  func text() throws(RequestFailure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    } catch {
      throw .badData("this request cannot be written into a shard.")
    }
  }

  /// nil where the text is none of a request.
  init?(text: String) {
    guard let request = try? JSONDecoder().decode(SharedRequest.self, from: Data(text.utf8)) else { return nil }
    self = request
  }
}

extension SharedRequest: Codable {
  private enum CodingKeys: String, CodingKey {
    case run, compare, gate
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    if let request = try values.decodeIfPresent(RunRequest.self, forKey: .run) {
      self = .run(request)
    } else if let request = try values.decodeIfPresent(CompareRequest.self, forKey: .compare) {
      self = .compare(request)
    } else {
      self = .gate(try values.decode(GateRequest.self, forKey: .gate))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .run(let request): try values.encode(request, forKey: .run)
    case .compare(let request): try values.encode(request, forKey: .compare)
    case .gate(let request): try values.encode(request, forKey: .gate)
    }
  }
}
