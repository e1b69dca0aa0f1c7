package import Experiments
import ReportKit
import SimulationCore
package import SupportModel

/// Remarks in plain sentences, their numbers rounded for reading.
package enum RemarkWords {
  package static func sentences(_ remarks: [Remark], _ scenario: Scenario) -> [String] { remarks.map { sentence($0, scenario) } }

  package static func sentence(_ remark: Remark, _ scenario: Scenario) -> String {
    func type(_ index: Int) -> String { scenario.contactTypes[index].name }
    func groups(_ indices: [Int]) -> String { list(indices.map { scenario.groups[$0].name }) }
    switch remark {
    case .neverServed(let index, let came, let isPossible):
      let sentence = "No \(type(index)) contact was ever handled, of \(number(came)) on average"
      return isPossible ? sentence + "." : sentence + ": no group has all the skills it needs."
    case .nobodyThere(let index, let able, let intervals, let came):
      return "Nobody who can take \(type(index)) (\(groups(able))) was there \(times(intervals, scenario)); "
        + "on average \(number(came)) contacts arrived in that time and had to wait."
    case .stillOpen(let index, let open, let share, let medianAge, let phases):
      let age = medianAge.map { ", half of them for \(Words.duration($0)) or longer" } ?? ""
      let places = phases.map { ": \(words($0, scenario))" } ?? ""
      return
        "On average \(number(open)) \(type(index)) contacts (\(percent(share)) of those offered) were still open when play ended\(places)\(age), because "
        + "\(whyOpen(phases, scenario))."
    case .blocked(let index, let blocked, let share, let why):
      let reasons = why.isEmpty ? "" : ": " + list(why.map(words))
      return "\(percent(share)) of \(type(index)) contacts were refused entry, on average \(number(blocked))\(reasons)."
    case .disconnected(let index, let disconnected, let share):
      return "\(percent(share)) of \(type(index)) contacts were cut off, on average \(number(disconnected)): "
        + "still waiting \(scenario.contactTypes[index].nobodyThere?.waiting == .disconnect ? "at closing time or when the last one went" : "at closing time"), "
        + "or in hand when a shift ended."
    case .overloaded(let index, let able, let occupancy, let waiting):
      return "\(type(index)) is overloaded: \(groups(able)) were busy \(percent(occupancy)) of the time "
        + "and \(number(waiting)) contacts were waiting at the end of the horizon; its waits grow with the length of the horizon."
    case .gaveUp(let index, let abandoned, let share):
      return "\(percent(share)) of \(type(index)) contacts left before they were answered, on average \(number(abandoned))."
    case .pastTheShift(let group, let hours, let share):
      return
        "\(scenario.groups[group].name) worked \(number(hours)) hours past the end of shifts on average (\(percent(share)) of paid time)."
    case .overTheLimit(let group, let share, let limit, let occupancy, let worst):
      return
        "\(scenario.groups[group].name) was over the occupancy limit of \(Words.percent(limit)) in \(percent(share)) of its working hours, most often in "
        + "the \(ReportContext.intervalName(scenario)) from \(scenario.horizon.intervals[worst].shortLabel) (over the whole horizon it was busy "
        + "\(percent(occupancy)) of the time): people do not keep up such a pace for long."
    }
  }

  /// `12 waiting, 3 pending on the customer`
  private static func words(_ phases: Remark.OpenPhases, _ scenario: Scenario) -> String {
    let parts: [(Double, String)] = [
      (phases.waiting, "waiting"), (phases.inHand, "in hand"), (phases.pending, "pending on the customer"),
      (phases.onHold, away(scenario)),
    ]
    return list(parts.filter { $0.0 > 0 }.map { "\(number($0.0)) \($0.1)" })
  }

  /// What contacts wait for that are neither in a queue, nor in hand, nor with the customer.
  private static func away(_ scenario: Scenario) -> String {
    let isApproved = scenario.contactTypes.contains { $0.approval != nil }
    let isHeld = scenario.contactTypes.contains { !$0.holds.isEmpty }
    let waitsElsewhere = scenario.hasIncidents || scenario.contactTypes.contains { type in type.moves.contains { $0.delay != nil } }
    switch (isApproved, isHeld || waitsElsewhere) {
    case (true, false): return "awaiting approval"
    case (true, true): return "on hold or awaiting approval"
    case (false, _): return waitsElsewhere ? "on hold" : "on hold with another party"
    }
  }

  private static func whyOpen(_ phases: Remark.OpenPhases?, _ scenario: Scenario) -> String {
    if scenario.horizon.atEnd == .cut { return "play is cut at the end of the horizon" }
    guard let phases, phases.pending + phases.onHold > 0 else { return "nobody who can take them was left to finish them" }
    if phases.waiting + phases.inHand > 0 { return "nobody who can take them was left, or nothing more was to come" }
    return "nothing more was to come: no answer, no close and no end of a hold"
  }

  private static func words(_ why: Remark.Refusal) -> String {
    switch why {
    case .queueHolds(let limit): "the queue holds \(limit)"
    case .sharedQueueHolds(let limit): "the shared queue holds \(limit)"
    case .lines(let limit): "there are \(limit) lines"
    case .closedOutsideHours: "it is closed outside its opening hours"
    case .nobodyThere: "it is refused while nobody who could take it is there"
    }
  }

  /// `from 22:00 to 06:00 and from 12:00 to the end`; of many stretches the first three.
  private static func times(_ stretches: [ClosedRange<Int>], _ scenario: Scenario) -> String {
    let intervals = scenario.horizon.intervals
    let times = stretches.prefix(3).map { stretch in
      let next = stretch.upperBound + 1
      return "from \(intervals[stretch.lowerBound].shortLabel) to \(next < intervals.count ? intervals[next].shortLabel : "the end")"
    }
    return list(times + (stretches.count > 3 ? ["\(stretches.count - 3) more times"] : []))
  }

  /// `41`, `4.1`, `0.32`: about two or three significant digits.
  package static func number(_ value: Double) -> String {
    if value >= 10 { return grouped(Int64(saturating: value.rounded())) }
    let places: Int64 = value >= 1 ? 10 : 100
    let scaled = Int64(saturating: (value * Double(places)).rounded())
    let fraction = scaled % places
    if fraction == 0 { return "\(scaled / places)" }
    if places == 100, fraction % 10 == 0 { return "\(scaled / places).\(fraction / 10)" }
    return "\(scaled / places)." + (places == 100 && fraction < 10 ? "0\(fraction)" : "\(fraction)")
  }

  /// `12 %`, `0.4 %`, `less than 0.01 %`.
  package static func percent(_ share: Double) -> String {
    if share > 0, share < 0.0001 { return "less than 0.01 %" }
    return number(share * 100) + " %"
  }

  /// `a`, `a and b`, `a, b and c`.
  package static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func grouped(_ value: Int64) -> String {
    let digits = String(value)
    var words = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { words += "," }
      words.append(digit)
    }
    return words
  }
}
