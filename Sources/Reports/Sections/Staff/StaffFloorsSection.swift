package import ReportKit
import Staffing
import SupportModel

/// What becomes of those who are not answered: whether any contact type is let go to keep a promise over several.
package enum StaffFloorsSection {
  package static let family = SectionFamily<StaffingContext>(
    name: "floors", title: "Nobody left behind", help: "how many of each contact type go unanswered under the plan, and how many may"
  ) { context in
    sentence(context).map { [.sentence($0)] } ?? []
  }

  /// "No contact type goes without: call 2.1 % unanswered, at most 3.4 %; …" or which ones do.
  static func sentence(_ context: StaffingContext) -> ReportText? {
    let types = context.result.plan.contactTypes
    if types.isEmpty {
      guard context.result.settings.worstAbandonment.map({ $0 >= 1 }) ?? false else { return nil }
      return ReportText(
        "How many of each contact type go unanswered was not asked: a promise over several may be kept by letting one go.", .unsure)
    }
    let above = above(context)
    let surely = above.filter { ($0.unanswered?.low ?? 0) > $0.floor.worst }
    let reason = basis(context, types)
    if above.isEmpty {
      return ReportText("Unanswered under the plan: \(types.map { part(context, $0) }.joined(separator: ", ")). \(reason)", .good)
    }
    let words = above.map { type in
      part(context, type) + (type.isOutOfReach ? " and no staffing leaves fewer" : "")
    }
    return ReportText(
      "More than may go unanswered under the plan: \(words.joined(separator: ", ")). \(reason)", surely.isEmpty ? .unsure : .bad)
  }

  /// Types of which more goes unanswered under the plan than may.
  static func above(_ context: StaffingContext) -> [StaffingResult.TypeLevel] {
    context.result.plan.contactTypes.filter { ($0.unanswered?.estimate ?? 0) > $0.floor.worst + 1e-12 }
  }

  /// `call 2.1 % (at most 3.4 %)`
  private static func part(_ context: StaffingContext, _ type: StaffingResult.TypeLevel) -> String {
    let name = context.scenario.contactTypes[type.floor.contactType].name
    let share = type.unanswered.map { Words.number($0.estimate, .share) } ?? Words.undefined
    return "\(name) \(share) (at most \(Words.number(type.floor.worst, .share)))"
  }

  private static func basis(_ context: StaffingContext, _ types: [StaffingResult.TypeLevel]) -> String {
    if let asked = context.result.settings.worstAbandonment { return "At most \(Words.percent(asked)) of any was asked for." }
    guard types.contains(where: { if case .erlangA = $0.floor.source { true } else { false } }) else {
      return "--worst-abandonment sets another limit."
    }
    return "The limit is what Erlang A loses at the goal of the type; --worst-abandonment sets another."
  }
}
