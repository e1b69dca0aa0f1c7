/// One line of a table, or several where a quoted value holds line breaks.
package struct Record {
  /// The cells one after the other, trimmed and without their quotes, UTF-8.
  package fileprivate(set) var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`.
  fileprivate(set) var ends: [Int] = []
  /// Line and column where each cell begins, from 1; the column counts characters.
  fileprivate(set) var places: [(line: Int, column: Int)] = []
  /// The line where it begins.
  package fileprivate(set) var line = 0
  /// Whether the first cell stood in quotes: such a line is no comment.
  fileprivate(set) var beginsQuoted = false

  package var count: Int { ends.count }

  package subscript(cell: Int) -> ArraySlice<UInt8> {
    guard cell < ends.count else { return bytes[bytes.endIndex...] }
    return bytes[(cell > 0 ? ends[cell - 1] : 0)..<ends[cell]]
  }

  package func text(_ cell: Int) -> String { String(decoding: self[cell], as: UTF8.self) }

  /// Where a cell begins; for one that is missing, where the line begins.
  package func place(_ cell: Int) -> (line: Int, column: Int) { cell < places.count ? places[cell] : (line, 1) }

  /// Cells that are not empty.
  var filled: Int { indices.count { !self[$0].isEmpty } }
  var indices: Range<Int> { 0..<ends.count }

  fileprivate mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    beginsQuoted = false
  }
}

/// Splits text into records (RFC 4180): quotes around values, "" for a quote inside, line breaks inside quotes; CR LF, LF or CR between lines.
///
/// It works on one window of text, whatever the size of the file; a record that does not end inside it is read again once more is there.
struct RecordReader {
  static let mostCells = 20_000
  /// A value that goes on for longer than this has lost its closing quote.
  static let longestRecord = 1 << 20

  private let pass: ByteSource.Pass
  private(set) var decoder = TextDecoder()
  let separator: UInt8
  private var window: [UInt8] = []
  private var at = 0
  private var isAtEnd = false
  private(set) var line = 1

  init(_ source: ByteSource, separator: UInt8) throws(TableFailure) {
    pass = try source.open()
    self.separator = separator
  }

  /// The next record, blank ones too; false at the end.
  mutating func next(_ record: inout Record) throws(TableFailure) -> Bool {
    while true {
      if at >= window.count {
        guard try refill() else { return false }
        continue
      }
      switch split(&record) {
      case .record(let end, let lines):
        at = end
        line += lines
        return true
      case .failure(let failure): throw failure
      case .unfinished(let quote):
        if try refill(), window.count - at <= Self.longestRecord { continue }
        if let quote { throw .openQuote(line: quote.line, column: quote.column) }
        if isAtEnd { continue }
        throw .tooManyColumns(line: line)
      }
    }
  }

  /// More text behind what is left of the window; false where there is none.
  private mutating func refill() throws(TableFailure) -> Bool {
    if isAtEnd { return false }
    window.removeSubrange(..<at)
    at = 0
    let chunk = try pass()
    if chunk == nil { isAtEnd = true }
    window += try decoder.decode(chunk ?? [], isLast: isAtEnd)
    return true
  }

  private enum Split {
    case record(end: Int, lines: Int)
    case unfinished(quote: (line: Int, column: Int)?)
    case failure(TableFailure)
  }

  private func split(_ record: inout Record) -> Split {
    window.withUnsafeBufferPointer { text in
      var splitter = Splitter(text: text, at: at, line: line, separator: separator, isAtEnd: isAtEnd)
      return splitter.split(&record)
    }
  }

  /// The automaton over one window.
  private struct Splitter {
    let text: UnsafeBufferPointer<UInt8>
    var at: Int
    var line: Int
    let separator: UInt8
    let isAtEnd: Bool
    var lines = 0
    /// Where the present line begins, to count columns.
    var lineStart = 0

    init(text: UnsafeBufferPointer<UInt8>, at: Int, line: Int, separator: UInt8, isAtEnd: Bool) {
      self.text = text
      self.at = at
      self.line = line
      self.separator = separator
      self.isAtEnd = isAtEnd
      lineStart = at
    }

    mutating func split(_ record: inout Record) -> Split {
      record.clear()
      record.line = line
      var column = 1
      var counted = at
      while true {
        var start = at
        while start < text.count, text[start] == 0x20 || (text[start] == 9 && separator != 9) { start += 1 }
        // Characters since the last cell of this line; a continuation byte is none.
        for index in counted..<start where text[index] & 0xC0 != 0x80 { column += 1 }
        counted = start
        guard record.ends.count < RecordReader.mostCells else { return .failure(.tooManyColumns(line: line)) }
        record.places.append((line + lines, column))
        if start < text.count, text[start] == 0x22 {
          if record.ends.isEmpty { record.beginsQuoted = true }
          let quote = (line: line + lines, column: column)
          guard let end = quoted(from: start + 1, &record) else { return .unfinished(quote: quote) }
          at = end
          if lineStart > counted {
            counted = lineStart
            column = 1
          }
          while at < text.count, text[at] == 0x20 || (text[at] == 9 && separator != 9) { at += 1 }
          if at < text.count, text[at] != separator, text[at] != 10, text[at] != 13 {
            return .failure(.brokenQuote(line: quote.line, column: quote.column))
          }
        } else {
          at = start
          while at < text.count, text[at] != separator, text[at] != 10, text[at] != 13 { at += 1 }
          append(start..<at, to: &record)
        }
        record.ends.append(record.bytes.count)
        if at == text.count { return isAtEnd ? .record(end: at, lines: lines + 1) : .unfinished(quote: nil) }
        let stop = text[at]
        at += 1
        if stop == separator { continue }
        if stop == 13 {
          if at == text.count, !isAtEnd { return .unfinished(quote: nil) }
          if at < text.count, text[at] == 10 { at += 1 }
        }
        return .record(end: at, lines: lines + 1)
      }
    }

    /// The inside of a quoted value; where it ends, or nil where the window ends first.
    private mutating func quoted(from start: Int, _ record: inout Record) -> Int? {
      var index = start
      let first = record.bytes.count
      while index < text.count {
        let byte = text[index]
        if byte == 0x22 {
          if index + 1 == text.count, !isAtEnd { return nil }
          if index + 1 < text.count, text[index + 1] == 0x22 {
            record.bytes.append(0x22)
            index += 2
            continue
          }
          trim(from: first, &record)
          return index + 1
        }
        if byte == 10 || (byte == 13 && !(index + 1 < text.count && text[index + 1] == 10)) {
          lines += 1
          lineStart = index + 1
        }
        record.bytes.append(byte)
        index += 1
      }
      return nil
    }

    private func append(_ range: Range<Int>, to record: inout Record) {
      let first = record.bytes.count
      record.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
      trim(from: first, &record)
    }

    /// Without blanks of any kind around, and without the `="…"` by which exports force text.
    private func trim(from first: Int, _ record: inout Record) {
      var end = record.bytes.count
      while end > first, let blank = blank(before: end, first, record) { end -= blank }
      record.bytes.removeSubrange(end...)
      var start = first
      while start < end, let blank = blank(at: start, end, record) { start += blank }
      if end - start >= 3, record.bytes[start] == 0x3D, record.bytes[start + 1] == 0x22, record.bytes[end - 1] == 0x22 {
        record.bytes.removeLast()
        start += 2
      }
      if start > first { record.bytes.removeSubrange(first..<start) }
    }

    /// Bytes of the blank that begins here: space, tab, line break, no-break space (C2 A0), narrow one (E2 80 AF), byte order mark.
    private func blank(at index: Int, _ end: Int, _ record: Record) -> Int? {
      switch record.bytes[index] {
      case 0x20, 9, 10, 13: 1
      case 0xC2 where index + 1 < end && record.bytes[index + 1] == 0xA0: 2
      case 0xE2 where index + 2 < end && record.bytes[index + 1] == 0x80 && record.bytes[index + 2] == 0xAF: 3
      case 0xEF where index + 2 < end && record.bytes[index + 1] == 0xBB && record.bytes[index + 2] == 0xBF: 3
      default: nil
      }
    }

    private func blank(before end: Int, _ first: Int, _ record: Record) -> Int? {
      switch record.bytes[end - 1] {
      case 0x20, 9, 10, 13: return 1
      case 0xA0 where end - 2 >= first && record.bytes[end - 2] == 0xC2: return 2
      case 0xAF where end - 3 >= first && record.bytes[end - 3] == 0xE2 && record.bytes[end - 2] == 0x80: return 3
      default: return nil
      }
    }
  }
}
