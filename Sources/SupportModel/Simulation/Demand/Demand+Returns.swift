import SimulationCore

/// Contacts that others cause: their keys, and the numbers that decide about them.
extension Demand {
  /// The key of a contact that one with another key causes; `ordinal`: how many of the need had the same cause before. 48 bits, of which the
  /// first is set: no customer who comes by themselves has it.
  static func key(_ parent: UInt64, _ cause: ContactCause, _ ordinal: Int32) -> UInt64 {
    func mix(_ value: UInt64) -> UInt64 {
      var z = value &+ 0x9E37_79B9_7F4A_7C15
      z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z &>> 31)
    }
    return mix(parent ^ mix(cause.rawValue &<< 32 | UInt64(ordinal))) &>> 16 | 1 &<< 47
  }

  private mutating func stream(_ draw: ReturnDraw, _ need: Int32, touch: Int32) -> RandomStream {
    returnStreams[Int(needs[need].source) * ReturnDraw.allCases.count + draw.rawValue].part(UInt32(touch - 1))
  }

  private mutating func run(_ need: Int32) -> UInt16 { UInt16(truncatingIfNeeded: needs[need].attempt) }

  /// A uniform number to hold against a share.
  mutating func uniform(_ draw: ReturnDraw, _ need: Int32, touch: Int32 = 1) -> Double {
    stream(draw, need, touch: touch).uniform(entity: needs[need].entity, run: run(need))
  }

  /// A length of time in µs.
  mutating func time(_ draw: ReturnDraw, _ need: Int32, touch: Int32 = 1, by law: Int32) -> Int64 {
    TimeSpan.microseconds(
      fromSeconds: samplers.sample(Int(law), from: stream(draw, need, touch: touch), entity: needs[need].entity, run: run(need)))
  }

  /// The next contact of a need is a new one with a key of its own; it comes at an instant, as a declared type (-1: as the last).
  mutating func beginCaused(_ need: Int32, _ cause: ContactCause, _ ordinal: Int32, as type: Int32, at instant: Int64) {
    courses[need].underOtherKeys += needs[need].attempt + 1
    needs[need].entity = Demand.key(needs[need].entity, cause, ordinal)
    needs[need].attempt = 0
    needs[need].workRun = 0
    needs[need].patienceRun = 0
    needs[need].firstArrivedAt = instant
    courses[need].handle = 1
    if type < 0 { return }
    // A customer differs from others in the same way whatever they come with.
    needs[need].type = mixOfType[Int(type)] < 0 ? type : variant(of: mixOfType[Int(type)], needs[need].source, customer(need))
  }

  /// A customer asks after a contact: what keeps the key of the chaser, and is no need.
  mutating func openChaser(of parent: Int32, type: Int32, at instant: Int64) -> Int32 {
    let entity = Demand.key(needs[parent].entity, .chaser, courses[parent].chases)
    courses[parent].chases += 1
    let need = open(source: needs[parent].source, entity: entity, type: type, at: instant)
    courses[need].parent = parent
    courses[need].number = courses[parent].number
    return need
  }

  /// A customer comes in a second time: what keeps the key of that contact, and is counted with the need of the first.
  mutating func openDuplicate(of first: Int32, _ rule: CompiledReturns.DuplicateRule, at instant: Int64) -> Int32 {
    let course = courses[first]
    let mix = mixOfType[Int(rule.type)]
    let type = mix < 0 ? rule.type : variant(of: mix, needs[first].source, customer(first))
    let second = open(
      source: needs[first].source, entity: Demand.key(needs[first].entity, .duplicate, course.duplicates), type: type, at: instant)
    needs[first].open += 1
    courses[first].contacts += 1
    courses[first].duplicates += 1
    courses[first].mergingTakes = rule.takes
    courses[second].isDuplicate = true
    courses[second].parent = first
    courses[second].mergingTakes = rule.takes
    courses[second].underOtherKeys = course.contacts
    courses[second].number = course.number
    courses[second].entity = course.entity
    courses[second].type = course.type
    courses[second].interval = course.interval
    courses[second].openedAt = course.openedAt
    return second
  }

  /// Who it is whatever they come with: the entity of the first contact of the need.
  @inline(__always)
  mutating func customer(_ need: Int32) -> UInt64 { courses.isUsed ? courses[need].entity : needs[need].entity }

  /// Contacts of a need before the present or planned one.
  @inline(__always)
  mutating func contactsBefore(_ need: Int32) -> Int32 {
    courses.isUsed ? courses[need].underOtherKeys + needs[need].attempt : needs[need].attempt
  }
}
