import Foundation
import TestSupport
import Testing

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

  func file(_ number: Int) -> (text: String, files: [String: String]) {
    var random = FuzzRandom(seed &+ UInt64(number) &* 0x2545_F491_4F6C_DD1D)
    switch random.below(10) {
    case 0..<2: return (ScenarioMutation.mutated(random.pick(shipped.texts), &random), shipped.files)
    case 2..<5:
      let text = schema.scenario(&random)
      return (random.once(in: 3) ? ScenarioMutation.mutated(text, &random) : text, shipped.files)
    default:
      let (text, files) = ScenarioGeneration.scenario(&random)
      return (random.once(in: 3) ? ScenarioMutation.mutated(text, &random) : text, files)
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

  /// Of this thread, seconds.
  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The most memory of this process so far, bytes.
  static func peakMemory() -> Double {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) * 1024
  }
}
