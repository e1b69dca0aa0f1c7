/// A length of simulated time in whole microseconds.
@frozen
public struct TimeSpan: Comparable, Hashable, Sendable {
  /// Length in microseconds.
  public var microseconds: Int64

  @inlinable public init(microseconds: Int64) { self.microseconds = microseconds }

  /// The span nearest to a number of seconds. Values beyond ±2⁶² µs (146,000 years) are clamped, so that a heavy-tailed draw cannot overflow.
  @inlinable public init(seconds: Double) {
    self.microseconds = TimeSpan.microseconds(fromSeconds: seconds)
  }

  /// Rounded to the microsecond, halves away from zero.
  @inlinable public static func seconds(_ value: Double) -> Self { Self(seconds: value) }
  /// Of 60 seconds.
  @inlinable public static func minutes(_ value: Double) -> Self { Self(seconds: value * 60) }
  /// Of 3,600 seconds.
  @inlinable public static func hours(_ value: Double) -> Self { Self(seconds: value * 3600) }
  /// Of 86,400 seconds: elapsed time, not calendar days.
  @inlinable public static func days(_ value: Double) -> Self { Self(seconds: value * 86_400) }
  /// No time at all.
  public static let zero = TimeSpan(microseconds: 0)

  /// Length in seconds.
  @inlinable public var seconds: Double { Double(microseconds) * 1e-6 }

  @inlinable public static func < (a: Self, b: Self) -> Bool { a.microseconds < b.microseconds }
  @inlinable public static func + (a: Self, b: Self) -> Self { Self(microseconds: a.microseconds + b.microseconds) }
  @inlinable public static func - (a: Self, b: Self) -> Self { Self(microseconds: a.microseconds - b.microseconds) }

  /// Seconds to whole microseconds, rounded to nearest (halves away from zero) and clamped to ±2⁶².
  @inlinable @inline(__always)
  public static func microseconds(fromSeconds seconds: Double) -> Int64 {
    let scaled = seconds * 1e6
    if scaled >= 0x1p62 { return 1 << 62 }
    if scaled <= -0x1p62 { return -(1 << 62) }
    return Int64(scaled + (scaled < 0 ? -0.5 : 0.5))  // `rounded()` would be a library call
  }
}
