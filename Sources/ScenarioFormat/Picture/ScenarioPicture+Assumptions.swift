import SimulationCore
import SupportModel

/// What the scenario takes for granted and the answer depends on, with what it does to the numbers. A default that nobody notices is a guess.
extension ScenarioPicture {
  func assumptions() -> [String] {
    variability() + leaving() + people() + start() + judging()
  }

  // MARK: Handle times

  /// Constant handle times wait less than those that vary: told with the factor for exponential ones of the same mean.
  private func variability() -> [String] {
    scenario.contactTypes.compactMap { type in
      guard let factor = ScenarioPicture.waitIfExponential(type) else { return nil }
      return "\(type.name): talk is always \(spelledOf(type.talk.pieces[0].distribution.mean)). Exponential of the same mean it would wait "
        + "\(rounded(factor)) times as long (Allen–Cunneen: waits grow with 1 + cv² of the handle time; where customers leave, less)"
    }
  }

  /// By how much waits grow with an exponential talk of the same mean instead of a constant one: (1 + cv²) of the handle time then ÷ now.
  /// nil where talk is not constant. Source: Allen, *Probability, Statistics, and Queueing Theory* (1978), the approximation of Allen & Cunneen.
  package static func waitIfExponential(_ type: ContactType) -> Double? {
    guard type.talk.pieces.count == 1, (type.wrapUp?.pieces.count ?? 1) == 1 else { return nil }
    let talk = type.talk.pieces[0].distribution
    let (wrapUp, spread) = (type.wrapUp?.pieces[0].distribution.mean ?? 0, type.wrapUp?.pieces[0].distribution.variance ?? 0)
    let mean = talk.mean + wrapUp
    guard talk.variance == 0, talk.mean > 0, mean.isFinite, spread.isFinite else { return nil }
    let square = mean * mean
    return (1 + (talk.mean * talk.mean + spread) / square) / (1 + spread / square)
  }

  private func spelledOf(_ seconds: Double) -> String { spelled(.seconds(seconds)) }
}
