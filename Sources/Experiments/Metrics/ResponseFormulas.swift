import ServiceMetrics
import SupportModel

extension MetricFormula.Entry {
  static let responses: [Self] =
    [(Metric.ttfrMean, Metric.ttfrMissing), (.ttrMean, .ttrMissing), (.nextResponseMean, .nextResponseMissing)].flatMap { mean, missing in
      [Self(mean, .span { .seconds($0.time, per: $0.measured) }), Self(missing, .span { .count($0.missing) })]
    } + [
      Self(.undecided, .target { .count($0.undecided) }),
      Self(.ifUndecidedMet, .treatedTarget { level($0, $1, isMet: true) }),
      Self(.ifUndecidedMissed, .treatedTarget { level($0, $1, isMet: false) }),
      Self(.fallsDue, .due { .count($0) }),
    ]

  private static func level(_ cell: TargetCell, _ abandons: Target.Abandons, isMet: Bool) -> Ratio {
    let level = cell.serviceLevel(abandons)
    return Ratio(level.met + (isMet ? cell.undecided : 0), per: level.of + cell.undecided)
  }
}
