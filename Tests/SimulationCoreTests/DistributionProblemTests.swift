import Testing

@testable import SimulationCore

/// Parameters that are each in range but impossible together.
@Suite struct DistributionProblemTests {
  @Test(
    arguments: [
      ("uniform", ["from": 20.0, "to": 20.0], "to", "must be above from"),
      ("triangular", ["from": 20.0, "mode": 10.0, "to": 30.0], "mode", "must not be below from"),
      ("triangular", ["from": 20.0, "mode": 40.0, "to": 30.0], "to", "must not be below mode"),
      ("triangular", ["from": 20.0, "mode": 20.0, "to": 20.0], "to", "must be above from"),
      ("lognormal", ["median": 60.0, "p90": 60.0], "p90", "must be above the median"),
      ("lognormal", ["median": 60.0, "p95": 50.0], "p95", "must be above the median"),
      ("gamma", ["median": 60.0, "p90": 50.0], "p90", "must be above the median"),
      ("gamma", ["median": 60.0, "p90": 60.001], "p90", "is too close to the median"),
      ("gamma", ["median": 1e-300, "p90": 1e200], "p90", "is too far above the median"),
      ("weibull", ["median": 60.0, "p90": 60.001], "p90", "is too close to the median"),
      ("weibull", ["median": 1.0, "p95": 1e20], "p95", "is too far above the median"),
      ("log-logistic", ["median": 60.0, "p90": 60.001], "p90", "is too close to the median"),
      ("log-logistic", ["median": 1.0, "p90": 1e30], "p90", "is too far above the median"),
      ("hyperexponential", ["shares": [0.5, 0.5], "means": [60.0]], "means", "must be as many as the shares"),
      ("hyperexponential", ["shares": [0.5, 0.4], "means": [60.0, 70.0]], "shares", "must add up to 100%"),
      ("hyperexponential", ["shares": [], "means": []], "shares", "must not be empty"),
      ("pareto", ["minimum": 60.0, "mean": 60.0], "mean", "must be above the minimum"),
      ("beta", ["from": 60.0, "to": 50.0, "alpha": 1.0, "beta": 1.0], "to", "must be above from"),
      ("beta", ["from": 0.0, "to": 50.0, "mean": 50.0, "sd": 1.0], "mean", "must lie between from and to"),
      ("beta", ["from": 0.0, "to": 50.0, "mean": 25.0, "sd": 25.0], "sd", "is too large for these bounds"),
      ("beta", ["from": 0.0, "to": 50.0, "mean": 25.0, "sd": 0.001], "sd", "is too small for these bounds"),
      ("phase-type", ["means": [], "continues": []], "means", "must be 1 to 50 phases"),
      ("phase-type", ["means": [1.0, 2.0], "continues": [0.5, 0.5]], "continues", "must be one fewer than the means"),
      ("phase-type", ["starts": [1.0], "means": [1.0, 2.0], "moves": []], "starts", "must be as many as the means"),
      ("phase-type", ["starts": [0.5, 0.4], "means": [1.0, 2.0], "moves": []], "starts", "must add up to 100%"),
      ("phase-type", ["starts": [0.5, 0.5], "means": [1.0, 2.0], "moves": [0.5]], "moves", "must be 2 rows of 2, 4 in all"),
      (
        "phase-type", ["starts": [0.5, 0.5], "means": [1.0, 2.0], "moves": [0.0, 1.2, 0.0, 0.0]], "moves",
        "must not add up to more than 100% in any row"
      ),
      (
        "phase-type", ["starts": [0.5, 0.5], "means": [1.0, 2.0], "moves": [0.0, 0.1, 0.0, 1.0]], "moves",
        "must let the work end from every phase; it cannot from phase 2"
      ),
      ("mixture", ["parts": .mixture([(0.5, ConstantDistribution(1).boxed)])], "parts", "must add up to 100%"),
      ("mixture", ["parts": .mixture([])], "parts", "must not be empty"),
      ("empirical", ["values": []], "values", "must not be empty"),
      ("empirical", ["values": [1.0], "weights": [1.0, 2.0]], "weights", "must be as many as the values"),
      ("empirical", ["values": [1.0, 2.0], "weights": [0.0, 0.0]], "weights", "must not all be zero"),
    ] as [(String, ParameterValues, String, String)])
  func `Impossible parameters are refused by name`(name: String, values: ParameterValues, parameter: String, complaint: String) throws {
    let family = try #require(DistributionCatalog.all.first { $0.name == name })
    #expect(throws: ParameterProblem(parameter: parameter, complaint: complaint)) { try family.make(values) }
  }

  @Test func `A ceiling below the floor is refused`() throws {
    let floor = try AtLeastDistribution.modifier.make(60, ConstantDistribution(1).boxed)
    #expect(throws: ParameterProblem(parameter: "at-most", complaint: "must not be below at-least")) {
      try AtMostDistribution.modifier.make(30, floor)
    }
  }
}
