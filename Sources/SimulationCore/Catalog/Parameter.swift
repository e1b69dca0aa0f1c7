/// What a catalogue entry asks its user for: the name, unit and valid range that the loader, the help and the JSON Schema all read.
public struct Parameter: Sendable, Equatable {
  /// What a parameter holds, and so how it is written in a scenario.
  public enum Kind: String, Sendable, CaseIterable {
    /// A duration with a unit, as seconds.
    case duration
    /// `12%` or 0.12, as a number from 0 to 1.
    case share
    /// A plain number.
    case number
    /// A whole number.
    case count
    /// Lists of the above.
    case durations, shares, numbers
    /// Any distribution of the catalogue.
    case distribution
    /// A list of `{share: …, is: …}`.
    case mixture
  }

  /// The key in a scenario, kebab-case.
  public var name: String
  /// Decides the unit: durations are seconds by the time they are values.
  public var kind: Kind
  /// One line of help.
  public var help: String
  /// The smallest allowed value, in seconds for durations; applies to every element of a list.
  public var minimum: Double?
  /// The minimum itself is not allowed.
  public var minimumIsExclusive: Bool
  /// Inclusive; nil: no upper bound.
  public var maximum: Double?
  /// May be left out.
  public var isOptional: Bool

  public init(
    _ name: String, _ kind: Kind, _ help: String, above exclusiveMinimum: Double? = nil, from minimum: Double? = nil,
    to maximum: Double? = nil, isOptional: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.help = help
    self.minimum = exclusiveMinimum ?? minimum
    self.minimumIsExclusive = exclusiveMinimum != nil
    self.maximum = maximum
    self.isOptional = isOptional
  }
}
