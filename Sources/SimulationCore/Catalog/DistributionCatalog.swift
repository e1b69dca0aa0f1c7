/// Every distribution a scenario may name, in the order the documentation lists them.
public enum DistributionCatalog {
  /// Every name once; the conformance tests run over this list.
  public static let all: [DistributionFamily] = [
    ExponentialDistribution.family,
    ConstantDistribution.family,
    UniformDistribution.family,
    TriangularDistribution.family,
    NormalDistribution.family,
    LognormalDistribution.family,
    GammaDistribution.family,
    ErlangDistribution.family,
    HyperexponentialDistribution.family,
    WeibullDistribution.family,
    ParetoDistribution.family,
    BetaDistribution.family,
    LogLogisticDistribution.family,
    PhaseTypeDistribution.family,
    MixtureDistribution.family,
    EmpiricalDistribution.family,
  ]
}
