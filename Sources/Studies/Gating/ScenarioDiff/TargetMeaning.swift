import SupportModel

/// All that a target asks, without its name.
struct TargetMeaning: Equatable {
  private var target: Target
  private var contacts: [String]
  private var calendar: String?

  init(_ target: Target, _ scenario: Scenario) {
    contacts = scenario.names(ofTypes: target.contactTypes).sorted()
    self.target = target
    self.target.name = ""
    self.target.contactTypes = []
    // A calendar is known by its name: what is in it is told elsewhere.
    calendar = target.terms.calendar.map { scenario.calendars[$0].name }
    self.target.terms.calendar = nil
  }
}
