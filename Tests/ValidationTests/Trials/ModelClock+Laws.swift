import SimulationCore

extension ModelClock {
  func exponential(rate: Double) -> ExponentialDistribution { ExponentialDistribution(mean: unit / rate) }

  /// A law as cases write it: `{"dist": "erlang", "k": 2, "mean": 1}`. Where two sets of parameters mean the same law, either will do.
  func law(_ json: JSONValue) throws -> AnyDistribution {
    /// The first of these keys that is there.
    func either(_ keys: String...) throws(CaseProblem) -> Double {
      for key in keys { if let value = json[key]?.number { return value } }
      throw CaseProblem("a law without \(keys.joined(separator: " or ")): \(json)")
    }
    switch json["dist"]?.string {
    case "exponential":
      if let rate = json["rate"]?.number { return exponential(rate: rate).boxed }
      return ExponentialDistribution(mean: try either("mean") * unit).boxed
    case "deterministic", "constant": return ConstantDistribution(try either("value", "mean") * unit).boxed
    case "uniform":
      return UniformDistribution(
        from: try either("from", "min", "low", "lower", "a") * unit, to: try either("to", "max", "high", "upper", "b") * unit
      ).boxed
    case "triangular":
      return TriangularDistribution(
        from: try either("from", "min", "low", "a") * unit, mode: try either("mode", "c") * unit,
        to: try either("to", "max", "high", "b") * unit
      ).boxed
    case "lognormal":
      if json["mean"] != nil, let cv = json["cv"]?.number { return LognormalDistribution(mean: try either("mean") * unit, cv: cv).boxed }
      let (middle, spread) = (try either("mu_log"), try either("sigma_log"))
      return LognormalDistribution(mean: exp(middle + spread * spread / 2) * unit, cv: expm1(spread * spread).squareRoot()).boxed
    case "erlang":
      let k = Int(try either("k", "phases"))
      let mean = try json["rate"]?.number.map { Double(k) / $0 } ?? either("mean")
      return ErlangDistribution(k: k, mean: mean * unit).boxed
    case "gamma":
      if let cv = json["cv"]?.number { return GammaDistribution(mean: try either("mean") * unit, cv: cv).boxed }
      let shape = try either("shape")
      return GammaDistribution(shape: shape, scale: try (json["scale"]?.number ?? either("mean") / shape) * unit).boxed
    case "weibull":
      if let cv = json["cv"]?.number { return WeibullDistribution(mean: try either("mean") * unit, cv: cv).boxed }
      return WeibullDistribution(shape: try either("shape"), scale: try either("scale") * unit).boxed
    case "hyperexponential":
      let means = try json["means"]?.numbers ?? json.numbers("rates").map { 1 / $0 }
      return HyperexponentialDistribution(shares: try json["p"]?.numbers ?? json.numbers("probabilities"), means: means.map { $0 * unit })
        .boxed
    default: throw CaseProblem("no such law: \(json)")
    }
  }

  /// A law in words: `exp mean 0.5`, `lognormal mean 1 cv 2`, `uniform(3,7)`.
  func law(words: String) throws -> AnyDistribution {
    let numbers = words.split { !$0.isNumber && $0 != "." }.compactMap { Double($0) }
    func at(_ index: Int) throws(CaseProblem) -> Double {
      guard index < numbers.count else { throw CaseProblem("too few numbers: \(words)") }
      return numbers[index]
    }
    if words.hasPrefix("exp") { return ExponentialDistribution(mean: try at(0) * unit).boxed }
    if words.hasPrefix("det") || words.hasPrefix("const") { return ConstantDistribution(try at(0) * unit).boxed }
    if words.hasPrefix("lognormal") { return LognormalDistribution(mean: try at(0) * unit, cv: try at(1)).boxed }
    if words.hasPrefix("gamma") { return GammaDistribution(mean: try at(0) * unit, cv: try at(1)).boxed }
    if words.hasPrefix("uniform") { return UniformDistribution(from: try at(0) * unit, to: try at(1) * unit).boxed }
    throw CaseProblem("no such law: \(words)")
  }
}
