/// Integrals by the 15-point Kronrod rule, halving an interval until its embedded 7-point Gauss rule agrees.
///
/// Jumps inside an interval are cornered by the halving; oscillating or singular integrands are not for this.
///
/// Source: Piessens et al., *QUADPACK* (1983), rule QK15.
enum AdaptiveQuadrature {
  /// ∫ f from `low` to `high`, to a relative error `relative` in each piece or to the noise of f, whichever is reached first.
  ///
  /// - Parameter noise: the absolute rounding error of one value of f.
  static func integrate(
    from low: Double, to high: Double, relative: Double = 1e-11, noise: Double, depth: Int = 50, _ f: (Double) -> Double
  ) -> Double {
    let center = 0.5 * (low + high)
    let half = 0.5 * (high - low)
    let middle = f(center)
    var kronrod = middle * weights[7]
    var gauss = middle * gaussWeights[3]
    for i in 0..<7 {
      let pair = f(center - half * nodes[i]) + f(center + half * nodes[i])
      kronrod += pair * weights[i]
      if i % 2 == 1 { gauss += pair * gaussWeights[i / 2] }
    }
    let difference = abs(kronrod - gauss)
    if depth == 0 || difference <= relative * abs(kronrod) || difference <= noise || center <= low || center >= high {
      return kronrod * half
    }
    return integrate(from: low, to: center, relative: relative, noise: noise, depth: depth - 1, f)
      + integrate(from: center, to: high, relative: relative, noise: noise, depth: depth - 1, f)
  }

  private static let nodes: [Double] = [
    0.991_455_371_120_812_639_206, 0.949_107_912_342_758_524_526, 0.864_864_423_359_769_072_789, 0.741_531_185_599_394_439_863,
    0.586_087_235_467_691_130_294, 0.405_845_151_377_397_166_906, 0.207_784_955_007_898_467_600,
  ]
  private static let weights: [Double] = [
    0.022_935_322_010_529_224_963, 0.063_092_092_629_978_553_290, 0.104_790_010_322_250_183_839, 0.140_653_259_715_525_918_745,
    0.169_004_726_639_267_902_826, 0.190_350_578_064_785_409_913, 0.204_432_940_075_298_892_414, 0.209_482_141_084_727_828_012,
  ]
  private static let gaussWeights: [Double] = [
    0.129_484_966_168_869_693_270, 0.279_705_391_489_276_667_901, 0.381_830_050_505_118_944_950, 0.417_959_183_673_469_387_755,
  ]
}
