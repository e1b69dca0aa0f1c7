import SimulationCore

/// The differences of one section as they are found.
struct ChangeList {
  /// Which way a number weakens a promise.
  enum Sense {
    case lessIsWeaker, moreIsWeaker, unclear, neutral

    func effect(from before: Double, to now: Double) -> ScenarioChange.Effect {
      switch self {
      case .lessIsWeaker: now < before ? .weaker : .stronger
      case .moreIsWeaker: now > before ? .weaker : .stronger
      case .unclear: .unclear
      case .neutral: .neutral
      }
    }
  }

  let section: String
  private(set) var all: [ScenarioChange] = []

  init(_ section: String) { self.section = section }

  mutating func note(
    _ subject: String, _ aspect: String, _ event: ScenarioChange.Event = .changed, from before: ScenarioChange.Value? = nil,
    to now: ScenarioChange.Value? = nil, _ effect: ScenarioChange.Effect
  ) {
    all.append(ScenarioChange(section, subject, aspect, event, from: before, to: now, effect))
  }

  /// A change that fits into no value.
  mutating func note(_ subject: String, _ aspect: String, _ effect: ScenarioChange.Effect) { note(subject, aspect, .changed, effect) }

  /// A number that is or is not set; `absent`: what it means where it is not.
  mutating func number(
    _ subject: String, _ aspect: String, _ before: Double?, _ now: Double?, absent: Double = 0, _ sense: Sense,
    as value: (Double) -> ScenarioChange.Value
  ) {
    guard before != now else { return }
    let effect = sense.effect(from: before ?? absent, to: now ?? absent)
    // Set to what it means anyway.
    guard before ?? absent != now ?? absent else { return }
    note(subject, aspect, from: before.map(value), to: now.map(value), effect)
  }

  mutating func duration(_ subject: String, _ aspect: String, _ before: TimeSpan?, _ now: TimeSpan?, _ sense: Sense) {
    number(subject, aspect, before?.seconds, now?.seconds, sense) { .duration($0) }
  }

  mutating func text(_ subject: String, _ aspect: String, _ before: String?, _ now: String?, _ effect: ScenarioChange.Effect) {
    guard before != now else { return }
    note(subject, aspect, from: before.map { .text($0) }, to: now.map { .text($0) }, effect)
  }

  mutating func names(_ subject: String, _ aspect: String, _ before: [String], _ now: [String], _ effect: ScenarioChange.Effect) {
    guard before != now else { return }
    note(subject, aspect, from: .names(before), to: .names(now), effect)
  }

  /// A random quantity; nil: there is none.
  mutating func law(
    _ subject: String, _ aspect: String, _ before: LawTraits?, _ now: LawTraits?, _ sense: Sense, isTime: Bool = true
  ) {
    guard before != now else { return }
    note(
      subject, aspect, from: before?.value(isTime: isTime), to: now?.value(isTime: isTime), LawTraits.effect(from: before, to: now, sense))
  }
}
