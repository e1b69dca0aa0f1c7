import Testing

@testable import SupportModel

/// Cells add up as vectors of numbers; pictures and longest times do not.
@Suite struct RecordTests {
  private func fieldsAreNumbers<Cell: CountCell>(_ type: Cell.Type) -> Bool {
    Mirror(reflecting: Cell()).children.allSatisfy { $0.value is Int64 }
      && MemoryLayout<Cell>.size == 8 * Mirror(reflecting: Cell()).children.count
  }

  @Test func `Cells hold whole numbers and nothing else, so that adding them is adding vectors`() {
    #expect(
      fieldsAreNumbers(ContactCell.self) && fieldsAreNumbers(GroupCell.self) && fieldsAreNumbers(TargetCell.self)
        && fieldsAreNumbers(AgentTotals.self))
  }

  @Test func `Adding and taking away goes field by field`() {
    var a = TargetCell()
    a.accepted = 5
    a.undecided = 2
    var b = TargetCell()
    b.accepted = 7
    b.answered = 3
    let sum = a + b
    #expect(sum.accepted == 12 && sum.answered == 3 && sum.undecided == 2 && sum.abandoned == 0)
    #expect(sum - b == a && sum - a == b)
  }

  @Test func `A sum beyond the largest number stays there, and its neighbours are exact`() {
    var sum = TargetCell()
    (sum.accepted, sum.answered, sum.abandoned, sum.undecided) = (.max - 3, 5, -7, .max)
    var more = TargetCell()
    (more.accepted, more.answered, more.abandoned, more.undecided) = (4, 6, -8, -1)
    sum += more
    #expect(sum.accepted == .max && sum.answered == 11 && sum.abandoned == -15 && sum.undecided == .max - 1)
    sum += more
    #expect(sum.accepted == .max && sum.answered == 17)
  }

  @Test func `Squares of waits are exact to the unit they are counted in and do not depend on the order of adding`() {
    let waits: [Int64] = [1, 400, 1_024, 20_000_000, 86_400_000_000, 30 * 86_400_000_000, 300 * 86_400_000_000]
    var forward = ContactCell()
    var backward = ContactCell()
    for wait in waits { forward.addSquare(ofWait: wait) }
    for wait in waits.reversed() {
      var one = ContactCell()
      one.addSquare(ofWait: wait)
      backward += one
    }
    #expect(forward == backward)
    let exact = waits.reduce(0.0) { $0 + (Double($1) * 1e-6) * (Double($1) * 1e-6) }
    #expect(abs(forward.waitSquares / exact - 1) < 1e-9)
  }

  @Test func `The longest of several times is one of them`() {
    var longest = LongestTime()
    for time in [3, 9, 4] as [Int64] { longest.take(time) }
    var other = LongestTime()
    other.take(7)
    other.join(longest)
    #expect(longest.microseconds == 9 && other.microseconds == 9)
  }
}
