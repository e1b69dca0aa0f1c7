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
      bytes += [UInt8](unsafeUninitializedCapacity: values.count * RatioLog.longest) { buffer, count in
        for value in values { RatioLog.put(value, buffer, &count) }
      }
    }
    replications += 1
  }

  mutating func append(_ next: RatioLog) {
    bytes += next.bytes
    replications += next.replications
  }

  /// Hands every replication out, in order; false where the bytes are not what was appended.
  func replay(slots: Int, _ add: (_ numerators: inout [Double], _ denominators: inout [Double]) -> Void) -> Bool {
    var position = 0
    for _ in 0..<replications {
      guard var numerators = values(slots, from: &position), var denominators = values(slots, from: &position) else { return false }
      add(&numerators, &denominators)
    }
    return position == bytes.count
  }

  // MARK: Numbers

  private enum Kind: UInt64 {
    case whole, seconds, hours, other
  }

  /// Bytes that a number takes at most: ten groups of seven bits, or one byte and eight.
  private static let longest = 10

  private static func put(_ value: Double, _ buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
    if value.bitPattern == 0 {
      // Most of them.
      buffer[count] = 0
      count += 1
      return
    }
    let (number, kind) = coded(value)
    if kind == .other {
      buffer[count] = UInt8(truncatingIfNeeded: kind.rawValue)
      for byte in 0..<8 { buffer[count + 1 + byte] = UInt8(truncatingIfNeeded: value.bitPattern >> UInt64(8 * byte)) }
      count += 9
      return
    }
    // The sign in the lowest bit, the kind below it.
    var rest = UInt64(bitPattern: (number << 1) ^ (number >> 63)) << 2 | kind.rawValue
    while rest >= 0x80 {
      buffer[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      count += 1
      rest >>= 7
    }
    buffer[count] = UInt8(truncatingIfNeeded: rest)
    count += 1
  }

  /// What a value is a number of, where that gives it back to the last bit.
  private static func coded(_ value: Double) -> (number: Int64, kind: Kind) {
    if let number = whole(value), Double(number).bitPattern == value.bitPattern { return (number, .whole) }
    if let number = whole(value * 1e6), (Double(number) * 1e-6).bitPattern == value.bitPattern { return (number, .seconds) }
    if let number = whole(value * 3.6e9), (Double(number) / 3.6e9).bitPattern == value.bitPattern { return (number, .hours) }
    return (0, .other)
  }

  /// The nearest whole number; nil beyond those that are exact with their sign and kind.
  private static func whole(_ value: Double) -> Int64? {
    abs(value) < 0x1p53 ? Int64(value + (value < 0 ? -0.5 : 0.5)) : nil
  }

  /// The next so many numbers; nil where the bytes are not what was appended.
  private func values(_ count: Int, from position: inout Int) -> [Double]? {
    var isWhole = true
    let values = [Double](unsafeUninitializedCapacity: count) { buffer, written in
      bytes.withUnsafeBufferPointer { bytes in
        while written < count {
          guard let value = RatioLog.value(bytes, &position) else {
            isWhole = false
            return
          }
          buffer.initializeElement(at: written, to: value)
          written += 1
        }
      }
    }
    return isWhole ? values : nil
  }

  private static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Double? {
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
    if bits == 0 { return 0 }
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
