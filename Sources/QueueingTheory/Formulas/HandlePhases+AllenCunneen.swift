extension HandlePhases {
  /// The chain for so many agents is small enough to be solved in passing.
  func suits(_ agents: Int) -> Bool {
    var ways = 1.0
    for k in 1..<max(1, count) { ways *= Double(agents + k) / Double(k) }
    return ways <= 250
  }
}
