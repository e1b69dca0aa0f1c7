import Experiments
import ReportKit

/// A share of an experiment as a file: what was asked for, everything that was read for it, and what its replications came to.
/// `docs/shards.md` has it byte by byte.
struct ShardFile {
  /// What tells shards apart and whether they belong together.
  struct Head: Sendable, Equatable {
    /// Version of the program.
    var muster: String
    /// The subcommand.
    var command: String
    /// `sha256:` and the digest of the request and all files that it read.
    var digest: String
    var seed: UInt64
    var round: ShardRound
    var share: ShardShare
    /// What is shared out.
    var cut = ShardCut.replications

    /// Those that it holds.
    var replications: Range<Int> { cut.replications(of: share, round) }
  }

  var head: Head
  /// As JSON.
  var request: String
  var files: KeptFiles
  /// One for each option of the round, in their order: a fold of replications, or a stack of records of components.
  var folds: [ArraySlice<UInt8>]

  private static let mark = Array("MUSTSHRD".utf8)
  /// Raised whenever the bytes of a shard would be read wrongly by a program of before.
  static let formatVersion = 2

  /// Why a file is no whole shard.
  enum Problem: Error, Equatable {
    case notAShard
    case otherVersion(Int)
    case damaged
  }

  /// What shards must have in common.
  static func digest(_ request: String, _ files: KeptFiles) -> String {
    var writer = FoldWriter()
    writer.put(request)
    files.write(to: &writer)
    return "sha256:" + SHA256.hex(of: writer.bytes)
  }

  /// The bytes of a file so far: head, request and what was read, and then each option's as it is there.
  static func begin(_ head: Head, request: String, files: KeptFiles) -> FoldWriter {
    var writer = FoldWriter(Self.mark)
    writer.reserve(1 << 20)
    writer.put(Self.formatVersion)
    for text in [head.muster, head.command, head.digest] { writer.put(text) }
    writer.put(Int(bitPattern: UInt(head.seed)))
    for number in [head.round.number, head.round.replications.lowerBound, head.round.replications.upperBound] { writer.put(number) }
    writer.put(head.round.options.map(Int64.init))
    for number in [head.share.index, head.share.count, head.cut.rawValue] { writer.put(number) }
    writer.put(request)
    files.write(to: &writer)
    writer.put(head.round.options.count)
    return writer
  }

  func bytes() -> [UInt8] {
    var writer = Self.begin(head, request: request, files: files)
    for fold in folds { writer.putList { $0.put(raw: fold) } }
    writer.putChecksum()
    return writer.bytes
  }

  /// The head of a file that is whole.
  static func head(_ bytes: [UInt8]) throws(Problem) -> Head { try opened(bytes, isWhole: false).head }

  /// `isWhole`: the checksum was looked at before.
  init(_ bytes: [UInt8], isWhole: Bool = false) throws(Problem) {
    var (head, reader) = try Self.opened(bytes, isWhole: isWhole)
    do throws(FoldProblem) {
      request = try reader.text()
      files = try KeptFiles(from: &reader)
      folds = []
      for _ in 0..<(try reader.length(ofAtLeast: 8)) { folds.append(try reader.slice()) }
    } catch {
      throw .damaged
    }
    guard reader.isAtEnd, folds.count == head.round.options.count else { throw .damaged }
    self.head = head
  }

  private static func opened(_ bytes: [UInt8], isWhole: Bool) throws(Problem) -> (head: Head, reader: FoldReader) {
    guard bytes.starts(with: mark) else { throw mark.starts(with: bytes) ? .damaged : .notAShard }
    guard let body = isWhole ? bytes[...].dropLast(FoldChecksum.size) : FoldChecksum.opened(bytes[...]) else { throw .damaged }
    var reader = FoldReader(body.dropFirst(mark.count))
    let version: Int
    let found: Head?
    do throws(FoldProblem) {
      version = try reader.integer()
      found = version == formatVersion ? try head(from: &reader) : nil
    } catch {
      throw .damaged
    }
    guard let found else { throw .otherVersion(version) }
    return (found, reader)
  }

  private static func head(from reader: inout FoldReader) throws(FoldProblem) -> Head {
    let texts = (try reader.text(), try reader.text(), try reader.text())
    let seed = UInt64(UInt(bitPattern: try reader.integer()))
    let (number, start, end) = (try reader.integer(), try reader.integer(), try reader.integer())
    let options = try reader.values(Int64.self)
    let (index, count) = (try reader.integer(), try reader.integer())
    guard let cut = ShardCut(rawValue: try reader.integer()) else { throw .damaged }
    guard number >= 1, start >= 0, end >= start, end < 1 << 40, 1...ShardShare.most ~= count, 1...count ~= index,
      options.allSatisfy({ 0..<(1 << 20) ~= $0 })
    else { throw .damaged }
    return Head(
      muster: texts.0, command: texts.1, digest: texts.2, seed: seed,
      round: ShardRound(number: number, replications: start..<end, options: options.map(Int.init)),
      share: ShardShare(index: index, count: count), cut: cut)
  }
}
