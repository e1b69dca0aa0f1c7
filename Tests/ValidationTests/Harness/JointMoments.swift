import SampleStatistics

/// Means and covariances of a few numbers seen together, and what they say about a smooth function of the means (delta method), with
/// control variates if there are any.
///
/// Components 0, 1, 2 are the x, y and xx of a `Sample`, the others the controls. Welford's update; fold in replication order.
struct JointMoments {
  private(set) var count = 0
  private(set) var means: [Double]
  /// Σ (a − ā)(b − b̄), row by row.
  private var products: [Double]
  private var steps: [Double]
  private let size: Int

  init(controls: Int) {
    size = 3 + controls
    means = Array(repeating: 0, count: size)
    products = Array(repeating: 0, count: size * size)
    steps = means
  }

  mutating func add(_ values: UnsafeBufferPointer<Double>) {
    count += 1
    for a in 0..<size {
      steps[a] = values[a] - means[a]
      means[a] += steps[a] / Double(count)
    }
    let share = Double(count - 1) / Double(count)
    for a in 0..<size {
      for b in 0..<size { products[a * size + b] += share * steps[a] * steps[b] }
    }
  }

  /// Confidence interval of a quantity of this kind, with Student's critical value; nil where it is undefined.
  func interval(_ kind: Quantity.Kind, controls: [Control], confidence: Double) throws -> ConfidenceInterval? {
    let freedom = count - 1 - controls.count
    guard freedom >= 1, means[1] != 0 else { return nil }
    var (estimate, gradient) = value(kind)
    let own = gradient.indices.reduce(0.0) { sum, a in
      sum + gradient.indices.reduce(0.0) { $0 + gradient[a] * gradient[$1] * products[a * size + $1] }
    }
    var explained = 0.0
    if !controls.isEmpty {
      let k = controls.count
      var matrix = (0..<k).map { a in (0..<k).map { products[(3 + a) * size + 3 + $0] } }
      let right = (0..<k).map { a in gradient.indices.reduce(0.0) { $0 + gradient[$1] * products[$1 * size + 3 + a] } }
      let slopes = JointMoments.solve(&matrix, right)
      for a in 0..<k {
        estimate -= slopes[a] * (means[3 + a] - controls[a].mean)
        explained += slopes[a] * right[a]
      }
    }
    let error = (max(0, own - explained) / Double(freedom) / Double(count)).squareRoot()
    let critical = try StudentT(degreesOfFreedom: Double(freedom)).critical(confidence: confidence)
    return .symmetric(estimate, standardError: error, critical: critical)
  }

  /// The function of the means, and its derivatives by x, y and xx.
  private func value(_ kind: Quantity.Kind) -> (Double, [Double]) {
    let (x, y) = (means[0], means[1])
    let mean = x / y
    if case .ratio = kind { return (mean, [1 / y, -mean / y, 0]) }
    let square = means[2] / y
    let variance = square - mean * mean
    let gradient = [-2 * mean / y, (2 * mean * mean - square) / y, 1 / y]
    if case .variance = kind { return (variance, gradient) }
    let deviation = max(0, variance).squareRoot()
    return (deviation, gradient.map { $0 / (2 * deviation) })
  }

  /// Gaussian elimination with pivoting; the matrix is small and positive definite.
  private static func solve(_ matrix: inout [[Double]], _ right: [Double]) -> [Double] {
    var right = right
    let n = right.count
    for column in 0..<n {
      let pivot = (column..<n).max { abs(matrix[$0][column]) < abs(matrix[$1][column]) }!
      matrix.swapAt(column, pivot)
      right.swapAt(column, pivot)
      for row in column + 1..<max(n, column + 1) {
        let factor = matrix[row][column] / matrix[column][column]
        for other in column..<n { matrix[row][other] -= factor * matrix[column][other] }
        right[row] -= factor * right[column]
      }
    }
    for row in (0..<n).reversed() {
      for other in row + 1..<max(n, row + 1) { right[row] -= matrix[row][other] * right[other] }
      right[row] /= matrix[row][row]
    }
    return right
  }
}
