/// What the clocks of one promise go by. An object, for the event loop asks it all the time: a value would be copied with the dozen arrays
/// behind it, and threads would wait for each other to count their owners.
package final class ClockRule: Sendable {
  package let measure: Target.Measure
  package let durations: ClockDurations
  package let terms: ClockTerms
  package let hours: ClockHours

  package init(_ measure: Target.Measure, _ durations: ClockDurations, _ terms: ClockTerms, _ hours: ClockHours) {
    self.measure = measure
    self.durations = durations
    self.terms = terms
    self.hours = hours
  }
}
