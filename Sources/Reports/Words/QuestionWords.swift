package import Experiments
package import ReportKit
import ServiceMetrics
package import Studies
import SupportModel

/// Questions and what is wrong with them, in words.
package enum QuestionWords {
  /// `asa for billing-call`, `Phones 80/20`, `backlog at 2026-11-30 12:00`: close to what a user types.
  package static func name(_ question: MetricQuestion) -> String {
    var text = question.metric.name
    if case .target(let name, let abandons)? = question.part {
      text = question.metric == .serviceLevel ? name : "\(question.metric.name) for \(name)"
      if let abandons { text += " (abandons \(abandons.rawValue))" }
    } else if let part = question.part {
      text += " for \(part.name)"
    }
    if let moment = question.moment { return "\(text) at \(clock(moment))" }
    return text + when(question)
  }

  /// ` from 2026-11-30 11:30`, ` in 2026-W48`, ` on 2026-11-30`, ` on mon 09:00`; empty of the whole horizon.
  static func when(_ question: MetricQuestion) -> String {
    if let period = question.period { return " \(period.kind == .week ? "in" : "on") \(period.label)" }
    return question.interval.map { " from \(clock($0))" } ?? ""
  }

  /// `2026-11-30 11:30` of `2026-11-30T11:30:00-05:00`
  static func clock(_ label: String) -> String {
    guard label.count >= 16, label.contains("T") else { return label }
    return String(label.prefix(16)).replacing("T", with: " ")
  }

  /// What is wrong with a question, and the nearest right name.
  package static func sentence(_ problem: QuestionProblem) -> String {
    switch problem {
    case .unknownMetric(let name, let nearest):
      "there is no metric \(name)" + near(nearest) + "; `muster catalog metrics` lists them."
    case .unknownName(let name, let metric, let known, let nearest):
      "the metric \(metric) does not exist for \(name)" + (nearest.map { "; did you mean \($0)?" } ?? "; it exists for \(list(known)).")
    case .needsName(let metric, let known):
      "\(metric) needs to know what for, as in `\(metric) for \(known.first ?? "")`; there are \(list(known))."
    case .nothingToMeasure(let metric): "the scenario has nothing that \(metric) could be measured for."
    case .unknownTime(let time, let metric, let first, let last):
      "\(metric) has no interval at \(time); intervals begin from \(first) to \(last)."
    case .notByPeriod(let metric): "\(metric) is not known by week, day or hour of the week."
    case .notByInterval(let metric): "\(metric) exists only for the whole horizon, not at one time."
    }
  }

  private static func near(_ nearest: String?) -> String { nearest.map { "; did you mean \($0)?" } ?? "" }

  /// The first of many names, and how many there are more.
  static func list(_ names: [String], atMost most: Int = 12) -> String {
    names.count <= most ? names.joined(separator: ", ") : names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
  }

  /// `Phones 80/20 ≥ 80 %`
  package static func requirement(_ requirement: Requirement, currency: String) -> String {
    let quantity = Quantity(metric: requirement.question.metric, currency: currency)
    let sign = requirement.relation == .atLeast ? "≥" : "≤"
    return "\(title(requirement.question)) \(sign) \(limit(requirement.limit, quantity))"
  }

  /// In the unit of the metric, as a person would write it.
  package static func limit(_ value: Double, _ quantity: Quantity) -> String {
    quantity == .share ? Words.percent(value) : Words.number(value, quantity)
  }
}
