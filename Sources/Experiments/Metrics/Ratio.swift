/// What one replication adds to a metric: it is Σ numerator ÷ Σ denominator over replications.
package struct Ratio: Sendable, Equatable, BitwiseCopyable {
  /// In the unit of the metric × that of the denominator.
  package var numerator: Double
  /// 1 for counts per play; 0 where nothing decides.
  package var denominator: Double

  package init(_ numerator: Double, per denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }

  package init(_ numerator: Int64, per denominator: Int64) {
    self.init(Double(numerator), per: Double(denominator))
  }

  /// So many per replication.
  package static func count(_ number: Int64) -> Ratio { Ratio(Double(number), per: 1) }

  /// Microseconds of something, as seconds per one of `denominator`.
  package static func seconds(_ microseconds: Int64, per denominator: Int64) -> Ratio {
    Ratio(Double(microseconds) * 1e-6, per: Double(denominator))
  }

  /// Microseconds of something per replication, as hours.
  package static func hours(_ microseconds: Int64) -> Ratio { Ratio(Double(microseconds) / 3.6e9, per: 1) }

  /// A verdict that may be undecided: yes is 1 of 1, no 0 of 1, undecided 0 of 0.
  package static func verdict(_ verdict: Bool?) -> Ratio {
    guard let verdict else { return Ratio(0.0, per: 0.0) }
    return Ratio(verdict ? 1.0 : 0.0, per: 1.0)
  }

  static func += (a: inout Ratio, b: Ratio) {
    a.numerator += b.numerator
    a.denominator += b.denominator
  }
}
