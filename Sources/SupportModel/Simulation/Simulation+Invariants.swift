extension Simulation {
  mutating func checkInvariants() {}
}
