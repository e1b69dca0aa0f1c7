extension LogHistogram {
  /// The smallest recorded value that at least a share `p` of all values does not exceed, in µs; nil when nothing was recorded.
  public func quantile(_ p: Double) -> Double? { quantiles([p])?[0] }

  /// The same for several ascending shares in one pass.
  public func quantiles(_ shares: [Double]) -> [Double]? {
    if count == 0 { return nil }
    var answers: [Double] = []
    answers.reserveCapacity(shares.count)
    while answers.count < shares.count, rank(shares[answers.count]) <= zeros { answers.append(0) }
    if answers.count == shares.count { return answers }
    if !isSpread {
      let sorted = values.sorted()
      for share in shares[answers.count...] { answers.append(Double(sorted[Int(min(rank(share) - zeros, Int64(sorted.count))) - 1])) }
      return answers
    }
    var below = zeros
    for number in directory.indices where directory[number] >= 0 {
      let first = Int(directory[number]) * LogHistogram.pageSize
      let here = total(ofPageAt: first)
      while answers.count < shares.count, rank(shares[answers.count]) <= below + here {
        answers.append(Double(value(number, first, rank: rank(shares[answers.count]) - below)))
      }
      if answers.count == shares.count { return answers }
      below += here
    }
    while answers.count < shares.count { answers.append(Double(greatest)) }
    return answers
  }

  /// Those of several histograms together: only the pages in which an answer lies are added up.
  public static func quantiles(of parts: [LogHistogram], _ shares: [Double]) -> [Double]? {
    var page = LogHistogram()
    guard parts.count > 1, parts.allSatisfy({ $0.isSpread || $0.count == $0.zeros }) else {
      for part in parts { page += part }
      return page.quantiles(shares)
    }
    for part in parts {
      page.zeros += part.zeros
      page.count += part.count
      page.least = min(page.least, part.least)
      page.greatest = max(page.greatest, part.greatest)
    }
    if page.count == 0 { return nil }
    let ranks = shares.map { page.rank($0) }
    var answers = ranks.prefix { $0 <= page.zeros }.map { _ in 0.0 }
    var below = page.zeros
    for number in 0..<(parts.map { $0.directory.count }.max() ?? 0) where answers.count < ranks.count {
      let here = parts.reduce(Int64(0)) { $0 + $1.total(ofPage: number) }
      if ranks[answers.count] <= below + here {
        for part in parts where part.total(ofPage: number) > 0 { page.add(page: number, part, Int(part.directory[number]) * pageSize) }
        let first = Int(page.directory[number]) * pageSize
        while answers.count < ranks.count, ranks[answers.count] <= below + here {
          answers.append(Double(page.value(number, first, rank: ranks[answers.count] - below)))
        }
      }
      below += here
    }
    return answers
  }

  /// The rank of a share, from 1; a share of a count that is whole but for its rounding is that whole number.
  private func rank(_ share: Double) -> Int64 { max(1, Int64((share * Double(count) * (1 - 1e-12)).rounded(.up))) }

  private func total(ofPage number: Int) -> Int64 {
    number < directory.count && directory[number] >= 0 ? total(ofPageAt: Int(directory[number]) * LogHistogram.pageSize) : 0
  }

  /// Share of recorded values at or below `value` µs; nil when nothing was recorded. As in quantiles, a value counts as the smallest of its bucket.
  public func share(atOrBelow value: Double) -> Double? { shares(atOrBelow: [value])?[0] }

  /// The same for several ascending values in one pass.
  public func shares(atOrBelow limits: [Double]) -> [Double]? {
    if count == 0 { return nil }
    var answers: [Double] = []
    answers.reserveCapacity(limits.count)
    let sorted = isSpread ? [] : values.sorted()
    var (number, below) = (0, zeros)
    for limit in limits {
      if limit >= Double(greatest) || limit < Double(least) {
        answers.append(limit < Double(least) ? 0 : 1)
      } else if isSpread {
        while number < directory.count, Double(LogHistogram.lowerBound(ofPage: number + 1)) <= limit {
          if directory[number] >= 0 { below += total(ofPageAt: Int(directory[number]) * LogHistogram.pageSize) }
          number += 1
        }
        answers.append(Double(below + (number < directory.count ? count(inPage: number, atOrBelow: limit) : 0)) / Double(count))
      } else {
        while number < sorted.count, Double(sorted[number]) <= limit { number += 1 }
        answers.append(Double(zeros + Int64(number)) / Double(count))
      }
    }
    return answers
  }

  /// Of the values in a page, those at or below a value.
  func count(inPage number: Int, atOrBelow limit: Double) -> Int64 {
    if directory[number] < 0 { return 0 }
    let first = Int(directory[number]) * LogHistogram.pageSize
    var below: Int64 = 0
    for bucket in 0..<LogHistogram.pageSize where buckets[first + bucket].count > 0 {
      if Double(value(ofBucket: number * LogHistogram.pageSize + bucket, offset: buckets[first + bucket].offset)) > limit { break }
      below += Int64(buckets[first + bucket].count)
    }
    return below
  }

  /// Values of each page that any value reaches, in ascending order: the same histogram with buckets of 6.25 %.
  @inline(__always)
  public func forEachPage(_ body: (_ page: Int, _ count: Int64) -> Void) {
    if isSpread {
      for number in directory.indices where directory[number] >= 0 {
        body(number, total(ofPageAt: Int(directory[number]) * LogHistogram.pageSize))
      }
    } else {
      for value in values { body(LogHistogram.index(of: value) / LogHistogram.pageSize, 1) }
    }
  }

  func total(ofPageAt first: Int) -> Int64 {
    buckets.withUnsafeBufferPointer { buckets in
      var sum: UInt64 = 0
      for slot in first..<(first + LogHistogram.pageSize) { sum &+= UInt64(buckets[slot].count) }
      return Int64(truncatingIfNeeded: sum)
    }
  }

  /// The value of the rank-th value of a page, counted from 1.
  func value(_ number: Int, _ first: Int, rank: Int64) -> Int64 {
    var below: Int64 = 0
    for bucket in 0..<LogHistogram.pageSize where buckets[first + bucket].count > 0 {
      below += Int64(buckets[first + bucket].count)
      if below >= rank { return value(ofBucket: number * LogHistogram.pageSize + bucket, offset: buckets[first + bucket].offset) }
    }
    return greatest
  }
}
