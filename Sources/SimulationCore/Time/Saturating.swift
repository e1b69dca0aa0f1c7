extension FixedWidthInteger {
  /// The whole number next to 0 from `value`; the largest or smallest there is where `value` lies beyond, 0 for no number at all.
  ///
  /// For numbers that follow from what a scenario or a command line says: `Int(value)` would end the program.
  @inlinable public init(saturating value: Double) {
    if value.isNaN {
      self = 0
    } else if value >= Double(Self.max) {
      self = .max
    } else if value <= Double(Self.min) {
      self = .min
    } else {
      self = Self(value)
    }
  }
}
