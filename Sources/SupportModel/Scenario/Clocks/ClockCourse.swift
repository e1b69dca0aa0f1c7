/// What moves the clock of a promise: what it times, and on which terms. Plain values, for the event loop reads them all the time.
package struct ClockCourse: Sendable, BitwiseCopyable {
  package let measure: Target.Measure
  package let terms: ClockTerms
}
