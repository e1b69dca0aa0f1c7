import Experiments
package import ReportKit
import ServiceMetrics
import SimulationCore
import Staffing
import Studies
import SupportModel

/// What removing recurring issues at their root saves a week, and when what it costs has come back: a table for each option that does it.
package enum RemovalSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "removals", title: "Removed at the root",
    help: "contacts, work and money that an option saves a week by removing recurring issues, and when it pays back"
  ) { context in
    let tables = context.result.options.indices.compactMap { option in
      context.result.options[option].removal.map { ReportBlock.table(table(context, option, $0)) }
    }
    if tables.isEmpty { return [] }
    return tables + [
      .sentence(
        ReportText(
          "The freed hours are worth what a paid hour of \(context.name(0)) costs, if as many are taken off the roster or have better use. As played, nobody is: "
            + "there only overtime and penalties change, and what else the option changes.", .muted))
    ]
  }

  private static func table(_ context: ComparisonContext, _ option: Int, _ effect: RemovalEffect) -> ReportTable {
    let name = context.name(0)
    var rows: [[ReportText]] = []
    func row(_ what: String, _ value: PairedEstimate, _ quantity: Quantity) {
      rows.append([ReportText(what), saved(value, quantity)])
    }
    let weekly = effect.weeks > 0 ? 1 / effect.weeks : 0
    row("contacts fewer a week", effect.contacts.scaled(by: -weekly), .count)
    let hours = effect.workHours.scaled(by: -weekly)
    row("hours of work fewer a week", hours, .hours)
    let money = Quantity(metric: .staffingCost, currency: context.currency)
    if let rate = effect.perPaidHour {
      let worth = hours.scaled(by: rate)
      row("worth a week, at \(Words.number(rate, money)) a paid hour", worth, money)
      pay(effect, "pays back by these hours", worth.difference, worth.low, worth.high, &rows)
    }
    let needed = formulaHours(context, option, effect)
    if let needed {
      rows.append([
        ReportText("paid hours needed fewer a week, by formula"), ReportText(Words.number(needed, .hours), number: ReportNumber(needed)),
      ])
      if let rate = effect.perPaidHour {
        rows.append([
          ReportText("worth of these paid hours a week"),
          ReportText(Words.number(needed * rate, money), number: ReportNumber(needed * rate)),
        ])
        pay(effect, "pays back by the formula's hours", needed * rate, nil, nil, &rows)
      }
    }
    if let cost = effect.cost?.scaled(by: -weekly) {
      row("less to pay a week, as played", cost, money)
      pay(effect, "pays back as played", cost.difference, cost.low, cost.high, &rows)
    }
    let price = effect.costs.map { ", \(Words.number($0, money)) once" } ?? ""
    return ReportTable(
      columns: [
        .init("\(context.name(option)) against \(name)\(price)", mayShorten: true), .init("mean (\(context.confidence) interval)"),
      ],
      rows: rows)
  }

  private static func saved(_ value: PairedEstimate, _ quantity: Quantity) -> ReportText {
    ReportText(
      Words.estimate(value.difference, low: value.low, high: value.high, quantity),
      number: value.difference.map { ReportNumber($0, low: value.low, high: value.high) })
  }

  private static func pay(
    _ effect: RemovalEffect, _ what: String, _ saved: Double?, _ low: Double?, _ high: Double?, _ rows: inout [[ReportText]]
  ) {
    guard let costs = effect.costs, costs > 0 else { return }
    rows.append([ReportText(what), words(Payback(costs, saved: saved, low: low, high: high), isExact: low == nil)])
  }

  /// `after 29 weeks (25–34)`
  private static func words(_ payback: Payback, isExact: Bool) -> ReportText {
    func number(_ weeks: Double) -> String { Words.fixed(weeks, decimals: weeks < 10 ? 1 : 0) }
    let most = Words.fixed(Payback.mostWeeks, decimals: 0)
    guard let weeks = payback.weeks else {
      let perhaps = payback.earliest.map { "; at best after \(number($0))" } ?? ""
      return ReportText("not within \(most) weeks\(perhaps)", payback.earliest == nil ? .bad : .unsure)
    }
    let text = "after \(number(weeks)) weeks"
    if isExact { return ReportText(text, number: ReportNumber(weeks)) }
    let range =
      payback.latest.map { "(\(payback.earliest.map(number) ?? "0")–\(number($0)))" }
      ?? "(\(payback.earliest.map(number) ?? "0") or more, perhaps not within \(most))"
    return ReportText("\(text) \(range)", number: ReportNumber(weeks, low: payback.earliest, high: payback.latest))
  }

  /// Paid hours a week by which the formula asks for fewer people than in the first option; nil where it has no answer for one of the two. Who is
  /// away in paid time is as in the first option.
  private static func formulaHours(_ context: ComparisonContext, _ option: Int, _ effect: RemovalEffect) -> Double? {
    func hours(_ option: Int) -> Double? {
      let compared = context.result.options[option]
      guard let course = context.result.options[0].course,
        let people = try? FormulaPeople(compared.scenario, onFloor: course.atWork).everyone
      else { return nil }
      let intervals = compared.scenario.horizon.intervals
      return zip(people, intervals).reduce(0) { $0 + ($1.0 ?? 0) * ($1.1.end - $1.1.start).seconds / 3_600 }
    }
    guard effect.weeks > 0, let paid = effect.paidPerHour,
      context.result.options[option].scenario.groups.count == context.result.options[0].scenario.groups.count,
      let before = hours(0), let now = hours(option)
    else { return nil }
    return (before - now) * paid / effect.weeks
  }
}
