extension Channel {
  /// Units that an agent can be divided into; concurrencies without a common multiple up to this many do not go together.
  package static let mostUnits = 1_000_000

  /// The least common multiple of concurrencies; more than `mostUnits` where it is larger than that.
  package static func unitsTogether(_ concurrencies: [Int]) -> Int {
    var units = 1
    for concurrency in concurrencies where units <= mostUnits {
      var (a, b) = (units, concurrency)
      while b != 0 { (a, b) = (b, a % b) }
      units = units / a * concurrency
    }
    return units
  }
}
