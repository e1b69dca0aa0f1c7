import ScenarioFormat

/// The readers under libFuzzer, which looks for inputs that reach new places in the code: `make fuzz`.
///
/// The first byte says what the rest is: a scenario, or a table of arrivals, of people, or of staffing that a scenario names.
private let tables: [String] = [
  "contacts: {a: {arrivals: {csv: t.csv}, talk: 3m}}\nagents: {g: {count: 1, skills: [a]}}\n",
  "contacts: {a: {arrivals: {volume: 100/d, profile: {csv: t.csv}}, talk: 3m}}\nagents: {g: {count: 1, skills: [a]}}\n",
  "contacts: {a: {arrivals: 3/h, talk: 3m}}\nagents: {g: {roster-csv: t.csv, skills: [a]}}\n",
  "contacts: {a: {arrivals: 3/h, talk: 3m}}\nagents: {g: {staffing: {csv: t.csv}, skills: [a]}}\n",
]

private func tryOne(_ input: UnsafeBufferPointer<UInt8>) {
  guard let first = input.first else { return }
  let rest = Array(input.dropFirst())
  let kind = Int(first) % (tables.count + 1)
  let text = kind < tables.count ? Array(("muster: 1\nhorizon: {length: 1d, interval: 30m}\n" + tables[kind]).utf8) : rest
  let reader = SourceReader { path throws(SourceFailure) in
    if path.hasSuffix("s.yaml") { return text }
    if kind < tables.count, path.hasSuffix("t.csv") { return rest }
    throw .missing
  }
  _ = try? ScenarioLoader(reader: reader).load("s.yaml")
}

/// What libFuzzer calls, under the name that it knows.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  tryOne(UnsafeBufferPointer(start: data, count: size))
  return 0
}

/// What the build gives as the start of the program; libFuzzer's own loop takes over.
@_cdecl("FuzzEntry_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var count = count
  var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments
  return runDriver(&count, &arguments, testOneInput)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
