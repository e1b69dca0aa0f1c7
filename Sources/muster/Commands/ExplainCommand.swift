import ArgumentParser
import Workbench

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say because of what a target is missed: its misses divided among absence, breaks, busy days, routing and other causes.",
    discussion: """
      Examples:
        muster explain scenarios/two-skills-overflow.yaml --target "Billing 80/30"
        muster explain scenarios/launch-day.yaml --target "Individual 70/60" --interval 10:30

      Plays the same customers with every set of causes taken away (nobody is absent, nobody has a break, every day is as busy as expected …) and \
      gives each cause its Shapley share: the misses that go with it, on average over all orders in which the causes may be taken away. The shares \
      add up to exactly 100 %; beside them stands what would be missed whatever was taken away. Of a target that holds it says so, and what came \
      closest. Writes explanation.html and explanation.json to output/<scenario>/.
      """)

  @OptionGroup var source: ScenarioArguments

  @Option(
    help: ArgumentHelp("The target to explain; the only one by default.", valueName: "name"), completion: ArgumentCompletion.targets)
  var target: String?

  @Option(
    help: ArgumentHelp(
      "Only the contacts that come in this interval: 09:30, \"Mon 14 Sep 09:30\" or 2026-09-14T09:30; all by default.", valueName: "time"))
  var interval: String?

  @Option(
    help: ArgumentHelp(
      "Orders of the causes to try, half of them the others reversed; all there are by default, 32 of more than 8 causes.", valueName: "n"))
  var orders: Int?

  @Option(
    help: ArgumentHelp(
      "Plays of the scenario and with each set of causes taken away; by default the scenario's, and 20 to 200 with each set.",
      valueName: "n"
    ))
  var replications: Int?

  @OptionGroup var play: PlayArguments

  @OptionGroup var page: PageArguments

  func validate() throws {
    let most = ExplainRequest.mostReplications
    if let replications, replications < 2 || replications > most {
      throw ValidationError("--replications must be from 2 to \(most), not \(replications).")
    }
    let range = ExplainRequest.orders
    if let orders, !range.contains(orders) || orders % 2 != 0 {
      throw ValidationError("--orders must be an even number from \(range.lowerBound) to \(range.upperBound), not \(orders).")
    }
  }

  func run() throws { try RequestFailure.reporting(perform) }

  private func perform() throws(RequestFailure) {
    var request = ExplainRequest(source.source)
    request.target = target
    request.interval = interval
    request.orders = orders
    request.seed = play.seed
    request.replications = replications
    request.out = play.out
    request.page = page.form
    let answer = try play.watching { (execution) throws(RequestFailure) in try request.answer(execution) }
    try play.write(answer)
    try play.show(answer)
  }
}
