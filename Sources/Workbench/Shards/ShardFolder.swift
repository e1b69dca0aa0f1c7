import Experiments

/// The folder that the shards of an experiment are written into, and what they are called there.
struct ShardFolder {
  /// As the user named it.
  let path: String

  init(_ path: String) { self.path = OutputFolder(path).path }

  /// What names of shards end with.
  private static let ending = ".shard"

  /// `shard-03-of-16.shard`; of later rounds `round-2-shard-03-of-16.shard`.
  static func name(_ round: Int, _ share: ShardShare) -> String {
    let width = "\(share.count)".count
    let index = String(repeating: "0", count: width - "\(share.index)".count) + "\(share.index)"
    return "\(round > 1 ? "round-\(round)-" : "")shard-\(index)-of-\(share.count)\(ending)"
  }

  func path(of round: Int, _ share: ShardShare) -> String { "\(path)/\(Self.name(round, share))" }

  /// Which shard a name promises; nil where it promises none, as that of a copy.
  static func promise(_ name: String) -> (round: Int, share: ShardShare)? {
    guard let match = name.wholeMatch(of: /(?:round-(\d{1,9})-)?shard-(\d{1,9})-of-(\d{1,9})\.shard/),
      let index = Int(match.2), let count = Int(match.3)
    else { return nil }
    return (match.1.flatMap { Int($0) } ?? 1, ShardShare(index: index, count: count))
  }

  /// Names of all shards, in order.
  func names() throws(RequestFailure) -> [String] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .fileTrouble("\(path): cannot be read: \(String(cString: strerror(errno))).") }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .fileTrouble("\(path): this is no folder; expected one with shards.") }
    return WritingFolder.names(in: path).filter { $0.hasSuffix(Self.ending) && !$0.hasPrefix(".") }
  }

  // MARK: The round that is played

  /// Written by `muster merge`, which knows what is still needed; read by whoever plays the next share.
  private var roundFile: String { "\(path)/next-round" }

  /// The round that merging found open; nil: none was found yet, and the first one is. Throws where it is of another request.
  func openRound(of digest: String) throws(RequestFailure) -> ShardRound? {
    guard let bytes = try WholeFile.read(roundFile, atMost: 1 << 20) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    func numbers(_ key: String) -> [Int] { lines.first { $0.first == key }?.dropFirst().compactMap { Int($0) } ?? [] }
    guard let found = lines.first(where: { $0.first == "digest" })?.last, let number = numbers("round").first, number >= 1,
      numbers("replications").count == 2, !numbers("options").isEmpty
    else { throw .badData("\(roundFile): is no round as muster merge writes it; remove it and merge again.") }
    let ends = numbers("replications")
    guard 0 <= ends[0], ends[0] <= ends[1] else {
      throw .badData("\(roundFile): is no round as muster merge writes it; remove it and merge again.")
    }
    guard found == digest else {
      throw .badData("\(roundFile): is of another request (\(found.prefix(19)), not \(digest.prefix(19))); name another folder.")
    }
    return ShardRound(number: number, replications: ends[0]..<ends[1], options: numbers("options"))
  }

  /// Of the open round, whatever it is of.
  func roundNumber() throws(RequestFailure) -> Int {
    guard let bytes = try WholeFile.read(roundFile, atMost: 1 << 20) else { return 1 }
    let first = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first ?? ""
    return Int(first.drop { !$0.isNumber }) ?? 1
  }

  func write(_ round: ShardRound, of digest: String) throws(RequestFailure) {
    let text = """
      round \(round.number)
      replications \(round.replications.lowerBound) \(round.replications.upperBound)
      options \(round.options.map(String.init).joined(separator: " "))
      digest \(digest)

      """
    let bytes = Array(text.utf8)
    if try WholeFile.read(roundFile, atMost: 1 << 20) != bytes { try WholeFile.write(roundFile, bytes) }
  }
}
