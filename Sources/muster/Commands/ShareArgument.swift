import ArgumentParser
import ReportKit

/// `5%` or `0.05`.
struct ShareArgument: ExpressibleByArgument, Equatable {
  /// From 0 to 1.
  var value: Double

  init(_ value: Double) { self.value = value }

  init?(argument: String) {
    if argument.hasSuffix("%") {
      guard let percent = Double(argument.dropLast()), percent.isFinite else { return nil }
      value = percent / 100
    } else {
      guard let share = Double(argument), share.isFinite else { return nil }
      value = share
    }
  }

  var defaultValueDescription: String { "\(JSONObject.number(value * 100))%" }
}
