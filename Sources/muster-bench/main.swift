import Foundation

/// `muster-bench [WORKLOAD …] [--quick]`: one line of JSON per figure. Without a workload all are run.
/// `muster-bench gate FILE [--record]` compares the simulation's time with that of a bare event loop: status 1 where the ratio grew.
/// `muster-bench erlang-a --contacts N --agents N` plays another size of that workload once.

struct Options {
  var arguments = Array(CommandLine.arguments.dropFirst())

  /// Takes an option and its value out of the arguments.
  mutating func take(_ name: String) -> String? {
    guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else { return nil }
    defer { arguments.removeSubrange(index...(index + 1)) }
    return arguments[index + 1]
  }
}

func fail(_ message: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(status)
}

var options = Options()
let contacts = options.take("--contacts").flatMap(Double.init)
let agents = options.take("--agents").flatMap(Int.init)
let gateFile = options.take("gate")
let isRecording = options.arguments.contains("--record")
let isQuick = options.arguments.contains("--quick")
let workloads = options.arguments.filter { $0 != "--quick" && $0 != "--record" }
if let unknown = workloads.first(where: { !Benchmarks.names.contains($0) }) {
  let usage =
    "usage: muster-bench [\(Benchmarks.names.joined(separator: " | "))] … [--quick] [--contacts N --agents N], or: muster-bench gate FILE [--record]"
  fail("\(unknown) is no workload\n\(usage)", status: 64)
}

do {
  if let file = gateFile {
    exit(try SpeedGate.run(file: file, isRecording: isRecording) ? 0 : 1)
  } else if contacts != nil || agents != nil {
    print(try Benchmarks.erlangA(contacts: contacts ?? 1_000_000, agents: agents ?? 510, runs: 1).json)
  } else {
    for name in workloads.isEmpty ? Benchmarks.names : workloads {
      for measurement in try Benchmarks.run(name, quick: isQuick) { print(measurement.json) }
    }
  }
} catch {
  fail("\(error)", status: 70)
}
