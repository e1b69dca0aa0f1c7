/// Every distribution a scenario may name, in the order the documentation lists them.
public enum DistributionCatalog {
  public static let all: [DistributionFamily] = [
    ExponentialDistribution.family,
    ConstantDistribution.family,
  ]
}
