import QueueingTheory
import SimulationCore
import SupportModel

/// The most of each contact type that a plan may leave unanswered, so that no promise over several types is kept by letting one of them go.
///
/// In the search each is a promise of its own: so large a share of the type is answered at all, in every interval where promises must hold in
/// every interval, and over the whole horizon. Unless it is asked for, it is what Erlang A (exponential patience of the same mean) leaves
/// unanswered with just as many agents as keep the goal of the type, in its worst interval: with a pool of its own the type would be no better off.
package struct AbandonmentFloors: Sendable {
  /// Where a limit comes from.
  package enum Source: Sendable, Equatable {
    /// The command line.
    case asked
    /// Erlang A at the goal of this target, an index into `Scenario.targets`.
    case erlangA(target: Int)
    /// Nobody of the type gives up, or nothing is promised to it.
    case fixed
  }

  /// The limit of one contact type.
  package struct Floor: Sendable, Equatable {
    /// Index into `Scenario.contactTypes`.
    package var contactType: Int
    /// Share from 0 to 1 of accepted contacts that may go unanswered.
    package var worst: Double
    /// Asked for, by the formula, or fixed.
    package var source: Source
  }

  /// Contacts that never give up, or that nothing is promised to, may be left waiting for ever to this share: in a finite number of plays none
  /// can be shown to be nobody.
  package static let endless = 0.01
  /// The same of contacts that give up and that nothing is promised to.
  package static let unpromised = 0.05

  /// In the order of contact types.
  package let floors: [Floor]

  /// - Parameters:
  ///   - asked: the limit of every type; nil: what Erlang A says.
  ///   - types: those that groups of the search can serve.
  init(_ scenario: Scenario, asked: Double?, types: [Int]) throws(TheoryError) {
    let demand = ExpectedDemand(scenario)
    var floors: [Floor] = []
    for type in types where demand.counts[type].contains(where: { $0 > 0 }) {
      if let asked {
        if asked < 1 { floors.append(Floor(contactType: type, worst: asked, source: .asked)) }
      } else {
        floors.append(try AbandonmentFloors.floor(scenario, type, demand.counts[type]))
      }
    }
    self.floors = floors
  }

  private static func floor(_ scenario: Scenario, _ type: Int, _ counts: [Double]) throws(TheoryError) -> Floor {
    guard scenario.contactTypes[type].patience != nil else { return Floor(contactType: type, worst: endless, source: .fixed) }
    let promises = scenario.targets.indices.filter {
      scenario.targets[$0].contactTypes.contains(type) && !scenario.targets[$0].isOnlyMeasured && scenario.targets[$0].isPlainAnswer
    }
    var strictest: (target: Int, worst: Double)?
    for target in promises {
      let worst = try worst(scenario.contactTypes[type], scenario.targets[target], counts, scenario.horizon)
      if let worst, worst < strictest?.worst ?? .infinity { strictest = (target, worst) }
    }
    guard let strictest else { return Floor(contactType: type, worst: unpromised, source: .fixed) }
    return Floor(contactType: type, worst: strictest.worst, source: .erlangA(target: strictest.target))
  }

  /// The scenario with each limit as a promise after its own.
  func asked(of scenario: Scenario) -> Scenario {
    var result = scenario
    for floor in floors {
      var promise = Target(
        name: "answered: \(scenario.contactTypes[floor.contactType].name)", contactTypes: [floor.contactType], measure: .answer,
        within: .days(36_500), goal: 1 - floor.worst)
      // Routing is not to see it.
      promise.isOnlyMeasured = true
      result.targets.append(promise)
    }
    return result
  }
}
