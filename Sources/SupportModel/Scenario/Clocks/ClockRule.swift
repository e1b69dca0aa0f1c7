/// What the clocks of one promise go by. An object, so that passing it on copies none of the dozen arrays behind it.
package final class ClockRule: Sendable {
  package let course: ClockCourse
  package let durations: ClockDurations
  package let hours: ClockHours
  package var measure: Target.Measure { course.measure }
  package var terms: ClockTerms { course.terms }

  package init(_ measure: Target.Measure, _ durations: ClockDurations, _ terms: ClockTerms, _ hours: ClockHours) {
    course = ClockCourse(measure: measure, terms: terms)
    self.durations = durations
    self.hours = hours
  }
}
