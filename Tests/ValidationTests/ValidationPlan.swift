import TestSupport

/// Which case is played how, and which cannot be played yet and why.
enum ValidationPlan {
  enum Treatment: Sendable {
    case played(@Sendable (ValidationCase) throws -> Trial)
    case listed(reason: String)
  }

  /// nil: nobody has thought of this family.
  static func treatment(_ entry: ValidationCase) -> Treatment? {
    switch entry.family {
    case "B.priority_nonpreemptive", "B.priority_nonpreemptive_abandon": .played(PriorityTrials.trial)
    case "B.priority_preemptive": .played(PreemptionTrials.trial)
    case let family where family.hasPrefix("B.multiskill."): .played(SkillTrials.trial)
    // Solved again with the tie to the lowest id: occupancy 0.92332, 5.0445 and 17.7136 by kind, which is what the simulation finds.
    case "G.chat_ps.limited" where entry.id == "pace3_h2_patience_2agents":
      .listed(
        reason: "its chain gives a chat, at equal numbers, to the agent with fewer of kind 1; that matters by 0.5 %, and no rule sees kinds"
      )
    case "B.chat_concurrency", "G.chat_ps.unlimited", "G.chat_ps.pace_loss", "G.chat_ps.limited": .played(ChatTrials.trial)
    case "G.touches.priority": .played(FollowUpTrials.trial)
    case let family where family.hasPrefix("G.touches.") || family == "G.autoclose" || family.hasPrefix("G.hold."):
      .played(TicketTrials.trial)
    case let family where family.hasPrefix("G.escalation."): .played(MoveTrials.trial)
    // Where what is approved comes back before all others, as here, the chain of end_c1_s1 gives waits of 29.627 and 7.258, as the simulation does.
    case "G.approvals.agent_goes_on" where entry.id.hasPrefix("end_"):
      .listed(reason: "its product form holds where approved tickets return at the end; the place does matter, and here it is the head")
    case let family where family.hasPrefix("G.approvals."): .played(ApprovalTrials.trial)
    case let family where family.hasPrefix("G.selfservice."): .played(SelfServiceTrials.trial)
    case let family where family.hasPrefix("G.recontact."): .played(RecontactTrials.trial)
    case let family where family.hasPrefix("G.interruption."): .played(InterruptionTrials.trial)
    case let family where family.hasPrefix("G.satisfaction."): .played(OutcomeTrials.trial)
    case "G.people.queue": .played(NewHireTrials.queue)
    case "G.people.ramp" where entry.params["attrition_per_week"]?.number == 0: .played(NewHireTrials.cohort)
    case "G.people.ramp": .played(NewHireTrials.leavers)
    case "G.people.mix": .listed(reason: "closed forms of the ramp alone, which RampTests holds against it")
    case "B.retrial": .played(RetrialTrials.trial)
    case "C.mtginf": .played(SinusoidTrials.infiniteServers)
    case "C.isa": .played(SinusoidTrials.squareRootStaffing)
    case "C.time_varying": .played(TimeVaryingTrials.trial)
    case "C.time_varying.shift_specific": .played(TimeVaryingTrials.namedLeavers)
    case "D.contactcenters" where entry.expected["outbound_arrivals"] != nil: .listed(reason: "there is no outbound dialer")
    case "D.contactcenters": .played(PublishedTrials.trial)
    case "D.wallace_whitt": .played(WallaceWhittTrials.trial)
    // M/G/1, M/M/c, M/D/c, G/M/1, M/PH/c and whatever else is one queue and one group.
    case let family where family.hasPrefix("B.") && entry.params["lambda"]?.number != nil && entry.params["servers"] != nil:
      .played(StationTrials.trial)
    default: nil
    }
  }

  /// At least one of each routing rule and of each family that has a case cheap enough for every day (a dozen seconds), with the full statistical
  /// rule. Families that only the deep tier plays: `C.time_varying.shift_specific`, `G.touches.jackson`, `G.hold.department`,
  /// `G.escalation.groups_split`, `G.selfservice.erlang_c`, `G.recontact.same_type`, `.other_type` and `.groups`, `G.satisfaction.wait` and `.nps`; what happens
  /// in them happens here, too, under other formulas.
  static let everyDay: Set<String> = [
    "mg1_lognormal_rho0.5_cv0.5", "mg1_erlang4_rho0.5", "mmc_l0.5_c1", "mdc_l1.6_c2", "dm1_rho0.8", "e2m1_rho0.5", "mE25_l6_th0.5",
    "cobham_c1_0.4_0.4", "prio_np_abandon_A", "preemptive_resume_mm1_pr2", "c2_follow_ups_first",
    "N1_prio2", "N3_hetero", "N7_random_idle", "W1_prio1", "W2_longest", "X1", "invV_B_LIA", "invV_B_fast_first",
    "invV_B_most_idle_group", "hunt4_erlangA",
    "mm1_retrial_l.5", "erlangA_redial_.5",
    "shift_to_zero_preempt", "shift_to_zero_exhaustive",
    "blend_voice_chat_4", "pace_block_constant",
    "chat_2x4_noslow_least_loaded_first", "chat_2x4_noslow_most_loaded_first", "ps_lognormal_rho70",
    "pace_block_lognormal",
    "c1_mg1_lognormal_no_delay", "c1_three_touches_different_work", "everything_c1", "c3_constant",
    "hold_c2_s1", "front_c1_s1", "t1c1_t2c1",
    "c1_mg1_cost_constant", "c2_equal_means", "c1_patience_cost",
    "c4_erlangA", "c1_handover_factor",
    "single_cohort_no_attrition", "steep_ramp_high_attrition", "fractional_hire_week", "queue_1_veteran_1_new",
    "c2_at_most_1",
    "c4_wait_and_resolution_doubling", "c10_erlangA", "survey_dissatisfied_answer_more_sent_80pct",
    "pace4_exp_patience",
    "mtMinf_per6", "MMC", "SimpleMSK",
  ]

  /// The cases of a file for every day, and those that only the deep tier plays.
  static func played(_ file: String, isDeep: Bool = false) -> [ValidationCase] {
    ValidationFolder.cases(file).filter { entry in
      guard case .played = treatment(entry) else { return false }
      return isDeep != everyDay.contains(entry.id)
    }
  }

  /// As many comparisons at 99.9 % as a whole run of the tests makes, of which so many in a thousand miss by chance alone.
  static let comparisons: Double = {
    var trials: [Trial] = []
    for file in ValidationFolder.files {
      for entry in played(file) + (Tier.isDeep ? played(file, isDeep: true) : []) {
        if case .played(let make) = treatment(entry), let trial = try? make(entry) { trials.append(trial) }
      }
    }
    if let bench = ValidationFolder.bench("multi_skill"), let trial = try? BenchTrials.multiSkill(bench) { trials.append(trial) }
    let known = KnownAnswer.all.reduce(0) { $0 + $1.rows.count }
    return Double(known) + trials.flatMap(\.quantities).reduce(0.0) { $0 + $1.rule.comparisons }
  }()
}
