import SupportModel

extension Metric {
  /// How long until customers hear back, and until they are helped; from arrival, every hour counted.
  static let responsesFamily: [Metric] =
    firstResponseFamily + resolutionFamily + nextResponseFamily + [.undecided, .ifUndecidedMet, .ifUndecidedMissed, .fallsDue]

  private static let firstResponseFamily: [Metric] = [
    .ttfrMean, .ttfrP50, .ttfrP80, .ttfrP90, .ttfrP95, .ttfrP99, .ttfrMissing,
  ]
  private static let resolutionFamily: [Metric] = [.ttrMean, .ttrP50, .ttrP80, .ttrP90, .ttrP95, .ttrP99, .ttrMissing]
  private static let nextResponseFamily: [Metric] = [
    .nextResponseMean, .nextResponseP50, .nextResponseP80, .nextResponseP90, .nextResponseP95, .nextResponseP99, .nextResponseMissing,
  ]

  package static let ttfrMean = mean(
    "ttfr", .firstResponse, "time to first response: from arrival to the first reply, on live channels to the answer")
  package static let ttfrP50 = percentile("ttfr", .firstResponse, 0.50)
  package static let ttfrP80 = percentile("ttfr", .firstResponse, 0.80)
  package static let ttfrP90 = percentile("ttfr", .firstResponse, 0.90)
  package static let ttfrP95 = percentile("ttfr", .firstResponse, 0.95)
  package static let ttfrP99 = percentile("ttfr", .firstResponse, 0.99)
  package static let ttfrMissing = missing("ttfr", .firstResponse)

  package static let ttrMean = mean("ttr", .resolution, "time to resolution: from arrival until the contact is solved")
  package static let ttrP50 = percentile("ttr", .resolution, 0.50)
  package static let ttrP80 = percentile("ttr", .resolution, 0.80)
  package static let ttrP90 = percentile("ttr", .resolution, 0.90)
  package static let ttrP95 = percentile("ttr", .resolution, 0.95)
  package static let ttrP99 = percentile("ttr", .resolution, 0.99)
  package static let ttrMissing = missing("ttr", .resolution)

  package static let nextResponseMean = mean(
    "next-response", .nextResponse, "time to the next response: from a customer's message that nobody has answered to the next reply")
  package static let nextResponseP50 = percentile("next-response", .nextResponse, 0.50)
  package static let nextResponseP80 = percentile("next-response", .nextResponse, 0.80)
  package static let nextResponseP90 = percentile("next-response", .nextResponse, 0.90)
  package static let nextResponseP95 = percentile("next-response", .nextResponse, 0.95)
  package static let nextResponseP99 = percentile("next-response", .nextResponse, 0.99)
  package static let nextResponseMissing = missing("next-response", .nextResponse)

  package static let undecided = Metric(
    "undecided", .responses, .count, .neutral, of: .clockedTargets,
    "Contacts of the target whose clock still ran within its time when play ended, mean per play: neither met nor missed, and not in the share."
  )

  package static let ifUndecidedMet = Metric(
    "service-level-if-met", .responses, .share, .higherIsBetter, of: .clockedTargets,
    "Service level of the target in its own treatment of abandons, with every undecided contact counted as met.")

  package static let ifUndecidedMissed = Metric(
    "service-level-if-missed", .responses, .share, .higherIsBetter, of: .clockedTargets,
    "Service level of the target in its own treatment of abandons, with every undecided contact counted as missed.")

  package static let fallsDue = Metric(
    "falls-due", .responses, .count, .neutral, of: .clockedTargets,
    "Contacts whose clock for the target is used up in the interval, or would be if nobody stopped it, mean per play; pauses have moved it."
  )

  private static func mean(_ name: String, _ span: TimedSpan, _ meaning: String) -> Metric {
    Metric(
      "\(name)-mean", .responses, .seconds, .lowerIsBetter, of: .measuredContacts(span), span: span,
      "Mean \(meaning); every hour counts. What was not over when play ended is left out and counted in \(name)-missing.")
  }

  private static func percentile(_ name: String, _ span: TimedSpan, _ share: Double) -> Metric {
    let percent = Int((share * 100).rounded())
    return Metric(
      "\(name)-p\(percent)", .responses, .seconds, .lowerIsBetter, of: .measuredContacts(span), span: span, percentile: share,
      "\(percent) % of these times (\(name)-mean) were no longer than this; what was not over when play ended is longer than everything.")
  }

  private static func missing(_ name: String, _ span: TimedSpan) -> Metric {
    Metric(
      "\(name)-missing", .responses, .count, .lowerIsBetter, of: .measuredContacts(span), span: span,
      "Of what \(name)-mean is about: not over when play ended, mean per play.")
  }
}
