import SampleStatistics

/// Ranges every formula asks for.
enum Require {
  static func positive(_ value: Double, _ quantity: String) throws(TheoryError) {
    guard value > 0, value.isFinite else { throw .outOfRange(quantity: quantity, value: value, allowed: "above 0") }
  }
  static func notNegative(_ value: Double, _ quantity: String) throws(TheoryError) {
    guard value >= 0, value.isFinite else { throw .outOfRange(quantity: quantity, value: value, allowed: "0 or more") }
  }
  /// Beyond this whole agents are below the digits of the load.
  static func load(_ erlangs: Double) throws(TheoryError) {
    guard erlangs <= 1e12 else { throw .outOfRange(quantity: "offered load in erlangs", value: erlangs, allowed: "at most 1000000000000") }
  }
  static func share(_ value: Double, _ quantity: String) throws(TheoryError) {
    guard value >= 0, value <= 1 else { throw .outOfRange(quantity: quantity, value: value, allowed: "from 0 to 1") }
  }

  /// Runs what may throw GSL's or the theory's own errors.
  static func accuracy<T>(_ body: () throws -> T) throws(TheoryError) -> T {
    do {
      return try body()
    } catch let error as TheoryError {
      throw error
    } catch let error as GSLError {
      throw .numerical(error)
    } catch {
      throw .numerical(GSLError(function: "\(error)", status: -1))
    }
  }
}
