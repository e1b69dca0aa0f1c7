/// The values above 0 of a histogram in ascending order, each with how many lie at or below it.
public struct ValueSteps: Sendable {
  /// µs
  public private(set) var values: [Int64] = []
  /// Values up to this one, zeros not counted.
  public private(set) var counts: [Int64] = []

  public init(_ histogram: LogHistogram) {
    var sum: Int64 = 0
    func add(_ value: Int64, _ count: Int64) {
      sum += count
      if values.last == value {
        counts[counts.count - 1] = sum
      } else {
        values.append(value)
        counts.append(sum)
      }
    }
    if !histogram.isSpread {
      for value in histogram.values.sorted() { add(value, 1) }
      return
    }
    for number in histogram.directory.indices where histogram.directory[number] >= 0 {
      let first = Int(histogram.directory[number]) * LogHistogram.pageSize
      for bucket in 0..<LogHistogram.pageSize where histogram.counts[first + bucket] > 0 {
        let index = number * LogHistogram.pageSize + bucket
        add(histogram.value(ofBucket: index, offset: histogram.offsets[first + bucket]), Int64(histogram.counts[first + bucket]))
      }
    }
  }

  /// How many lie below a value.
  private func count(below value: Int64) -> Int64 {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : counts[low - 1]
  }

  /// Of the values in a page: the smallest that at least this share of them does not exceed. nil where there are none.
  public func value(inPage page: Int, share: Double) -> Int64? {
    let from = count(below: LogHistogram.lowerBound(ofPage: page))
    let all = count(below: LogHistogram.lowerBound(ofPage: page + 1)) - from
    if all == 0 { return nil }
    let rank = from + min(all, max(1, Int64((share * Double(all) * (1 - 1e-12)).rounded(.up))))
    var (low, high) = (0, counts.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if counts[middle] < rank { low = middle + 1 } else { high = middle }
    }
    return values[low]
  }

  /// Of the values in a page: the share at or below a value, µs. nil where there are none.
  public func share(inPage page: Int, atOrBelow value: Double) -> Double? {
    let from = count(below: LogHistogram.lowerBound(ofPage: page))
    let all = count(below: LogHistogram.lowerBound(ofPage: page + 1)) - from
    if all == 0 { return nil }
    let up = value >= 0x1p62 ? all : count(below: Int64(value.rounded(.down)) + 1) - from
    return Double(min(all, max(0, up))) / Double(all)
  }
}
