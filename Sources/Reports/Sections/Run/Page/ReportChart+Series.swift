import Experiments
import ReportKit

extension ReportChart.Series {
  /// Leaves a gap at a place.
  mutating func remove(_ place: Int) {
    values[place] = nil
    if low.indices.contains(place) { low[place] = nil }
    if high.indices.contains(place) { high[place] = nil }
  }
}
