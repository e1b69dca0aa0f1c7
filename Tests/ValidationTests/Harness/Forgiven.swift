import Synchronization
import Testing

/// How many cases missed at the first seed and were forgiven because they agreed at the second.
///
/// Of `comparisons` at 99.9 % each misses by chance with probability 0.001, so the number of cases with a miss is at most binomial; more than
/// happens once in a thousand runs is no chance. A bias too small for the second look would show here.
enum Forgiven {
  private static let cases = Mutex<[String]>([])

  static func record(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let all = cases.withLock { list in
      if !list.contains(name) { list.append(name) }
      return list
    }
    let limit = most(of: ValidationPlan.comparisons)
    print("forgiven so far: \(all.count) cases; chance allows \(limit) of \(ValidationPlan.comparisons) comparisons at 99.9 %")
    if all.count > limit {
      Issue.record("\(all.count) cases agreed only at the second look, chance allows \(limit): \(all)", sourceLocation: sourceLocation)
    }
  }

  /// The largest number that a binomial variable of so many trials at 0.001 exceeds with probability below 0.001.
  static func most(of comparisons: Double) -> Int {
    let chance = 0.001
    let trials = Int(comparisons.rounded(.up))
    var term = 1.0
    for _ in 0..<trials { term *= 1 - chance }
    var below = term
    var count = 0
    while 1 - below >= 0.001, count < trials {
      term *= Double(trials - count) / Double(count + 1) * chance / (1 - chance)
      count += 1
      below += term
    }
    return count
  }
}
