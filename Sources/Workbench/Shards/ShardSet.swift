import ReportKit

/// The shards of a folder that belong together, each known by its head: what does not belong is refused by name.
struct ShardSet {
  struct Entry: Sendable {
    var path: String
    var head: ShardFile.Head
    /// The whole file, of which the checksum was looked at; nil: to be read again.
    var bytes: [UInt8]?
  }

  /// Files are kept from the first look on until they are this many bytes together: the shards of most experiments are read once.
  private static let mostKept = 64 << 20

  /// By round and share, each once.
  private(set) var entries: [Entry] = []
  /// What all of them were made for; of the first by name.
  let request: SharedRequest
  let files: KeptFiles
  /// Where they are.
  let folder: String

  /// Looks through every file, and holds no more of those beyond `mostKept` than their heads.
  init(_ folder: ShardFolder) throws(RequestFailure) {
    self.folder = folder.path
    var failures = FailureList()
    var first: (entry: Entry, request: String, files: KeptFiles)?
    var found: [Entry] = []
    var kept = 0
    // By the name that a shard should have.
    var byName: [String: Int] = [:]
    for name in try folder.names() {
      let path = "\(folder.path)/\(name)"
      let entry = failures.collect { () throws(RequestFailure) in
        let bytes = try WholeFile.read(path) ?? []
        let head = try ShardSet.checked(bytes, path, name, beside: first?.entry)
        if first == nil {
          let whole = try ShardSet.file(bytes, path, isWhole: true)
          first = (Entry(path: path, head: head), whole.request, whole.files)
        }
        kept += bytes.count
        return Entry(path: path, head: head, bytes: kept <= ShardSet.mostKept ? bytes : nil)
      }
      guard let entry else { continue }
      let place = ShardFolder.name(entry.head.round.number, entry.head.share)
      guard let position = byName[place] else {
        byName[place] = found.count
        found.append(entry)
        continue
      }
      let twin = found[position]
      _ = failures.collect { () throws(RequestFailure) in
        // The same share twice is no harm where both say the same.
        guard try WholeFile.read(twin.path) != (try WholeFile.read(path)) else { return }
        throw .badData("\(path): holds other bytes than \(twin.path) for the same replications; remove one of them.")
      }
    }
    try failures.finish()
    guard let first else {
      throw .badData("\(folder.path): there are no shards; muster run … --shard 1/16 --out \(folder.path) writes one.")
    }
    guard let request = SharedRequest(text: first.request) else {
      throw .badData("\(first.entry.path): its request cannot be read.")
    }
    self.request = request
    files = first.files
    entries = found.sorted { ($0.head.round.number, $0.head.share.index) < ($1.head.round.number, $1.head.share.index) }
    try checkCuts()
  }

  /// A file in the present state of its bytes. `isWhole`: the checksum was looked at before.
  static func file(_ bytes: [UInt8], _ path: String, isWhole: Bool) throws(RequestFailure) -> ShardFile {
    do throws(ShardFile.Problem) {
      return try ShardFile(bytes, isWhole: isWhole)
    } catch {
      throw .badData("\(path): \(ShardWords.problem(error)); remove it and play it again.")
    }
  }

  private static func checked(
    _ bytes: [UInt8], _ path: String, _ name: String, beside first: Entry?
  ) throws(RequestFailure) -> ShardFile.Head {
    let head: ShardFile.Head
    do throws(ShardFile.Problem) {
      head = try ShardFile.head(bytes)
    } catch {
      throw .badData("\(path): \(ShardWords.problem(error)); remove it and play it again.")
    }
    guard head.muster == Provenance.version else {
      throw .badData("\(path): was played by Muster \(head.muster); this is Muster \(Provenance.version), which may play otherwise.")
    }
    if let first, (head.command, head.seed, head.digest) != (first.head.command, first.head.seed, first.head.digest) {
      throw .badData("\(path): \(ShardWords.difference(head, first.head)) as in \(first.path).")
    }
    if let promise = ShardFolder.promise(name), promise != (head.round.number, head.share) {
      throw .badData(
        "\(path): holds \(ShardWords.name(head.round.number, head.share)), which is not what its name says; it was renamed or swapped.")
    }
    return head
  }

  /// Shards of one round are shares of the same number, of the same replications.
  private func checkCuts() throws(RequestFailure) {
    var failures = FailureList()
    for (before, entry) in zip(entries, entries.dropFirst()) where before.head.round.number == entry.head.round.number {
      if before.head.share.count != entry.head.share.count || before.head.cut != entry.head.cut || before.head.round != entry.head.round {
        failures.add(
          .badData(
            "\(entry.path): is one of \(entry.head.share.count) shards, and \(before.path) is one of \(before.head.share.count); "
              + "remove those of one cut."))
      }
    }
    try failures.finish()
  }
}
