extension Table {
  /// Moments, the order of day and month found from the column as a whole. `bare`: what bare numbers are, where somebody says so.
  package func moments(_ column: Int, bare: BareMoment? = nil) -> MomentColumn {
    var reader = MomentReader(
      rows.map { .init(bytes: self[$0, column], place: place($0, column)) }, said: bare ?? said(column), told: told)
    return reader.read()
  }

  /// What the name of the column says of bare numbers below it.
  private func said(_ column: Int) -> BareMoment? {
    guard names.indices.contains(column) else { return nil }
    return names[column].bareMoment(first: rows.lazy.compactMap { NumberCell.read(self[$0, column])?.point }.first { $0 != 0 })
  }
}

extension HeaderName {
  /// `first`: the first number below the name.
  func bareMoment(first: Double?) -> BareMoment? {
    // Ten digits are seconds until the year 2286, thirteen are milliseconds.
    if saysEpoch { return unit == .milliseconds || (first ?? 0) > 1e11 ? .epochMilliseconds : .epochSeconds }
    let isHour = ["hour", "hour of day", "hour of the day", "stunde", "heure", "hora"].contains { words == $0 || words.hasSuffix(" " + $0) }
    return isHour && unit == nil ? .hours : nil
  }
}
