/// How customers find their contacts, and who of them says so.
extension KeyTable {
  static let satisfaction = KeyTable(
    "satisfaction", "`satisfaction`", help: "Whether customers are satisfied with a contact when it is over, and what a survey sees of it",
    example: "{model: {base: 2.6, wait: {per-doubling: -0.25, of: 1m}}, survey: {answers: 15%}}",
    [
      Key(
        "model", .section(.satisfactionModel),
        "the logit of satisfied, with your coefficients: the chance is 1 / (1 + exp(-logit)), drawn once for each contact that an agent answered",
        isRequired: true),
      Key("survey", .section(.survey), "who is asked, and who answers", leftOut: "nobody is asked"),
      Key("nps", .section(.recommendation), "whether customers would recommend the company", leftOut: "nothing is said of it"),
    ])

  static let satisfactionModel = KeyTable(
    "satisfaction-model", "the satisfaction model", help: "Coefficients of a logit; what is left out plays no part",
    example: "{base: 2.6, wait: {per-doubling: -0.25, of: 1m}, repeats: -0.6, unresolved: -2}",
    [
      Key("base", .number, "where nothing else counts: 2.2 is 90%, 2.9 is 95%", isRequired: true, example: "2.6"),
      Key("wait", .section(.slope), "the time to the first reply, on live channels to the answer", leftOut: "off"),
      Key("resolution", .section(.slope), "the time until it is over, without that in which it was solved", leftOut: "off"),
      Key("moves", .number, "each time that it went on in another contact type", leftOut: "off", example: "-0.4"),
      Key("repeats", .number, "each earlier contact of the same need, and each reopening", leftOut: "off", example: "-0.6"),
      Key("breach", .number, "a promise to it was broken", leftOut: "off", example: "-0.5"),
      Key("unresolved", .number, "it ended without being solved: cut off, or left after the first answer", leftOut: "off", example: "-2"),
      Key("by-segment", .named(.number), "by customer class", leftOut: "off", example: "{business: 0.2}"),
    ])

  static let slope = KeyTable(
    "slope", "a coefficient of a time", help: "`per-doubling` b `of` u is b × log2(1 + t ÷ u); `per` u `is` b is b × t ÷ u",
    example: "{per-doubling: -0.25, of: 1m}",
    [
      Key("per-doubling", .number, "what each doubling of a long time adds", leftOut: "`per` and `is` say it", example: "-0.25"),
      Key("of", .duration, "the time from which on it counts: so long adds one `per-doubling`", leftOut: "required with `per-doubling`"),
      Key("per", .duration, "a length of time", leftOut: "`per-doubling` and `of` say it", example: "1m"),
      Key("is", .number, "what each such length adds", leftOut: "required with `per`", example: "-0.08"),
    ])

  static let survey = KeyTable(
    "survey", "the survey", help: "Who says whether they were satisfied", example: "{sends: 80%, answers: 15%, answers-unsatisfied: 22%}",
    [
      Key("sends", .share, "of the contacts that are over and that an agent answered", leftOut: "all"),
      Key("answers", .share, "of those that get it; with `answers-unsatisfied`, of the satisfied ones", isRequired: true),
      Key("answers-unsatisfied", .share, "of those that get it and were not satisfied", leftOut: "as the satisfied ones"),
    ])

  static let recommendation = KeyTable(
    "nps", "`nps`", help: "Promoters, passives and detractors: two logits on one scale, one draw for each contact that an agent answered",
    example: "{promoter: 0.6, not-detractor: 2, wait: {per: 1m, is: -0.25}, answers: {promoter: 25%, passive: 12%, detractor: 20%}}",
    [
      Key("promoter", .number, "the logit of being one, where nothing else counts", isRequired: true, example: "0.6"),
      Key("not-detractor", .number, "the logit of being none, at least that of `promoter`", isRequired: true, example: "2"),
      Key("wait", .section(.slope), "the time to the first reply, in both", leftOut: "off"),
      Key("answers", .section(.recommendationAnswers), "who says so when asked", leftOut: "nobody is asked"),
    ])

  static let recommendationAnswers = KeyTable(
    "nps-answers", "the answers", help: "Who says what they are, of the contacts that are over and that an agent answered",
    example: "{promoter: 25%, passive: 12%, detractor: 20%}",
    [
      Key("promoter", .share, "of promoters", isRequired: true),
      Key("passive", .share, "of passives", isRequired: true),
      Key("detractor", .share, "of detractors", isRequired: true),
    ])
}
