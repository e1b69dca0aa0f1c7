package import Experiments
import ServiceMetrics

extension QuestionWords {
  /// `mean wait (ASA), billing-call`, `Phones 80/20`, `open work at 2026-11-30 12:00`: for people who read, where `name` is for those who type.
  package static func title(_ question: MetricQuestion) -> String {
    var text = MetricWords.title(question.metric)
    if case .target(let name, _)? = question.part, question.metric == .serviceLevel {
      text = name
    } else if let part = question.part {
      text += ", \(part.name)"
    }
    if let moment = question.moment { return "\(text) at \(clock(moment))" }
    return text + when(question)
  }
}
