import SupportModel

/// How much is played and how sure it is to be. A gate has an error rate and a budget of its own; what `muster run` calls kept rests on these.
enum ExperimentDiff {
  static let section = ScenarioDiffSection(name: "experiment", kind: .conditions, covers: ["experiment"]) { pair in
    var list = ChangeList("experiment")
    let (before, now) = (pair.baseline.experiment, pair.candidate.experiment)
    list.text("", "seed", "\(before.seed)", "\(now.seed)", .neutral)
    list.number("", "replications", Double(before.replications), Double(now.replications), .lessIsWeaker) { .count($0) }
    list.number("", "confidence", before.confidence, now.confidence, .lessIsWeaker) { .share($0) }
    switch (before.precision, now.precision) {
    case (let old?, let new?):
      list.text("", "precision.metric", old.metric, new.metric, .unclear)
      list.text("", "precision.for", old.scope, new.scope, .unclear)
      if old.metric == new.metric {
        list.number("", "precision.half-width", old.halfWidth, new.halfWidth, .moreIsWeaker) { .count($0) }
      }
      list.number("", "precision.at-most", Double(old.atMost), Double(new.atMost), .lessIsWeaker) { .count($0) }
    case (let old?, nil): list.note("", "precision", .gone, from: .text(old.metric), .unclear)
    case (nil, let new?): list.note("", "precision", .new, to: .text(new.metric), .unclear)
    case (nil, nil): break
    }
    return list.all
  }
}
