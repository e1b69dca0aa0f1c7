import SupportModel

/// Which target of the candidate is which of the baseline: by name, or under a new name by what it asks.
struct TargetPairs {
  /// Indices into the targets of the baseline and of the candidate.
  private(set) var pairs: [(before: Int, now: Int)] = []
  private(set) var gone: [Int] = []
  private(set) var new: [Int] = []

  init(_ pair: ScenarioPair) {
    let (before, now) = (pair.baseline.targets, pair.candidate.targets)
    var found: [Int: Int] = [:]
    var taken = Set<Int>()
    func match(_ isSame: (Target, Target) -> Bool) {
      for old in before.indices where found[old] == nil {
        guard let same = now.indices.first(where: { !taken.contains($0) && isSame(before[old], now[$0]) }) else { continue }
        found[old] = same
        taken.insert(same)
      }
    }
    func asksTheSame(_ old: Target, _ new: Target) -> Bool {
      old.measure == new.measure
        && pair.baseline.names(ofTypes: old.contactTypes) == pair.candidate.names(ofTypes: new.contactTypes)
    }
    match { $0.name == $1.name }
    match { TargetMeaning($0, pair.baseline) == TargetMeaning($1, pair.candidate) }
    match(asksTheSame)
    pairs = before.indices.compactMap { old in found[old].map { (before: old, now: $0) } }
    gone = before.indices.filter { found[$0] == nil }
    new = now.indices.filter { !taken.contains($0) }
  }

  /// The name under which the candidate has a target of the baseline; nil: it is gone.
  func nameNow(of name: String, _ pair: ScenarioPair) -> String? {
    pairs.first { pair.baseline.targets[$0.before].name == name }.map { pair.candidate.targets[$0.now].name }
  }
}
