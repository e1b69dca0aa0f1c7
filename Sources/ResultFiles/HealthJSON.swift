import Experiments
import ReportKit
import Reports
import ServiceMetrics
import Studies

/// Rows of `health`: what is read together, with the direction in which each moved.
enum HealthJSON {
  /// Of one option against the first; all intervals of the rows of all options hold together.
  static func rows(
    _ members: [HealthMember], _ option: Int, _ names: [String], _ currency: String, in row: JSONObject = JSONObject()
  ) -> [JSONObject] {
    members.map { member in
      var row = row
      row.set("metric", member.metric.name)
      row.set("unit", member.metric.unitName(currency: currency))
      row.set("option", names[option])
      row.set("less", names[0])
      row.set("difference", member.differences[option])
      row.set("direction", word(member.judgement(option)))
      return row
    }
  }

  private static func word(_ judgement: DifferenceJudgement) -> String {
    switch judgement {
    case .same: "same"
    case .asGood: "as-good"
    case .better: "better"
    case .worse: "worse"
    case .higher: "higher"
    case .lower: "lower"
    case .unclear: "unclear"
    }
  }
}
