import Experiments

/// What is said of shards.
enum ShardWords {
  static func problem(_ problem: ShardFile.Problem) -> String {
    switch problem {
    case .notAShard: "is no shard of Muster"
    case .otherVersion(let version): "has format version \(version); this Muster reads version \(ShardFile.formatVersion)"
    case .damaged: "is damaged or cut off"
    }
  }

  static func problem(_ problem: FoldProblem) -> String {
    switch problem {
    case .notAFold, .damaged: "it is damaged"
    case .otherVersion(let found, let expected): "its record has version \(found), not \(expected)"
    case .otherExperiment, .otherShape: "its record is of another experiment"
    case .notNext(let found, let expected): "it begins with replication \(found), not \(expected)"
    }
  }

  /// Why a shard is not of the same request as another.
  static func difference(_ found: ShardFile.Head, _ other: ShardFile.Head) -> String {
    if found.muster != other.muster { return "was played by Muster \(found.muster), not \(other.muster)" }
    if found.command != other.command { return "is of muster \(found.command), not of muster \(other.command)" }
    if found.seed != other.seed { return "has seed \(found.seed), not \(other.seed)" }
    if found.digest != other.digest {
      return
        "is of another request: its scenario, files or options differ (digest \(found.digest.prefix(19)), not \(other.digest.prefix(19)))"
    }
    if found.cut != other.cut { return found.cut == .components ? "is by component" : "is not by component" }
    return "holds \(name(found.round.number, found.share)), not \(name(other.round.number, other.share))"
  }

  /// `shard 3 of 16`
  static func name(_ round: Int, _ share: ShardShare) -> String {
    "shard \(share.index) of \(share.count)\(round > 1 ? " of round \(round)" : "")"
  }
}

extension RequestFailure {
  /// A signal came while a share was played.
  static let interruptedShard = RequestFailure(
    lines: ["muster: interrupted before the shard was finished; nothing was written."], kind: .interrupted)
}
