package import SimulationCore

/// `80/20`, `80/20s`, `90%/1m`, `0.8/20s`: a share and the time it is promised in; a bare time means seconds, as planners write it.
package struct ServiceLevelText: Equatable, Sendable {
  /// From 0 to 1.
  package var share: Double
  /// Exactly this long is in time.
  package var within: TimeSpan

  static let expectation = "a target such as 80/20 (80 % within 20 s) or 90%/1m"

  static func read(_ text: String) -> Result<ServiceLevelText, ScalarComplaint> {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmingSpaces)
    guard parts.count == 2 else {
      return .failure(ScalarComplaint("\(shortened(text)) is not a target", expected: expectation))
    }
    let left = parts[0]
    let bare = decimalNumber(left).map { $0 > 1 } ?? false
    let right = decimalNumber(parts[1]).map { $0 >= 0 } ?? false ? parts[1] + "s" : parts[1]
    switch (NumberText.share(bare ? left + "%" : left), DurationText.read(right)) {
    case (.failure(let complaint), _), (_, .failure(let complaint)): return .failure(complaint)
    case (.success(let share), .success(let time)): return .success(ServiceLevelText(share: share, within: time.span))
    }
  }
}
