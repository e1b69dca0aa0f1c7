import Foundation
import TestSupport
import Testing

/// One file to try.
struct FuzzFile {
  enum Origin: String, CaseIterable { case shipped, schema, generated }

  let origin: Origin
  let text: String
  /// What it may name, by path.
  let files: [String: String]
}

/// The files of the fuzzer by number: the same seed and number make the same file.
struct FuzzFiles {
  private let seed: UInt64
  private let schema = SchemaGeneration()
  /// Shipped scenarios, and what they name.
  private let shipped: (texts: [String], files: [String: String])
  /// Where the file at hand lies while it is tried.
  static let lastFile = NSTemporaryDirectory() + "muster-fuzz-\(ProcessInfo.processInfo.processIdentifier).yaml"
  private let descriptor = open(lastFile, O_RDWR | O_CREAT, 0o600)

  init(seed: UInt64) {
    self.seed = seed
    var texts: [String] = []
    var files: [String: String] = [:]
    let root = ProjectFolder.root.appending(path: "scenarios")
    for name in FileManager.default.enumerator(atPath: root.path)?.compactMap({ $0 as? String }) ?? [] {
      if let text = try? String(contentsOf: root.appending(path: name), encoding: .utf8) { files[name] = text }
    }
    for name in files.keys.sorted() where name.hasSuffix(".yaml") { texts.append(files[name]!) }
    shipped = (texts, files)
  }

  /// Of ten files two are shipped ones changed, two walked out of the schema, six made by hand; of those made, a third is changed too.
  func file(_ number: Int) -> FuzzFile {
    var random = FuzzRandom(seed &+ UInt64(number) &* 0x2545_F491_4F6C_DD1D)
    switch random.below(10) {
    case 0..<2: return FuzzFile(origin: .shipped, text: ScenarioMutation.mutated(random.pick(shipped.texts), &random), files: shipped.files)
    case 2..<4:
      let text = schema.scenario(&random)
      return FuzzFile(origin: .schema, text: random.once(in: 3) ? ScenarioMutation.mutated(text, &random) : text, files: shipped.files)
    default:
      let (text, files) = ScenarioGeneration.scenario(&random)
      return FuzzFile(origin: .generated, text: random.once(in: 3) ? ScenarioMutation.mutated(text, &random) : text, files: files)
    }
  }

  /// Written before it is tried, with its number, so that a trap leaves it behind.
  func keep(_ text: String, _ number: Int) {
    ftruncate(descriptor, 0)
    var text = "# file \(number), seed \(seed)\n" + text
    text.withUTF8 { _ = pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  func forget() {
    close(descriptor)
    unlink(Self.lastFile)
  }

  /// The most memory of this process so far, bytes.
  static func peakMemory() -> Double {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) * 1024
  }
}
