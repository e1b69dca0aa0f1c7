import ArgumentParser
import ScenarioFormat
import ServiceMetrics

/// What a shell offers for the values of arguments (`muster --generate-completion-script bash`).
enum ArgumentCompletion {
  /// Metrics of the catalogue, and with a scenario on the line the names of its targets.
  static let metrics = CompletionKind.custom { words, _, _ in
    MetricCatalog.all.map(\.name) + ["cost"] + (scenario(in: words)?.targets ?? [])
  }

  /// Names of the targets of the scenario on the line.
  static let targets = CompletionKind.custom { words, _, _ in scenario(in: words)?.targets ?? [] }

  /// Keys of the scenario on the line, down to those that hold a value.
  static let settings = CompletionKind.custom { words, _, _ in scenario(in: words)?.paths.map { "\($0)=" } ?? [] }

  /// Of the first word that names a scenario file.
  private static func scenario(in words: [String]) -> ScenarioWords? {
    words.first { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.map { ScenarioLoader().words(in: $0) }
  }
}
