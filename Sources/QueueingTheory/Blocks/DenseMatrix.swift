/// A square matrix of numbers, row after row: just what `QueueTail` needs.
struct DenseMatrix: Sendable {
  let size: Int
  var values: [Double]

  init(size: Int, diagonal: Double = 0) {
    self.size = size
    values = [Double](repeating: 0, count: size * size)
    if diagonal != 0 { for i in 0..<size { values[i * size + i] = diagonal } }
  }

  subscript(_ row: Int, _ column: Int) -> Double {
    get { values[row * size + column] }
    set { values[row * size + column] = newValue }
  }

  static func * (a: DenseMatrix, b: DenseMatrix) -> DenseMatrix {
    var product = DenseMatrix(size: a.size)
    let n = a.size
    a.values.withUnsafeBufferPointer { a in
      b.values.withUnsafeBufferPointer { b in
        product.values.withUnsafeMutableBufferPointer { out in
          for i in 0..<n {
            for k in 0..<n {
              let factor = a[i * n + k]
              if factor == 0 { continue }
              for j in 0..<n { out[i * n + j] += factor * b[k * n + j] }
            }
          }
        }
      }
    }
    return product
  }

  static func + (a: DenseMatrix, b: DenseMatrix) -> DenseMatrix {
    var sum = a
    for at in sum.values.indices { sum.values[at] += b.values[at] }
    return sum
  }
  static func - (a: DenseMatrix, b: DenseMatrix) -> DenseMatrix {
    var difference = a
    for at in difference.values.indices { difference.values[at] -= b.values[at] }
    return difference
  }

  /// The row vector v times this matrix.
  func applied(to v: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: size)
    for i in 0..<size where v[i] != 0 { for j in 0..<size { result[j] += v[i] * values[i * size + j] } }
    return result
  }

  /// X with this · X = right, by elimination without exchange of rows, which diagonally dominant matrices do not need.
  func solving(_ right: DenseMatrix) -> DenseMatrix {
    var left = values
    var solution = right.values
    let n = size
    left.withUnsafeMutableBufferPointer { left in
      solution.withUnsafeMutableBufferPointer { x in
        for column in 0..<n {
          let pivot = left[column * n + column]
          for row in (column + 1)..<max(n, column + 1) {
            let factor = left[row * n + column] / pivot
            if factor == 0 { continue }
            for k in column..<n { left[row * n + k] -= factor * left[column * n + k] }
            for k in 0..<n { x[row * n + k] -= factor * x[column * n + k] }
          }
        }
        for row in stride(from: n - 1, through: 0, by: -1) {
          for k in (row + 1)..<max(n, row + 1) {
            let factor = left[row * n + k]
            if factor == 0 { continue }
            for j in 0..<n { x[row * n + j] -= factor * x[k * n + j] }
          }
          for j in 0..<n { x[row * n + j] /= left[row * n + row] }
        }
      }
    }
    var result = DenseMatrix(size: n)
    result.values = solution
    return result
  }
}
