/// The parameters of one use of a catalogue entry, by name.
public struct ParameterValues: Sendable, ExpressibleByDictionaryLiteral {
  private var values: [String: ParameterValue]

  public init(_ values: [String: ParameterValue]) { self.values = values }

  public init(dictionaryLiteral elements: (String, ParameterValue)...) {
    values = Dictionary(uniqueKeysWithValues: elements)
  }

  /// The names given, sorted.
  public var names: [String] { values.keys.sorted() }

  /// Whether the scenario gave it, which tells one form from another.
  public func has(_ name: String) -> Bool { values[name] != nil }

  /// A number that the entry's form guarantees to be there.
  public func number(_ name: String) -> Double {
    guard case .number(let value)? = values[name] else { preconditionFailure("parameter \(name) is not a number") }
    return value
  }

  /// Stops where the form has no list of this name: forms are checked before.
  public func numbers(_ name: String) -> [Double] {
    guard case .numbers(let value)? = values[name] else { preconditionFailure("parameter \(name) is not a list") }
    return value
  }

  /// Stops where the form has no distribution of this name: forms are checked before.
  public func distribution(_ name: String) -> AnyDistribution {
    guard case .distribution(let value)? = values[name] else { preconditionFailure("parameter \(name) is not a distribution") }
    return value
  }

  /// Stops where the form has no mixture of this name: forms are checked before.
  public func mixture(_ name: String) -> [(share: Double, distribution: AnyDistribution)] {
    guard case .mixture(let value)? = values[name] else { preconditionFailure("parameter \(name) is not a mixture") }
    return value
  }
}
