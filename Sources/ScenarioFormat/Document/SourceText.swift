/// The text of one file, or the one sentence why there is none.
enum SourceText {
  /// Reads `path`. A problem is reported at `place`, where the file was named, or at the file itself when nothing names it.
  static func load(_ path: String, using reader: SourceReader, namedAt place: SourcePlace?) throws(Problem) -> String {
    let bytes = try bytes(path, using: reader, namedAt: place)
    if let offset = firstInvalidByte(bytes) {
      let line = bytes[..<offset].reduce(1) { $1 == 10 ? $0 + 1 : $0 }
      let column = offset - (bytes[..<offset].lastIndex(of: 10) ?? -1)
      throw Problem(
        "byte \(offset) is not valid UTF-8", expected: "a text file saved as UTF-8",
        at: SourcePlace(file: path, line: line, column: column))
    }
    var text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text
  }

  /// The bytes of a file, whatever they are.
  static func bytes(_ path: String, using reader: SourceReader, namedAt place: SourcePlace?) throws(Problem) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try reader.read(path)
    } catch {
      throw problem(error, path: path, place: place, reader)
    }
    if bytes.count > SourceReader.largestFile { throw problem(.tooLarge(bytes: bytes.count), path: path, place: place, reader) }
    return bytes
  }

  private static func problem(_ failure: SourceFailure, path: String, place: SourcePlace?, _ reader: SourceReader) -> Problem {
    let at = place ?? SourcePlace(file: path)
    // A path of an argument is the user's own.
    let shown = at.file.hasPrefix("--") ? onOneLine(path) : shortened(path)
    let name = place == nil ? "the file" : "the file \(shown)"
    switch failure {
    case .missing: return Problem("\(name) does not exist", nearest: reader.nearest(to: path), at: at, kind: .unreadable)
    case .isDirectory:
      return Problem(place == nil ? "this is a folder" : "\(shown) is a folder", expected: "a file", at: at, kind: .unreadable)
    case .tooLarge(let bytes):
      return Problem(
        "\(name) is too large (\((bytes + (1 << 20) - 1) >> 20) MB)", expected: "at most \(SourceReader.largestFile >> 20) MB", at: at)
    case .outside:
      return Problem(
        "\(name) lies neither below the scenario's folder nor below the working folder",
        expected: "a file there, or --allow-files with its folder", at: at)
    case .unreadable(let reason): return Problem("\(name) cannot be read: \(reason)", at: at, kind: .unreadable)
    }
  }

  /// Offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7).
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    var index = 0
    func isContinuation(_ at: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool { at < bytes.count && range.contains(bytes[at]) }
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x00...0x7F: index += 1
      case 0xC2...0xDF:
        guard isContinuation(index + 1) else { return index }
        index += 2
      case 0xE0...0xEF:
        let second: ClosedRange<UInt8> = byte == 0xE0 ? 0xA0...0xBF : byte == 0xED ? 0x80...0x9F : 0x80...0xBF
        guard isContinuation(index + 1, second), isContinuation(index + 2) else { return index }
        index += 3
      case 0xF0...0xF4:
        let second: ClosedRange<UInt8> = byte == 0xF0 ? 0x90...0xBF : byte == 0xF4 ? 0x80...0x8F : 0x80...0xBF
        guard isContinuation(index + 1, second), isContinuation(index + 2), isContinuation(index + 3) else { return index }
        index += 4
      default: return index
      }
    }
    return nil
  }
}
