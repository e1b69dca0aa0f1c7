import SimulationCore

@testable import SupportModel

/// What is lost with customers who leave, and who does not come at all.
extension NaiveSimulator {
  /// By number of contact: how many more of its customers leave because of it, in millionths. What happened to the customer in an earlier contact of the
  /// need counts no second time, and all of it together is at most everybody.
  var leaving: [Int64: Int64] {
    var happened: [ObjectIdentifier: (unsatisfied: Bool, breach: Bool, gaveUp: Bool)] = [:]
    var result: [Int64: Int64] = [:]
    for contact in inOrderOfTheirEnds(contacts.filter(isOverAndCounted)) {
      guard let value = worth(of: scenario.contactTypes[contact.comesAs]) else { continue }
      let need = ObjectIdentifier((contact.first ?? contact).need)
      let before = happened[need] ?? (false, false, false)
      var now = before
      if contact.answeredAt == nil {
        now.gaveUp = true
      } else {
        if feedback(contact)?.isSatisfied == false { now.unsatisfied = true }
        if isBreached(contact) { now.breach = true }
      }
      happened[need] = now
      func share(_ what: (unsatisfied: Bool, breach: Bool, gaveUp: Bool)) -> Int64 {
        let points = (what.unsatisfied ? value.unsatisfied : 0) + (what.breach ? value.breach : 0) + (what.gaveUp ? value.gaveUp : 0)
        return Int64((min(1, points) * 1_000_000).rounded())
      }
      result[contact.number] = share(now) - share(before)
    }
    return result
  }

  /// Also of those that end at one instant: who comes in twice may give up as they come again.
  private func inOrderOfTheirEnds(_ contacts: [NaiveContact]) -> [NaiveContact] {
    var places: [Int64: Int] = [:]
    for (place, number) in ends.enumerated() { places[number] = place }
    func key(_ contact: NaiveContact) -> (Int64, Int, Int64) {
      (contact.endedAt ?? .max, places[contact.number] ?? .max, contact.number)
    }
    return contacts.sorted { key($0) < key($1) }
  }

  private func isOverAndCounted(_ contact: NaiveContact) -> Bool {
    guard contact.interval != nil, contact.isAtTheDoor, contact.parent == nil else { return false }
    if contact.answeredAt == nil { return ![.open, .merged, .handled].contains(contact.outcome) }
    return contact.outcome != .open && contact.outcome != .merged
  }

  private func worth(of type: ContactType) -> CustomerValue? {
    if let segment = type.segment, scenario.valueBySegment.indices.contains(segment), let value = scenario.valueBySegment[segment] {
      return value
    }
    return scenario.valueOfOthers
  }

  /// The issue of a customer who would come now is one that there is no more.
  func isRemoved(_ need: NaiveNeed) -> Bool {
    var left = 1.0
    for removal in scenario.removals where removal.contactTypes.contains(need.type) && removal.from.microseconds <= now {
      left *= 1 - removal.share
    }
    var numbers = stream("removed/\(need.stream)").generator(entity: need.entity, run: 0)
    if left == 1 || numbers.nextUniform() >= 1 - left { return false }
    if let interval = interval(at: now) { removedCells[interval * scenario.contactTypes.count + need.type, default: 0] += 1 }
    return true
  }
}
