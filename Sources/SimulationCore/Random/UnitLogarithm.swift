/// The natural logarithm of numbers between 0 and 1, for inversion inside the event loop.
///
/// It is called several times per contact, so it is inlined: no library call, no special cases (the argument is never 0, subnormal,
/// infinite or not a number). It also gives the same bits on every platform, which no C library promises.
/// Error below 1 unit in the last place.
///
/// Source: `e_log.c` of FreeBSD's msun (Sun Microsystems 1993): x = 2ᵏ·m with √½ < m < √2, s = f/(2 + f), f = m − 1, then a
/// polynomial of degree 14 in s.
@frozen
public enum UnitLogarithm {
  /// ln(x) for normal x, 2⁻¹⁰²² ≤ x ≤ 1.
  @inlinable @inline(__always)
  public static func of(_ x: Double) -> Double {
    let bits = x.bitPattern
    // Adding this carries into the exponent exactly when the significand is at least √2.
    let shifted = bits &+ 0x0009_5F61_9980_C434
    let exponent = Double(Int64(shifted &>> 52) &- 1023)
    let m = Double(bitPattern: (shifted & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_667F_3BCC)
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    let w = z * z
    let odd = w * (0.399_999_999_994_094_2 + w * (0.222_221_984_321_497_84 + w * 0.153_138_376_992_093_73))
    let even =
      z * (0.666_666_666_666_673_5 + w * (0.285_714_287_436_623_9 + w * (0.181_835_721_616_180_5 + w * 0.147_981_986_051_165_86)))
    let half = 0.5 * f * f
    return exponent * 6.931_471_803_691_238e-01 - ((half - (s * (half + (odd + even)) + exponent * 1.908_214_929_270_587_7e-10)) - f)
  }
}
