import TestSupport
import Testing

/// Exact and published results of `../shared/validation` that the simulator must reproduce; see `Judge` for what agreement means.
@Suite(.serialized, .enabled(if: ValidationFolder.isThere, "../shared/validation is not here"))
struct ValidationCaseTests {
  private func judge(_ entry: ValidationCase) throws {
    guard case .played(let make) = ValidationPlan.treatment(entry) else { return }
    try Judge.expectAgreement(make(entry), entry.id)
  }

  @Test(arguments: ValidationPlan.played("B1_single_station"))
  func `Single stations agree with the formulas and Markov chains`(entry: ValidationCase) throws { try judge(entry) }

  @Test(arguments: ValidationPlan.played("B2_priority"))
  func `Priority classes wait as long as theory says`(entry: ValidationCase) throws { try judge(entry) }

  @Test(arguments: ValidationPlan.played("B3_multiskill_ctmc"))
  func `Multi-skill designs agree with their Markov chains under every routing rule`(entry: ValidationCase) throws { try judge(entry) }

  @Test(arguments: ValidationPlan.played("B4_retrials"))
  func `Callers who try again load the centre as theory says`(entry: ValidationCase) throws { try judge(entry) }

  @Test(arguments: ValidationPlan.played("C1_time_varying"))
  func `Centres that change with time agree with the forward equations`(entry: ValidationCase) throws { try judge(entry) }

  @Test(arguments: ValidationPlan.played("D1_published_models"))
  func `Published example models give their published numbers`(entry: ValidationCase) throws { try judge(entry) }

  @Test(arguments: ValidationPlan.played("D2_wallace_whitt"))
  func `The Wallace-Whitt example with full flexibility is a finite Erlang station`(entry: ValidationCase) throws { try judge(entry) }

  @Test(.enabled(if: Tier.isDeep, "MUSTER_DEEP is not set"))
  func `The erlang-a benchmark is in its exact steady state`() throws {
    try Judge.expectAgreement(BenchTrials.erlangA(), "erlang-a")
  }

  @Test func `The multi-skill benchmark agrees with its C reference`() throws {
    try Judge.expectAgreement(BenchTrials.multiSkill(try #require(ValidationFolder.bench("multi_skill"))), "multi-skill")
  }

  @Test func `Every case is played or listed with its reason`() {
    for file in ValidationFolder.files {
      for entry in ValidationFolder.cases(file) {
        switch ValidationPlan.treatment(entry) {
        case .played(let make):
          // Building stops where an expected number is neither measured nor excused.
          let trial = make(entry)
          #expect(trial.quantities.count + trial.excused.count == entry.targets.count, "\(entry.id)")
          for (path, reason) in trial.excused.sorted(by: { $0.key < $1.key }) { print("not measured: \(entry.id) \(path): \(reason)") }
        case .listed(let reason): print("not played: \(entry.id): \(reason)")
        case nil: Issue.record("\(file): \(entry.id) of family \(entry.family) is neither played nor listed")
        }
      }
    }
  }

  @Test func `Every case of the everyday tier exists`() {
    let ids = Set(ValidationFolder.files.flatMap { ValidationFolder.cases($0).map(\.id) })
    #expect(ValidationPlan.everyDay.subtracting(ids).isEmpty)
  }
}
