import SimulationCore
import SupportModel

/// Reads the limits by which the strain on people is reported.
struct WellbeingReader {
  let decoding: Decoding

  func read(_ field: Field) -> Wellbeing? {
    guard let section = Section(field, .wellbeing, decoding) else { return nil }
    let limit = section.share("occupancy-limit") ?? Wellbeing.defaultLimit
    if limit == 0, let field = section["occupancy-limit"] {
      decoding.report("with a limit of 0% everybody is always over it", expected: "a share above 0%, for example 85%", at: field)
    }
    return Wellbeing(occupancyLimit: limit, pause: section.positiveDuration("pause") ?? Wellbeing.defaultPause)
  }
}
