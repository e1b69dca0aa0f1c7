import ArgumentParser
import ScenarioFormat
import Workbench

struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Say which inputs move a metric most, and how far demand, handling and absence may go before a target breaks.",
    discussion: """
      Examples:
        muster sensitivity scenarios/weekday.yaml
        muster sensitivity scenarios/weekday.yaml --metric "Incidents 80/60" --metric "asa for incident"
        muster sensitivity scenarios/weekday.yaml --vary volume=5% --vary "handle time=10%" --vary absence=2%

      Plays the scenario against the same customers with each input a little higher and a little lower, and looks for the volume, handle time \
      and absence at which each target is just met. The effect of a multiplier (±10 %) is half of the way from −10 % to +10 %; that of more \
      absence or people is from the scenario as it is. Writes sensitivity.json to output/<scenario>/.
      """)

  @OptionGroup var source: ScenarioArguments

  @Option(
    help: ArgumentHelp(
      "What to look at, as often as needed: a metric, `METRIC for NAME` or a target; the targets by default.", valueName: "metric"),
    completion: ArgumentCompletion.metrics)
  var metric: [String] = []

  @Option(help: ArgumentHelp("Change of the multipliers to either side; the effect is half of the way between.", valueName: "share"))
  var step = "10%"

  @Option(
    help: ArgumentHelp(
      "Only this input, by so much, as often as needed: volume=5%, \"volume of calls=10%\", \"handle time=30s\", patience=1m, absence=2%, \"people in desk=2\".",
      valueName: "input=change"))
  var vary: [String] = []

  @Flag(inversion: .prefixedNo, help: "Look for the break points of the targets.")
  var breakPoints = true

  @Option(help: ArgumentHelp("Plays of each change; the scenario's by default.", valueName: "n"))
  var replications: Int?

  @OptionGroup var play: PlayArguments

  func validate() throws {
    let most = SensitivityRequest.mostReplications
    if let replications, replications < 2 || replications > most {
      throw ValidationError("--replications must be from 2 to \(most), not \(replications).")
    }
    guard let value = try? ArgumentText.share(step), value > 0, value <= 0.5 else {
      throw ValidationError("--step \(step): expected a share above 0 up to 50%.")
    }
  }

  func run() throws { try RequestFailure.reporting(perform) }

  private func perform() throws(RequestFailure) {
    var request = SensitivityRequest(source.source)
    request.metrics = metric
    if let step = try? ArgumentText.share(step) { request.step = step }
    request.vary = vary
    request.findsBreakPoints = breakPoints
    request.seed = play.seed
    request.replications = replications
    request.out = play.out
    let answer = try play.watching { (execution) throws(RequestFailure) in try request.answer(execution) }
    try play.write(answer)
    try play.show(answer)
  }
}
