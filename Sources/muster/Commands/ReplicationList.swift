import ArgumentParser

/// `0,3-5`: replications by number, from 0, in order and each once.
struct ReplicationList: ExpressibleByArgument, Equatable {
  /// Replications an experiment may have, and so a number that none reaches.
  static let most = 10_000_000

  var replications: [Int]

  init?(argument: String) {
    var numbers: Set<Int> = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first >= 0, first <= last, last < Self.most,
        last - first < 100_000
      else { return nil }
      numbers.formUnion(first...last)
      if numbers.count > 100_000 { return nil }
    }
    replications = numbers.sorted()
  }
}
