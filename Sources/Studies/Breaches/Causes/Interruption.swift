import SupportModel

extension BreachCause {
  static let interruption = BreachCause(
    "interruption", "interruption", without: "work that was begun is finished before anything else",
    isIn: { scenario, _ in scenario.hasInterruptions },
    takeAway: { scenario, _ in for channel in scenario.channels.indices { scenario.channels[channel].interruption = nil } })
}
