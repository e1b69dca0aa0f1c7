/// The longest of some times, µs; 0 of none. Two of them are joined by taking the longer one; they are never added.
package struct LongestTime: Sendable, Equatable, BitwiseCopyable {
  package private(set) var microseconds: Int64 = 0

  package init() {}

  @inline(__always)
  package mutating func take(_ time: Int64) { microseconds = max(microseconds, time) }

  package mutating func join(_ other: LongestTime) { take(other.microseconds) }
}
