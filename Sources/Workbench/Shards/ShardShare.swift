/// One of several equal shares of the replications of a round: `3/16`.
package struct ShardShare: Sendable, Equatable {
  /// From 1.
  package var index: Int
  /// Of all.
  package var count: Int

  /// More than any cluster runs of one experiment.
  package static let most = 100_000

  package init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// Replications of a round that belong to it. Shares differ by one replication at most; where there are more shares than replications some are
  /// empty.
  func part(of replications: Range<Int>) -> Range<Int> {
    let start = replications.lowerBound
    return (start + replications.count * (index - 1) / count)..<(start + replications.count * index / count)
  }

  /// Variables in which engines of many jobs say which one this is, and the number that they give the first.
  private static let engines = [("SLURM_ARRAY_TASK_ID", 1), ("JOB_COMPLETION_INDEX", 0), ("AWS_BATCH_JOB_ARRAY_INDEX", 0)]

  /// `3/16`, or `auto/16` and `auto` where the environment says which one and how many. Throws the sentence that says what is wrong.
  package init(_ text: String, environment: [String: String]) throws(RequestFailure) {
    func wrong(_ sentence: String) -> RequestFailure { RequestFailure(lines: ["--shard \(text): \(sentence)"], kind: .usage) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, !parts[0].isEmpty else { throw wrong("expected a share such as 3/16, or auto/16.") }
    guard let total = parts.count == 2 ? parts[1] : environment["MUSTER_SHARDS"] else {
      throw wrong("of how many? Expected 3/16 or auto/16, or their number in MUSTER_SHARDS.")
    }
    guard let count = Int(total), 1...Self.most ~= count else {
      throw wrong("expected a number of shards from 1 to \(Self.most), not \(total).")
    }
    if parts[0] == "auto" {
      guard let (name, first) = Self.engines.first(where: { environment[$0.0] != nil }) else {
        throw wrong("none of \(Self.engines.map(\.0).joined(separator: ", ")) says which shard this is.")
      }
      let value = environment[name] ?? ""
      guard let number = Int(value), first..<(first + count) ~= number else {
        throw wrong("\(name) is \(value); expected a number from \(first) to \(first + count - 1).")
      }
      self.init(index: number - first + 1, count: count)
    } else {
      guard let index = Int(parts[0]), 1...count ~= index else {
        throw wrong("expected a share from 1/\(count) to \(count)/\(count).")
      }
      self.init(index: index, count: count)
    }
  }

  /// `3,7-9`, as `sbatch --array` takes them.
  package static func list(_ indexes: [Int]) -> String {
    var parts: [String] = []
    var position = 0
    while position < indexes.count {
      var end = position
      while end + 1 < indexes.count, indexes[end + 1] == indexes[end] + 1 { end += 1 }
      parts.append(position == end ? "\(indexes[position])" : "\(indexes[position])-\(indexes[end])")
      position = end + 1
    }
    return parts.joined(separator: ",")
  }
}
