/// Every key that may stand beside a distribution, in the order they are applied, whatever the order in the file.
public enum DistributionModifierCatalog {
  /// A shift comes before the bounds, so that bounds hold for what is drawn in the end.
  public static let all: [DistributionModifier] = [
    ShiftedDistribution.modifier,
    AtLeastDistribution.modifier,
    AtMostDistribution.modifier,
  ]
}
