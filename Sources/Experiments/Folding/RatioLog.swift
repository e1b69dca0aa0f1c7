/// The ratios of replications one after the other, to be added later: exactly as they were, in few bytes.
///
/// Sums of reals depend on their order in the last digits. A share of an experiment that does not begin with replication 0 therefore keeps
/// what it would add, and whoever has the replications before it adds them in order: the very sums of one machine.
///
/// Each number is a whole one, or whole microseconds as seconds or as hours, or none of these; two bits say which, and the whole number follows
/// in groups of seven bits (LEB128). About 5 bytes per slot and replication where `RatioSums` has 56 per slot.
struct RatioLog: Sendable, Equatable {
  private(set) var replications = 0
  private(set) var bytes: [UInt8] = []

  mutating func append(_ numerators: [Double], _ denominators: [Double]) {
    for values in [numerators, denominators] {
      for value in values { append(value) }
    }
    replications += 1
  }

  mutating func append(_ next: RatioLog) {
    bytes += next.bytes
    replications += next.replications
  }

  /// Hands every replication out, in order; false where the bytes are not what was appended.
  func replay(slots: Int, _ add: (_ numerators: [Double], _ denominators: [Double]) -> Void) -> Bool {
    var position = 0
    var numerators = [Double](repeating: 0, count: slots)
    var denominators = numerators
    for _ in 0..<replications {
      for slot in 0..<slots {
        guard let value = value(at: &position) else { return false }
        numerators[slot] = value
      }
      for slot in 0..<slots {
        guard let value = value(at: &position) else { return false }
        denominators[slot] = value
      }
      add(numerators, denominators)
    }
    return position == bytes.count
  }

  // MARK: Numbers

  private enum Kind: UInt64 {
    case whole, seconds, hours, other
  }

  private mutating func append(_ value: Double) {
    if let number = Self.whole(value, scale: 1), Double(number).bitPattern == value.bitPattern { return append(number, .whole) }
    if let number = Self.whole(value, scale: 1e6), (Double(number) * 1e-6).bitPattern == value.bitPattern {
      return append(number, .seconds)
    }
    if let number = Self.whole(value, scale: 3.6e9), (Double(number) / 3.6e9).bitPattern == value.bitPattern {
      return append(number, .hours)
    }
    bytes.append(UInt8(Kind.other.rawValue))
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// The nearest whole number of so many parts; nil beyond those that are exact with their sign and kind.
  private static func whole(_ value: Double, scale: Double) -> Int64? {
    let parts = (value * scale).rounded()
    return abs(parts) < 0x1p53 ? Int64(parts) : nil
  }

  private mutating func append(_ number: Int64, _ kind: Kind) {
    // The sign in the lowest bit, the kind below it.
    var rest = UInt64(bitPattern: (number << 1) ^ (number >> 63)) << 2 | kind.rawValue
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private func value(at position: inout Int) -> Double? {
    var bits: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard position < bytes.count, shift < 64 else { return nil }
      let byte = bytes[position]
      position += 1
      bits |= UInt64(byte & 0x7f) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    let zigzag = bits >> 2
    let number = Double(Int64(bitPattern: zigzag >> 1) ^ -Int64(bitPattern: zigzag & 1))
    switch Kind(rawValue: bits & 3)! {
    case .whole: return number
    case .seconds: return number * 1e-6
    case .hours: return number / 3.6e9
    case .other:
      guard position + 8 <= bytes.count else { return nil }
      var pattern: UInt64 = 0
      for index in (position..<(position + 8)).reversed() { pattern = pattern << 8 | UInt64(bytes[index]) }
      position += 8
      return Double(bitPattern: pattern)
    }
  }
}

extension RatioLog {
  func write(to writer: inout FoldWriter) {
    writer.put(replications)
    writer.put(bytes)
  }

  init(from reader: inout FoldReader) throws(FoldProblem) {
    replications = try reader.integer()
    bytes = try reader.values()
    guard replications >= 0 else { throw .damaged }
  }
}
