/// An instant of the simulation: whole microseconds since the start of the played horizon.
///
/// Negative instants lie before the horizon (work that was already open when it began).
/// Calendars, time zones and daylight saving are resolved to instants before a run; nothing here knows a date.
@frozen
public struct SimInstant: Comparable, Hashable, Sendable {
  /// Microseconds since the start of the played horizon.
  public var microseconds: Int64

  @inlinable public init(microseconds: Int64) { self.microseconds = microseconds }

  /// The start of the played horizon.
  public static let zero = SimInstant(microseconds: 0)

  /// Earlier.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.microseconds < b.microseconds }
  @inlinable public static func + (a: Self, b: TimeSpan) -> Self { Self(microseconds: a.microseconds + b.microseconds) }
  @inlinable public static func - (a: Self, b: TimeSpan) -> Self { Self(microseconds: a.microseconds - b.microseconds) }
  /// How much later `a` is than `b`; negative when it is earlier.
  @inlinable public static func - (a: Self, b: Self) -> TimeSpan { TimeSpan(microseconds: a.microseconds - b.microseconds) }

  /// Seconds since the start of the played horizon.
  @inlinable public var seconds: Double { Double(microseconds) * 1e-6 }
}
