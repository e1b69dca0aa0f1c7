import ArgumentParser
import Workbench

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a small scenario to start from.",
    discussion: """
      Example: muster init my-team.yaml && muster run my-team.yaml

      An existing file is never overwritten.
      """)

  @Argument(help: ArgumentHelp("The file to write.", valueName: "scenario"), completion: .file(extensions: ["yaml", "yml"]))
  var file = "scenario.yaml"

  func run() throws {
    try RequestFailure.reporting { () throws(RequestFailure) in
      try NewFile.write(file, Self.starter)
      try Terminal.show("Wrote \(file). Next: muster run \(file)\n")
    }
  }

  static let starter = """
    # A small support desk. `muster catalog` lists what each part may be; `muster check` says what is wrong.
    muster: 1
    name: Support desk

    horizon: {start: 2026-09-14T08:00, timezone: Europe/London, length: 10h, interval: 30m}

    experiment: {seed: 1, replications: 200}

    channels:
      phone: {live: true}

    contacts:
      call:
        channel: phone
        skill: support
        arrivals:
          volume: 900/d
          profile: {every: 1h, weights: [0, 0, 0, 0, 0, 0, 0, 2, 8, 12, 13, 12, 10, 10, 11, 10, 8, 4, 0, 0, 0, 0, 0, 0]}
        talk: {lognormal: {mean: 5m, cv: 1}}
        wrap-up: {exponential: {mean: 40s}}
        patience: {exponential: {mean: 4m}}

    agents:
      desk:
        skills: [support]
        staffing: {every: 2h, counts: [11, 14, 13, 13, 8]}
        cost: {per-hour: 26}

    targets:
      - {name: Calls 80/20, for: call, answer: 20s, goal: 80%}

    """
}
