import SimulationCore
import SupportModel

/// Reads who of an agent group is still learning.
struct NewHireReader {
  let decoding: Decoding
  /// Ten years.
  private static let mostWeeks = 520.0
  private static let largestFactor = 100.0

  func read(_ field: Field) -> AgentGroup.NewHires? {
    guard let section = Section(field, .newHires, decoding) else { return nil }
    let share = section.share("share")
    let tenure = section["weeks-of-tenure"].map(weeks) ?? .zero
    let ramp = section["ramp"].flatMap(ramp)
    guard let share, let tenure, let ramp else { return nil }
    return AgentGroup.NewHires(share: share, tenure: tenure, ramp: ramp)
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
