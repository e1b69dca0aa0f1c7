/// How the values above 0 of a histogram lie inside each of its pages.
public struct ValueSteps: Sendable {
  private let histogram: LogHistogram
  /// µs, in ascending order, where the histogram keeps its values as they are.
  private let few: [Int64]

  public init(_ histogram: LogHistogram) {
    self.histogram = histogram
    few = histogram.fewValues
  }

  /// Of the values in a page: the smallest that at least this share of them does not exceed. nil where there are none.
  public func value(inPage page: Int, share: Double) -> Int64? {
    func rank(_ all: Int64) -> Int64 { min(all, max(1, Int64((share * Double(all) * (1 - 1e-12)).rounded(.up)))) }
    guard histogram.isSpread else {
      let here = few(inPage: page)
      return here.isEmpty ? nil : here[here.startIndex + Int(rank(Int64(here.count))) - 1]
    }
    guard let first = slot(ofPage: page) else { return nil }
    return histogram.value(page, first, rank: rank(histogram.total(ofPageAt: first)))
  }

  /// Of the values in a page: the share at or below a value, µs. nil where there are none.
  public func share(inPage page: Int, atOrBelow value: Double) -> Double? {
    guard histogram.isSpread else {
      let here = few(inPage: page)
      return here.isEmpty ? nil : Double(here.count { Double($0) <= value }) / Double(here.count)
    }
    guard let first = slot(ofPage: page) else { return nil }
    return Double(histogram.count(inPage: page, atOrBelow: value)) / Double(histogram.total(ofPageAt: first))
  }

  private func few(inPage page: Int) -> ArraySlice<Int64> {
    let (low, high) = (LogHistogram.lowerBound(ofPage: page), LogHistogram.lowerBound(ofPage: page + 1))
    let from = few.firstIndex { $0 >= low } ?? few.count
    return few[from..<(few[from...].firstIndex { $0 >= high } ?? few.count)]
  }

  private func slot(ofPage page: Int) -> Int? {
    guard page < histogram.directory.count, histogram.directory[page] >= 0 else { return nil }
    return Int(histogram.directory[page]) * LogHistogram.pageSize
  }
}
