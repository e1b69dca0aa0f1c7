import Experiments
import ReportKit
import ServiceMetrics
import Studies

/// The numbers that are read together, with the direction in which each moved, and what was bought with what.
enum HealthWords {
  /// Each number before and after, how far it moved and which way that is.
  static func table(_ members: [HealthMember], option: Int, names: [String], currency: String, confidence: String) -> ReportTable {
    let rows = members.map { member -> [ReportText] in
      let quantity = Quantity(metric: member.metric, currency: currency)
      let difference = member.differences[option]
      let number = difference.difference.map { ReportNumber($0, low: difference.low, high: difference.high) }
      let judgement = member.judgement(option)
      return [
        ReportText(MetricWords.title(member.metric)), cell(member.values[0], quantity), cell(member.values[option], quantity),
        ReportText(Words.difference(difference, quantity), tone(judgement), number: number),
        ReportText(difference.difference == nil ? "" : word(judgement), tone(judgement)),
      ]
    }
    return ReportTable(
      columns: [
        .init("Read together", mayShorten: true, term: term), .init(names[0], .trailing, mayShorten: true),
        .init(names[option], .trailing, mayShorten: true), .init("moved (\(confidence) intervals hold together)", mayShorten: true),
        .init("", isVerdict: true),
      ], rows: rows)
  }

  static let term = ReportTerm(
    "Read together",
    "Any one of these numbers can be bought at the expense of another, so that they are looked at side by side. Better or worse is said where "
      + "the interval lies on one side of 0 and the difference matters: half a point of a share, 1 % of any other number.")

  private static func cell(_ estimate: Estimate?, _ quantity: Quantity) -> ReportText {
    guard let estimate, let value = estimate.estimate else { return ReportText(Words.undefined) }
    let width = estimate.low.flatMap { low in estimate.high.map { $0 - low } }.flatMap { $0 > 0 ? $0 : nil }
    return ReportText(Words.number(value, quantity, width: width), number: ReportNumber(value, low: estimate.low, high: estimate.high))
  }

  private static func tone(_ judgement: DifferenceJudgement) -> ReportText.Tone {
    switch judgement {
    case .better: .good
    case .worse: .bad
    case .unclear: .unsure
    case .same, .asGood, .higher, .lower: .plain
    }
  }

  /// The direction in one word.
  static func word(_ judgement: DifferenceJudgement) -> String {
    switch judgement {
    case .better: "better"
    case .worse: "worse"
    case .higher: "higher"
    case .lower: "lower"
    case .same: "the same"
    case .asGood: "as good"
    case .unclear: "unclear"
    }
  }

  /// `mean time to first response improved by 40min, while solved at the first contact got worse by 3.0 points`; nil where nothing disagrees.
  static func disagreement(_ members: [HealthMember], option: Int, currency: String) -> String? {
    let better = members.filter { $0.judgement(option) == .better }
    let worse = members.filter { $0.judgement(option) == .worse }
    if better.isEmpty || worse.isEmpty { return nil }
    return "\(moved(better, option, currency, "improved")), while \(moved(worse, option, currency, "got worse"))"
  }

  /// "mean wait (ASA) improved by 11s and give up by 3.1 points"
  private static func moved(_ members: [HealthMember], _ option: Int, _ currency: String, _ verb: String) -> String {
    let phrases = members.enumerated().map { place, member in
      let difference = member.differences[option]
      let width = difference.low.flatMap { low in difference.high.map { $0 - low } }
      let by = Words.gap(difference.difference ?? 0, Quantity(metric: member.metric, currency: currency), width: width)
      return "\(MetricWords.title(member.metric)) \(place == 0 ? "\(verb) by" : "by") \(by)"
    }
    return QuestionWords.list(phrases)
  }
}
