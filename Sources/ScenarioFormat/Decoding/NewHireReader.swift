import SimulationCore
import SupportModel

/// Reads who of an agent group is still learning at the start, and how much longer whoever is new takes.
struct NewHireReader {
  let decoding: Decoding
  /// Ten years.
  private static let mostWeeks = 520.0
  private static let largestFactor = 100.0

  /// The ramp stands beside `hires`, or in `new-hires`, which is the older spelling of the same.
  func read(_ group: Section) -> (newHires: AgentGroup.NewHires?, ramp: AgentGroup.Ramp?) {
    let own = group["ramp"].flatMap(ramp)
    guard let section = group.section("new-hires", .newHires) else { return (nil, own) }
    let share = section.share("share")
    let tenure = section["weeks-of-tenure"].map(weeks) ?? .zero
    let inside = section["ramp"].flatMap(ramp)
    if group["ramp"] != nil, let second = section["ramp"] {
      decoding.report("the group has two ramps, in `new-hires` and beside it", expected: "one `ramp` for all who are new", at: second)
    }
    if group["ramp"] == nil, section["ramp"] == nil, section.field.node["ramp"] == nil {
      decoding.report("`new-hires` has no `ramp`", expected: ValueKind.section(.ramp).expectation, at: section.field)
    }
    guard let share, let tenure, let ramp = own ?? inside else { return (nil, own ?? inside) }
    return (AgentGroup.NewHires(share: share, tenure: tenure), ramp)
  }

  private func ramp(_ field: Field) -> AgentGroup.Ramp? {
    guard let section = Section(field, .ramp, decoding) else { return nil }
    let length = section["weeks"].flatMap(weeks)
    guard let at = section["starts-at"], let startsAt = decoding.number(at) else { return nil }
    guard startsAt >= 1, startsAt <= Self.largestFactor else {
      decoding.report(
        startsAt < 1
          ? "with `starts-at` \(at.node.described) people would be faster on their first day than ever after"
          : "`starts-at` \(at.node.described) is too large",
        expected: "a number from 1 to 100, for example 1.6", at: at)
      return nil
    }
    return length.map { AgentGroup.Ramp(startsAt: startsAt, length: $0) }
  }

  private func weeks(_ field: Field) -> TimeSpan? {
    guard let weeks = decoding.number(field) else { return nil }
    if weeks >= 0, weeks <= Self.mostWeeks { return .days(7 * weeks) }
    decoding.report("`\(field.key)` is \(field.node.described)", expected: "a number of weeks from 0 to 520", at: field)
    return nil
  }
}
