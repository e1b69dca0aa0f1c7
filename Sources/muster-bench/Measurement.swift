import Foundation

/// One figure of one workload, as a line of JSON.
struct Measurement {
  var workload: String
  /// Name and value in the order they are printed; the name carries the unit.
  var figures: [(name: String, value: Double)]

  var json: String {
    let fields = figures.map { "\"\($0.name)\": \($0.value.isFinite ? String($0.value) : "null")" }
    return "{\"workload\": \"\(workload)\", \(fields.joined(separator: ", "))}"
  }
}

/// Wall-clock seconds that a piece of work takes.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let start = clock.now
  try work()
  let taken = start.duration(to: clock.now).components
  return Double(taken.seconds) + Double(taken.attoseconds) * 1e-18
}

/// The largest memory this process has held so far, in MiB (`VmHWM`; not `ru_maxrss`, which a child inherits from its parent).
/// Not a number where there is no `/proc`.
func peakMemory() -> Double {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) else { return .nan }
  let kibibytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Double($0) }
  return (kibibytes ?? .nan) / 1024
}
