/// Finds the separator of a file from its first records.
///
/// Each candidate splits the sample; the one by which most lines have the same number of cells, at least two, is it. Where several do, the
/// rarer character wins (tab, semicolon, pipe, then comma): a comma in every line beside semicolons is a decimal comma.
struct SeparatorFinder {
  static let sample = 400
  private static let order: [Dialect.Separator] = [.tab, .semicolon, .pipe, .comma]

  /// `sep=;` on the first line, as Excel writes it.
  static func declared(_ record: Record) -> Dialect.Separator? {
    let text = record.bytes
    guard text.count <= 5, text.count >= 4, String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return nil }
    return text.count == 5 ? Dialect.Separator(rawValue: text[4]) : nil
  }

  static func find(_ source: ByteSource) throws(TableFailure) -> Dialect.Separator {
    var best: (separator: Dialect.Separator, same: Int, lines: Int)?
    var failure: TableFailure?
    for separator in order {
      let widths: [Int]
      do {
        var reader = try RecordReader(source, separator: separator.rawValue)
        var record = Record()
        var found: [Int] = []
        while found.count < sample, try reader.next(&record) {
          if found.isEmpty, let declared = declared(record) { return declared }
          if record.filled > 0 { found.append(width(record)) }
        }
        widths = found
      } catch {
        failure = failure ?? error
        continue
      }
      let (width, same) = commonest(widths)
      // Where only one line has several cells, that is as good as it gets.
      guard width > 1, same * 3 >= widths.count else { continue }
      if best == nil || same * best!.lines > best!.same * widths.count { best = (separator, same, widths.count) }
    }
    if best == nil, let failure { throw failure }
    return best?.separator ?? .comma
  }

  /// Cells up to the last that is not empty.
  static func width(_ record: Record) -> Int { (record.indices.last { !record[$0].isEmpty } ?? -1) + 1 }

  /// The commonest width and how often it comes; the larger of two equally common ones.
  static func commonest(_ widths: [Int]) -> (width: Int, count: Int) {
    var counts: [(width: Int, count: Int)] = []
    for width in widths {
      if let index = counts.firstIndex(where: { $0.width == width }) { counts[index].count += 1 } else { counts.append((width, 1)) }
    }
    return counts.max { ($0.count, $0.width) < ($1.count, $1.width) } ?? (0, 0)
  }
}
