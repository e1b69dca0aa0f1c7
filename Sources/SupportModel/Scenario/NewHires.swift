package import SimulationCore

extension AgentGroup {
  /// How much longer a beginner takes, and for how long they are one: the factor on handle time falls in a straight line from `startsAt` to 1
  /// over `length` of tenure, a calendar week being seven days. Work takes the factor of the instant at which it begins or goes on.
  package struct Ramp: Sendable, Equatable {
    /// Multiplier on talk and wrap-up on the first day, 1 or more.
    package var startsAt: Double
    /// Tenure from which on somebody works like everybody else; nothing: from the first day.
    package var length: TimeSpan

    package init(startsAt: Double, length: TimeSpan) {
      self.startsAt = startsAt
      self.length = length
    }

    /// It makes nobody slower.
    package var isFlat: Bool { startsAt == 1 || length <= .zero }

    /// Multiplier on handle time of somebody who has been there for so long.
    package func factor(tenure: TimeSpan) -> Double {
      if tenure >= length { return 1 }
      return startsAt - (startsAt - 1) * (Double(max(0, tenure.microseconds)) / Double(length.microseconds))
    }
  }

  /// People who have begun a while before the horizon, all on one day; how much longer they take is the group's ramp.
  package struct NewHires: Sendable, Equatable {
    /// Of those who are there from the start, rounded to whole ones, spread evenly over the list of them.
    package var share: Double
    /// At the start of the horizon.
    package var tenure: TimeSpan

    package init(share: Double, tenure: TimeSpan) {
      self.share = share
      self.tenure = tenure
    }

    /// How many of so many people are new.
    package func count(of people: Int) -> Int { Int((share * Double(people)).rounded()) }

    /// Whether one of so many people is new, by place in their list.
    package func includes(_ place: Int, of people: Int) -> Bool {
      let new = count(of: people)
      return people > 0 && (place + 1) * new / people > place * new / people
    }
  }
}

extension Scenario {
  /// Tenure grows with the calendar; in a scenario without dates it stands still.
  package var tenureAdvances: Bool { horizon.startDate != nil }
}
