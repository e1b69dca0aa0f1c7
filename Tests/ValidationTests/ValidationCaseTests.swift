import Foundation
import TestSupport
import Testing

/// Exact and published results of `../shared/validation` that the simulator must reproduce; see `Judge` for what agreement means.
@Suite(.serialized, .enabled(if: ValidationFolder.isThere, "../shared/validation is not here"))
struct ValidationCaseTests {
  static func judge(_ entry: ValidationCase) throws {
    guard case .played(let make) = ValidationPlan.treatment(entry) else { throw CaseProblem("\(entry.id) is not played") }
    try Judge.expectAgreement(make(entry), entry.id)
  }

  @Test(arguments: ValidationPlan.played("B1_single_station"))
  func `Single stations agree with the formulas and Markov chains`(entry: ValidationCase) throws { try Self.judge(entry) }

  @Test(arguments: ValidationPlan.played("B2_priority"))
  func `Priority classes wait as long as theory says`(entry: ValidationCase) throws { try Self.judge(entry) }

  @Test(arguments: ValidationPlan.played("B3_multiskill_ctmc"))
  func `Multi-skill designs agree with their Markov chains under every routing rule`(entry: ValidationCase) throws { try Self.judge(entry) }

  @Test(arguments: ValidationPlan.played("B4_retrials"))
  func `Callers who try again load the centre as theory says`(entry: ValidationCase) throws { try Self.judge(entry) }

  @Test(arguments: ValidationPlan.played("C1_time_varying"))
  func `Centres that change with time agree with the forward equations`(entry: ValidationCase) throws { try Self.judge(entry) }

  @Test(arguments: ValidationPlan.played("D1_published_models") + ValidationPlan.played("D2_wallace_whitt"))
  func `Published example models give their published numbers`(entry: ValidationCase) throws { try Self.judge(entry) }

  @Test(arguments: ValidationPlan.played("G9_chat_processor_sharing"))
  func `Chats in the same hands go on at their pace, as processor sharing says`(entry: ValidationCase) throws { try Self.judge(entry) }

  @Test(arguments: ValidationPlan.played("G1_touches"))
  func `Contacts with several touches load a desk as an open network of queues says`(entry: ValidationCase) throws { try Self.judge(entry) }

  @Test(arguments: ValidationPlan.played("G2_autoclose_reopen"))
  func `Tickets close by themselves and come back as often as the laws say`(entry: ValidationCase) throws { try Self.judge(entry) }

  @Test(arguments: ValidationPlan.played("G3_interruption"))
  func `Work that is put aside for live contacts takes as long as theory says`(entry: ValidationCase) throws { try Self.judge(entry) }

  @Test(arguments: ValidationPlan.played("G4_escalation"))
  func `Contacts that go on with another tier load it as theory says`(entry: ValidationCase) throws { try Self.judge(entry) }

  @Test(arguments: ValidationPlan.played("G5_selfservice"))
  func `Self-service thins what comes to a desk, and what leaks from it loads it again, as theory says`(entry: ValidationCase) throws {
    try Self.judge(entry)
  }

  @Test(arguments: ValidationPlan.played("G6_recontact"))
  func `Customers who come again load a desk, and are counted with their needs, as theory says`(entry: ValidationCase) throws {
    try Self.judge(entry)
  }

  @Test(arguments: ValidationPlan.played("G7_approvals"))
  func `What somebody must approve waits, and keeps its agent waiting, as theory says`(entry: ValidationCase) throws {
    try Self.judge(entry)
  }

  @Test(arguments: ValidationPlan.played("G8_hold_other_department"))
  func `What other parties have on hold comes back as theory says`(entry: ValidationCase) throws { try Self.judge(entry) }

  @Test(arguments: ValidationPlan.played("G11_satisfaction_survey"))
  func `As many customers are satisfied, and say so, as the laws of waits and answers give`(entry: ValidationCase) throws {
    try Self.judge(entry)
  }

  @Test(arguments: ValidationPlan.played("G10_new_hire_ramp"))
  func `People who are new slow a desk down as long as their ramp says`(entry: ValidationCase) throws { try Self.judge(entry) }

  @Test func `The multi-skill benchmark agrees with its C reference`() throws {
    try Judge.expectAgreement(BenchTrials.multiSkill(try #require(ValidationFolder.bench("multi_skill"))), "multi-skill")
  }

  @Test(arguments: ValidationFolder.files)
  func `Every case is played or listed with its reason`(file: String) throws {
    let cases = try ValidationFolder.read(file)
    #expect(!cases.isEmpty)
    for entry in cases {
      switch ValidationPlan.treatment(entry) {
      case .played(let make):
        // A case that says something its reader does not know, or expects a number that nobody measures, is an issue of its own.
        do {
          let trial = try make(entry)
          #expect(trial.quantities.count > 0 && trial.quantities.count + trial.excused.count == entry.targets.count, "\(entry.id)")
          for (path, reason) in trial.excused.sorted(by: { $0.key < $1.key }) { print("not measured: \(entry.id) \(path): \(reason)") }
        } catch {
          Issue.record("\(entry.id): \(error)")
        }
      case .listed(let reason): print("not played: \(entry.id): \(reason)")
      case nil: Issue.record("\(file): \(entry.id) of family \(entry.family) is neither played nor listed")
      }
    }
  }

  @Test(arguments: [(1, 1), (100, 2), (1_000, 5), (10_000, 21)])
  func `Chance forgives what a binomial law allows once in a thousand runs`(comparisons: Int, most: Int) {
    #expect(Forgiven.most(of: Double(comparisons)) == most)
  }

  @Test func `Every case of the everyday tier exists`() {
    let ids = Set(ValidationFolder.files.flatMap { ValidationFolder.cases($0).map(\.id) })
    #expect(ValidationPlan.everyDay.subtracting(ids).sorted() == [])
  }
}

/// All the others, and what takes minutes.
@Suite(
  .serialized, .enabled(if: ValidationFolder.isThere, "../shared/validation is not here"),
  .enabled(if: Tier.isDeep, "MUSTER_DEEP is not set"))
struct ValidationCaseDeepTests {
  /// Of all files, or only of those whose names begin with `MUSTER_CASES`, or the one case of that name.
  private static let cases: [ValidationCase] = {
    let asked = ProcessInfo.processInfo.environment["MUSTER_CASES"] ?? ""
    return ValidationFolder.files.flatMap { file in
      ValidationPlan.played(file, isDeep: true).filter { file.hasPrefix(asked) || $0.id == asked }
    }
  }()

  @Test(arguments: cases)
  func `Every other case agrees with its exact or published results`(entry: ValidationCase) throws { try ValidationCaseTests.judge(entry) }

  @Test func `The erlang-a benchmark is in its exact steady state`() throws {
    try Judge.expectAgreement(BenchTrials.erlangA(), "erlang-a")
  }

  @Test func `The multi-skill benchmark agrees with its C reference to a hundredth`() throws {
    try Judge.expectAgreement(BenchTrials.multiSkill(try #require(ValidationFolder.bench("multi_skill")), rel: 0.01), "multi-skill, closer")
  }
}
