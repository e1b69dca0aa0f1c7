/// Draws of a gamma variate with scale 1, for the families built on it.
///
/// Source: Marsaglia, Tsang, *A simple method for generating gamma variables*, ACM Transactions on Mathematical Software 26 (2000):
/// at least 95 % of the proposals are accepted. Shapes below 1 are drawn one higher and multiplied by u^(1/shape), as §6 there.
enum GammaVariate {
  static func draw(shape: Double, using generator: inout RandomGenerator) -> Double {
    if shape >= 1 { return drawAtLeastOne(shape, using: &generator) }
    return exp(logDraw(shape: shape, using: &generator))
  }

  /// The logarithm of a draw: finite even where the draw itself would underflow.
  static func logDraw(shape: Double, using generator: inout RandomGenerator) -> Double {
    if shape >= 1 { return log(drawAtLeastOne(shape, using: &generator)) }
    return log(drawAtLeastOne(shape + 1, using: &generator)) + log(generator.nextUniform()) / shape
  }

  private static func drawAtLeastOne(_ shape: Double, using generator: inout RandomGenerator) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let z = StandardNormal.quantile(generator.nextUniform())
      let root = 1 + c * z
      if root <= 0 { continue }
      let v = root * root * root
      let u = generator.nextUniform()
      let zz = z * z
      if u < 1 - 0.0331 * zz * zz { return d * v }
      if log(u) < 0.5 * zz + d * (1 - v + log(v)) { return d * v }
    }
  }
}
