import CGSL

/// The largest distance between two distribution functions, and how likely chance alone keeps it so small.
///
/// For continuous laws that were not fitted to the same sample: with fitted parameters the distance is smaller, and these probabilities too
/// kind. Exact for any sample; the cost of one sample grows with (n · d)³.
///
/// Example: of 20 draws P(D < 0.3) = 0.95693.
///
/// Source: Marsaglia, Tsang & Wang, *Evaluating Kolmogorov's distribution*, J. Statistical Software 8 (2003), for one sample; Schröer &
/// Trenkler, *Exact and randomization distributions of Kolmogorov–Smirnov tests for two or three samples*, CSDA 20 (1995), for two.
package enum KolmogorovSmirnov {
  /// The largest distance of the sample's distribution function from a law's.
  package static func distance(of sample: [Double], from cumulative: (Double) -> Double) -> Double {
    let sorted = sample.sorted()
    let n = Double(sorted.count)
    return sorted.enumerated().reduce(0) { most, entry in
      let value = cumulative(entry.element)
      return max(most, value - Double(entry.offset) / n, Double(entry.offset + 1) / n - value)
    }
  }

  /// P(D < d) for `n` independent draws of the law itself.
  package static func cumulative(_ d: Double, draws n: Int) -> Double {
    let size = Double(n)
    if d >= 1 { return 1 }
    if 2 * size * d <= 1 { return 0 }
    let k = Int(size * d) + 1
    let m = 2 * k - 1
    let h = Double(k) - size * d
    var matrix = Matrix(size: m)
    for i in 0..<m {
      for j in 0..<min(m, i + 2) { matrix[i, j] = 1 }
    }
    for i in 0..<m {
      matrix[i, 0] -= power(h, i + 1)
      matrix[m - 1, i] -= power(h, m - i)
    }
    if 2 * h > 1 { matrix[m - 1, 0] += power(2 * h - 1, m) }
    for i in 0..<m {
      for j in 0..<min(m, i + 1) {
        for g in 1...(i - j + 1) { matrix[i, j] /= Double(g) }
      }
    }
    let raised = matrix.raised(to: n, watching: k - 1)
    // n! ÷ nⁿ times the middle entry, in powers of ten as it goes.
    var share = raised.matrix[k - 1, k - 1]
    var exponent = raised.exponent
    for i in 1...n {
      share *= Double(i) / size
      if share < 1e-140 {
        share *= 1e140
        exponent -= 140
      }
    }
    return min(1, share * gsl_pow_int(10, Int32(exponent)))
  }

  /// P(√n D < x) for many draws.
  package static func limit(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    var sum = 0.0
    if x < 1 {
      // Jacobi's other form of the same series, which is short here: √(2π)/x Σ e^(−(2k−1)²π²/8x²).
      for k in 1...20 {
        let odd = Double(2 * k - 1) * Double.pi / x
        sum += exponential(-odd * odd / 8)
      }
      return (2 * Double.pi).squareRoot() / x * sum
    }
    for k in 1...20 { sum += (k % 2 == 1 ? 2 : -2) * exponential(-2 * Double(k * k) * x * x) }
    return 1 - sum
  }

  /// The distance of two samples without equal values, and the probability of one at least as large where both come from one law.
  package static func compare(_ a: [Double], _ b: [Double]) -> (distance: Double, pValue: Double) {
    let (few, many) = a.count <= b.count ? (a.sorted(), b.sorted()) : (b.sorted(), a.sorted())
    let (m, n) = (few.count, many.count)
    // In whole steps of 1 ÷ mn, so that equal distances are equal.
    var most = 0
    var (i, j) = (0, 0)
    while i < m && j < n {
      if few[i] < many[j] { i += 1 } else { j += 1 }
      most = max(most, abs(i * n - j * m))
    }
    // Orders of both in which the distance stays below: lattice paths, as a share of all of them.
    var paths = [Double](repeating: 0, count: n + 1)
    for i in 0...m {
      let share = i == 0 ? 1 : Double(i) / Double(i + n)
      for j in 0...n {
        if abs(i * n - j * m) >= most {
          paths[j] = 0
        } else if i == 0 {
          paths[j] = j == 0 ? 1 : paths[j - 1]
        } else {
          paths[j] = share * paths[j] + (j > 0 ? paths[j - 1] : 0)
        }
      }
    }
    return (Double(most) / Double(m * n), most == 0 ? 1 : 1 - paths[n])
  }

  private static func exponential(_ x: Double) -> Double { x < -700 ? 0 : gsl_sf_exp(x) }
}

/// A square matrix of numbers of 0 or more.
private struct Matrix {
  let size: Int
  private var entries: [Double]

  init(size: Int) {
    self.size = size
    entries = Array(repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { entries[row * size + column] }
    set { entries[row * size + column] = newValue }
  }

  static func * (a: Matrix, b: Matrix) -> Matrix {
    var product = Matrix(size: a.size)
    for i in 0..<a.size {
      for k in 0..<a.size where a[i, k] != 0 {
        for j in 0..<a.size { product[i, j] += a[i, k] * b[k, j] }
      }
    }
    return product
  }

  /// A power, and the power of ten that was taken out so that the watched entry of the diagonal stays a number.
  func raised(to n: Int, watching middle: Int) -> (matrix: Matrix, exponent: Int) {
    if n == 1 { return (self, 0) }
    let half = raised(to: n / 2, watching: middle)
    var result = (matrix: half.matrix * half.matrix, exponent: 2 * half.exponent)
    if n % 2 == 1 { result.matrix = self * result.matrix }
    if result.matrix[middle, middle] > 1e140 {
      for index in result.matrix.entries.indices { result.matrix.entries[index] *= 1e-140 }
      result.exponent += 140
    }
    return result
  }
}
