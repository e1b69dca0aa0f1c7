import SimulationCore

/// A histogram of queue times in the bytes of a fold: the same bytes for the same values, in whatever order they came.
extension LogHistogram {
  func write(to writer: inout FoldWriter) {
    for number in [zeros, count, least, greatest] { writer.put(Int(number)) }
    writer.put(fewValues)
    let pages = pages
    writer.put(pages.map { Int32($0.number) })
    writer.put(pages.flatMap(\.counts))
    writer.put(pages.flatMap(\.offsets))
  }

  init(from reader: inout FoldReader) throws(FoldProblem) {
    let zeros = Int64(try reader.integer())
    let count = Int64(try reader.integer())
    let least = Int64(try reader.integer())
    let greatest = Int64(try reader.integer())
    let values: [Int64] = try reader.values()
    let numbers: [Int32] = try reader.values()
    let counts: [UInt32] = try reader.values()
    let offsets: [UInt32] = try reader.values()
    let size = LogHistogram.pageSize
    guard counts.count == numbers.count * size, offsets.count == counts.count else { throw .damaged }
    let pages = numbers.indices.map { index in
      Page(
        number: Int(numbers[index]), counts: Array(counts[(index * size)..<((index + 1) * size)]),
        offsets: Array(offsets[(index * size)..<((index + 1) * size)]))
    }
    guard
      let histogram = LogHistogram(zeros: zeros, count: count, least: least, greatest: greatest, fewValues: values, pages: pages)
    else { throw .damaged }
    self = histogram
  }
}
