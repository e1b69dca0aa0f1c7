/// A parameter as the loader hands it to the maker of a catalogue entry: units already converted, range already checked.
public enum ParameterValue: Sendable, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral {
  /// A duration in seconds, a share, a number or a count.
  case number(Double)
  /// The list kinds.
  case numbers([Double])
  case distribution(AnyDistribution)
  case mixture([(share: Double, distribution: AnyDistribution)])

  public init(floatLiteral value: Double) { self = .number(value) }
  public init(arrayLiteral elements: Double...) { self = .numbers(elements) }
}
