/// The courses of needs, by their index; nothing where no contact causes another.
struct NeedBook {
  let isUsed: Bool
  let rules: CompiledReturns
  private var states: [NeedCourse] = []

  init(_ compiled: CompiledScenario) {
    rules = compiled.types.returns
    isUsed = rules.isUsed
  }

  mutating func begin() { states.removeAll(keepingCapacity: true) }

  mutating func open(_ need: Int32, _ state: NeedState) {
    let course = NeedCourse(entity: state.entity, type: state.type, openedAt: state.firstArrivedAt)
    while states.count <= Int(need) { states.append(course) }
    states[Int(need)] = course
  }

  subscript(need: Int32) -> NeedCourse {
    _read { yield states[Int(need)] }
    _modify { yield &states[Int(need)] }
  }
}
