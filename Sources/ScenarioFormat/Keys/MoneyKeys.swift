import SupportModel

/// What happens in money: what customers are worth, what broken promises cost, and what it costs to remove an issue for good.
extension KeyTable {
  /// One worth for everybody, or one for each customer class.
  static let values: ValueKind = .either([.section(.customerValue), .named(.section(.customerValue))])

  static let customerValue = KeyTable(
    "value", "the value of customers", help: "What a customer is worth, and how many more of them leave by what happens to them",
    example: "{per-customer: 9000, churn: {unsatisfied: +6%, breach: +3%}}",
    [
      Key("per-customer", .number, "what is lost with a customer who leaves, in `currency`", isRequired: true, example: "9000"),
      Key("churn", .section(.churn), "how many more of them leave, in points of a share", isRequired: true),
    ])

  static let churn = KeyTable(
    "churn", "`churn`",
    help: "Points by which more customers leave; each counts once for the contacts of one need, and together they are at most 100%",
    example: "{unsatisfied: +6%, breach: +3%, gave-up: +4%}",
    [
      Key("unsatisfied", .share, "a contact was over and they were not satisfied with it", leftOut: "off", example: "6%"),
      Key("breach", .share, "a promise to a contact that was answered was broken", leftOut: "off", example: "3%"),
      Key(
        "gave-up", .share, "a contact ended before an agent answered: they left, were turned away, cut off or not reached", leftOut: "off",
        example: "4%"),
    ])

  static let penalty = KeyTable(
    "penalty", "penalty", help: "What a broken promise costs, by contact or by period", example: "{target: Phones 80/20, per-breach: 40}",
    [
      Key("target", .name(of: "target"), "whose promise, by name", isRequired: true, example: "Phones 80/20"),
      Key("for", selector, "which contact types of the target", leftOut: "all of them"),
      Key("per-breach", .number, "for each contact that the target's share counts as missed", leftOut: "`below` says it", example: "40"),
      Key(
        "below", .share, "the share of a period below which it costs something", leftOut: "`per-breach` says it", example: "80%"),
      Key(
        "each", .word(Penalty.Each.allCases.map(\.rawValue)),
        "the periods that are judged: calendar days, weeks from Monday, months; without dates days and weeks from the start",
        leftOut: "required with `below`"),
      Key("costs", .number, "for each such period", leftOut: "required with `below`", example: "12000"),
    ])

  static let removal = KeyTable(
    "removal", "removal", help: "A recurring issue is removed at its root: a share of the customers who would come with it do not",
    example: "{contacts: password-email, share: 60%, costs: 20000, from: 2026-10-05}",
    [
      Key("contacts", selector, "which contact types", isRequired: true),
      Key(
        "share", .share, "of those who would come for the first time; several removals of one type leave the product of what each leaves",
        isRequired: true, example: "60%"),
      Key("costs", .number, "once", leftOut: "nothing is said of it, and of when it pays back", example: "20000"),
      Key("from", .moment, "from when on", leftOut: "the start of the horizon", example: "2026-10-05"),
    ])
}
