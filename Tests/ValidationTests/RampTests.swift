import SimulationCore
import SupportModel
import TestSupport
import Testing

/// G10: what the ramp alone says.
@Suite(.enabled(if: ValidationFolder.isThere, "../shared/validation is not here"))
struct RampTests {
  @Test(arguments: ValidationFolder.cases("G10_new_hire_ramp").filter { $0.family == "G.people.mix" })
  func `Mixed groups are as fast as the factors of their people say`(entry: ValidationCase) throws {
    let (agents, work) = try (Int(entry.params.number("agents")), entry.params.number("mean_work"))
    let ramp = try AgentGroup.Ramp(
      startsAt: entry.params.value(["ramp"]).number("starts_at"), length: .days(7 * entry.params.value(["ramp"]).number("weeks")))
    let hires = try AgentGroup.NewHires(
      share: entry.params.number("new_hires") / Double(agents), tenure: .days(7 * entry.params.number("weeks_of_tenure")))
    let factors = (0..<agents).map { hires.includes($0, of: agents) ? ramp.factor(tenure: hires.tenure) : 1 }
    let speeds = factors.map { 60 / (work * $0) }
    let new = zip(factors, speeds).filter { $0.0 > 1 }.reduce(0) { $0 + $1.1 }
    let found = [
      "handle_factor_new_hire": factors.max() ?? 1, "capacity_contacts_per_hour_always_busy": speeds.reduce(0, +),
      "mean_handle_time_always_busy": Double(agents) * 60 / speeds.reduce(0, +),
      "share_handled_by_new_hires_always_busy": new / speeds.reduce(0, +),
      "mean_handle_time_equal_split": work * factors.reduce(0, +) / Double(agents),
    ]
    #expect(found.count == entry.targets.count)
    for target in entry.targets {
      let value = try #require(found[target.path])
      #expect(abs(value - target.value) <= max(1e-6 * abs(target.value), 1e-9), "\(entry.id) \(target.path): \(value)")
    }
  }
}
