import SimulationCore
import SupportModel

/// What a distribution is, whatever it is called: an exponential and a gamma of shape 1 with the same mean are one law.
///
/// A box does not say what it holds, so laws are told apart by their quantiles and moments, bit for bit.
struct LawTraits: Sendable, Equatable {
  private struct Piece: Sendable, Equatable {
    /// Start in µs.
    var from: Int64
    var moments: [UInt64]
    var quantiles: [Double]
    var mean: Double

    init(from: Int64, _ law: AnyDistribution) {
      self.from = from
      mean = law.mean
      moments = [law.mean, law.variance].map { $0.isNaN ? 0 : $0.bitPattern }
      quantiles = Self.shares.map { law.quantile($0) }
    }

    static let shares = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999]
  }

  private var pieces: [Piece]

  init?(_ law: AnyDistribution?) {
    guard let law else { return nil }
    pieces = [Piece(from: 0, law)]
  }

  init?(_ timed: TimedDistribution?) {
    guard let timed else { return nil }
    // The first rules before its own beginning too, and a piece that says what the one before it says is none.
    var kept: [Piece] = []
    for (index, piece) in timed.pieces.enumerated() {
      let next = Piece(from: index == 0 ? 0 : piece.from.microseconds, piece.distribution)
      if let last = kept.last, last.quantiles == next.quantiles, last.moments == next.moments { continue }
      kept.append(next)
    }
    pieces = kept
  }

  /// Of several by time the mean of them, which is enough to show that something changed.
  func value(isTime: Bool) -> ScenarioChange.Value {
    let mean = pieces.map(\.mean).reduce(0, +) / Double(pieces.count)
    let upper = pieces.map { $0.quantiles[6] }.reduce(0, +) / Double(pieces.count)
    return isTime ? .time(mean: mean, ninetyPercent: upper) : .number(mean: mean, ninetyPercent: upper)
  }

  /// By every quantile at every time; where some are less and some are more nobody can say.
  static func effect(from before: LawTraits?, to now: LawTraits?, _ sense: ChangeList.Sense) -> ScenarioChange.Effect {
    if case .neutral = sense { return .neutral }
    guard let before, let now else { return .unclear }
    let compared = zip(before.pieces, now.pieces)
    guard before.pieces.count == now.pieces.count, compared.allSatisfy({ $0.from == $1.from }) else { return .unclear }
    let pairs = compared.flatMap { zip($0.quantiles, $1.quantiles) }
    if pairs.allSatisfy({ $1 <= $0 }) { return sense.effect(from: 1, to: 0) }
    if pairs.allSatisfy({ $1 >= $0 }) { return sense.effect(from: 0, to: 1) }
    return .unclear
  }
}
