/// Bytes of one file, readable from the start as often as needed: a column is judged as a whole before its cells are read.
///
/// The caller opens files; `Tables` never does. Memory in use is one chunk, whatever the size of the file.
package struct ByteSource: Sendable {
  /// A new pass over the bytes: each call of the result gives the next chunk, nil at the end.
  package typealias Pass = () throws(TableFailure) -> [UInt8]?

  package let open: @Sendable () throws(TableFailure) -> Pass

  package init(open: @escaping @Sendable () throws(TableFailure) -> Pass) { self.open = open }

  package init(_ bytes: [UInt8]) {
    self.init { () throws(TableFailure) in
      var at = 0
      return { () throws(TableFailure) -> [UInt8]? in
        guard at < bytes.count else { return nil }
        let end = min(at + ByteSource.chunk, bytes.count)
        defer { at = end }
        return Array(bytes[at..<end])
      }
    }
  }

  /// Bytes that a source in memory gives at a time.
  package static let chunk = 1 << 18

  /// The same without gzip, if it was compressed. A file that unpacks to more than `limit` bytes is refused.
  package func unpacked(limit: Int = .max) -> ByteSource {
    ByteSource { () throws(TableFailure) in
      let pass = try self.open()
      var first = try pass()
      guard let head = first, Gunzip.isCompressed(head) else {
        return { () throws(TableFailure) -> [UInt8]? in
          if let chunk = first {
            first = nil
            return chunk
          }
          return try pass()
        }
      }
      let gunzip = try Gunzip(limit: limit)
      return { () throws(TableFailure) -> [UInt8]? in
        while true {
          if let chunk = try gunzip.next(), !chunk.isEmpty { return chunk }
          var more = first
          first = nil
          if more == nil { more = try pass() }
          guard let more else {
            try gunzip.finish()
            return nil
          }
          gunzip.feed(more)
        }
      }
    }
  }
}

/// Everything wrong with a table, in one go.
package struct TableProblems: Error, Equatable, Sendable {
  package var problems: [TableProblem]

  package init(_ problems: [TableProblem]) { self.problems = problems }
}
