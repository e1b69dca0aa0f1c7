/// What a broken promise costs: so much for each contact that broke it, or for each day, week or month in which too few kept it.
package struct Penalty: Sendable, Equatable {
  /// By which days attainment is judged.
  package enum Each: String, Sendable, CaseIterable {
    case day, week, month
  }

  package enum Charge: Sendable, Equatable {
    /// Money for each contact (for `next-response` each message) that the target's share counts as missed.
    case perBreach(Double)
    /// Money for each period in which the target's share is below this one, from 0 to 1.
    case below(Double, each: Each, costs: Double)
  }

  /// Index into `Scenario.targets`.
  package var target: Int
  /// Contact types of the target that it is about.
  package var contactTypes: [Int]
  /// What reports call these; empty: all of the target.
  package var label: String
  package var charge: Charge
  /// Intervals of the periods that are judged, in order: those of which the counted horizon holds every day. Empty where breaches are charged.
  package var periods: [Range<Int>] = []
  /// Periods that an end of the counted horizon cuts off: nothing is judged of them.
  package var periodsCutOff = 0

  package init(target: Int, contactTypes: [Int], label: String = "", charge: Charge) {
    self.target = target
    self.contactTypes = contactTypes
    self.label = label
    self.charge = charge
  }

  /// It is judged by the share of a period.
  package var isByPeriod: Bool {
    switch charge {
    case .perBreach: false
    case .below: true
    }
  }
}
