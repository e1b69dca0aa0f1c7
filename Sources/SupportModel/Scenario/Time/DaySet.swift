/// A set of days of the week.
package struct DaySet: Equatable, Hashable, Sendable {
  /// Bit 0 is Monday, bit 6 Sunday.
  package var bits: UInt8

  package init(bits: UInt8) { self.bits = bits & 0x7F }

  /// As when a scenario names no days.
  package static let everyDay = DaySet(bits: 0x7F)

  /// The only set that a scenario without dates can have.
  package var isEveryDay: Bool { bits == 0x7F }

  /// Weekday 0 is Monday.
  package func contains(weekday: Int) -> Bool { bits & (1 << weekday) != 0 }
}
