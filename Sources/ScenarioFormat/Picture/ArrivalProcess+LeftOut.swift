import SimulationCore
import SupportModel

extension ArrivalProcess {
  /// The number that comes varies by chance.
  var isPoisson: Bool {
    if case .poisson = pattern { true } else { false }
  }
}
