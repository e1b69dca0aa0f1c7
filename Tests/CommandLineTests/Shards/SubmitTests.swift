import ArgumentParser
import Foundation
import Testing
import Workbench

@testable import muster

/// Shards for Slurm: the scripts as they are written, and submitting with programs in the place of Slurm's that do at once what they are told.
/// `make test-cluster` has a real one.
@Suite struct SubmitTests {
  private static let fakes = [
    "sbatch": """
    #!/bin/bash
    echo "$@" >> calls.txt
    array=
    for word; do case $word in --array=*) array=${word#--array=} ;; --*) ;; *) script=$word ;; esac; done
    if [ -z "$array" ]; then bash "$script" > /dev/null 2>&1; echo 18; exit; fi
    for part in ${array//,/ }; do
      for ((i = ${part%-*}; i <= ${part#*-}; i++)); do
        [ -e "skip-$i" ] || SLURM_ARRAY_TASK_ID=$i bash "$script" || exit
      done
    done
    echo 17
    """, "squeue": "#!/bin/bash\n", "sacct": "#!/bin/bash\necho 'Slurm accounting storage is disabled' >&2; exit 1\n",
    "scancel": "#!/bin/bash\necho scancel \"$@\" >> calls.txt\n",
  ]

  private func run(_ workshop: ShardWorkshop, _ words: [String]) throws -> (status: Int32, output: String, complaints: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(KillTests.program))
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: workshop.folder)
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = workshop.path("bin") + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    process.environment = environment
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaints = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said, complaints)
  }

  private func workshop(scenario: String = ShardWorkshop.scenario) throws -> ShardWorkshop {
    let workshop = try ShardWorkshop(scenario: scenario)
    try FileManager.default.createDirectory(atPath: workshop.path("bin"), withIntermediateDirectories: true)
    for (name, text) in Self.fakes {
      try text.write(toFile: workshop.path("bin/\(name)"), atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workshop.path("bin/\(name)"))
    }
    return workshop
  }

  private func calls(_ workshop: ShardWorkshop) throws -> [String] {
    try String(contentsOfFile: workshop.path("calls.txt"), encoding: .utf8).split(separator: "\n").map(String.init)
  }

  // MARK: Scripts

  @Test func `the scripts are lines that anybody can read and submit`() {
    var job = SlurmJob(
      ["run", "scenarios/launch-day.yaml", "--set", "name=it's"], program: "/opt/muster", workingFolder: "/home/planner",
      folder: "output/launch-day-shards", shards: 64)
    (job.partition, job.time, job.memory, job.cpus, job.more) = ("long", "1:00:00", "2G", 2, ["--account=planning"])
    let head = """
      #SBATCH --chdir=/home/planner
      #SBATCH --output=/home/planner/output/launch-day-shards/log/shard-%A_%a.txt
      #SBATCH --cpus-per-task=2
      #SBATCH --partition=long
      #SBATCH --time=1:00:00
      #SBATCH --mem=2G
      #SBATCH --account=planning
      """
    #expect(
      job.array == """
        #!/bin/bash
        # Shards of muster run scenarios/launch-day.yaml --set 'name=it'\\''s', written by muster submit.
        # A shard whose file is there ends at once, so this can be submitted again: sbatch --array=1-64 /home/planner/output/launch-day-shards/array.sh
        #SBATCH --job-name=muster-launch-day
        \(head)
        #SBATCH --requeue
        exec /opt/muster run scenarios/launch-day.yaml --set 'name=it'\\''s' --shard auto/64 --out output/launch-day-shards --threads 2 --quiet

        """)
    job.out = "elsewhere"
    #expect(job.merge.contains("\n/opt/muster merge output/launch-day-shards --out elsewhere\nstatus=$?\n"))
    #expect(job.merge.contains("\(head.replacing("shard-%A_%a", with: "merge-%j"))\n"))
  }

  @Test(arguments: [
    ["x.yaml"], ["x.yaml", "--shards", "0"], ["x.yaml", "--shards", "100001"], ["staff", "x.yaml", "--shards", "2"],
    ["x.yaml", "--shards", "2", "--", "--threads", "none"], ["x.yaml", "--shards", "2", "--partition", ""],
    ["x.yaml", "--shards", "2", "--sbatch=a\nrm -rf x"], ["gate", "x.yaml", "--shards", "2"], ["x.yaml", "--shards", "2", "--folder", ""],
  ])
  func `what cannot be submitted is refused before anything is`(words: [String]) {
    let problem = #expect(throws: (any Error).self) { _ = try Muster.parseAsRoot(["submit", "slurm"] + words) }
    #expect(problem.map { Muster.exitCode(for: $0) } == ExitCode(64))
  }

  // MARK: Submitting

  @Test(.enabled(if: KillTests.program != nil, "the program is not built beside the tests"))
  func `submitted, resumed and merged is what one process writes`() throws {
    let workshop = try workshop()
    defer { workshop.remove() }
    #expect(try run(workshop, ["run", "s.yaml", "--out", "one", "--quiet"]).status == 0)
    let line = ["submit", "slurm", "s.yaml", "--shards", "5", "--out", "merged", "--folder", "shards"]
    for index in [2, 4, 5] { #expect(FileManager.default.createFile(atPath: workshop.path("skip-\(index)"), contents: nil)) }
    let first = try run(workshop, line)
    #expect(first.status == 2 && first.output == "--array=2,4-5\n")
    #expect(first.complaints.contains("muster: job 17 plays shards 1-5, job 18 merges them."))
    for index in [2, 4, 5] { try FileManager.default.removeItem(atPath: workshop.path("skip-\(index)")) }
    let second = try run(workshop, line + ["--resume"])
    #expect(second.status == 0 && second.output == "Merged; the log of that is in shards/log.\n")
    #expect(
      try calls(workshop) == [
        "--parsable --array=1-5 shards/array.sh", "--parsable --dependency=afterany:17 shards/merge.sh",
        "--parsable --array=2,4-5 shards/array.sh", "--parsable --dependency=afterany:17 shards/merge.sh",
      ])
    #expect(workshop.files("merged") == workshop.files("one") && workshop.files("one").count >= 5)
  }

  @Test(.enabled(if: KillTests.program != nil, "the program is not built beside the tests"))
  func `rounds go on until the precision is reached`() throws {
    let workshop = try workshop(
      scenario: ShardWorkshop.scenario.replacing(
        "replications: 40", with: "replications: 20, precision: {metric: service-level, for: T, half-width: 3%, at-most: 300}"))
    defer { workshop.remove() }
    #expect(try run(workshop, ["run", "s.yaml", "--out", "one", "--quiet"]).status == 0)
    let line = ["submit", "slurm", "s.yaml", "--shards", "2", "--out", "merged", "--folder", "shards"]
    #expect(try run(workshop, line).status == 2)
    #expect(try run(workshop, line + ["--until-decided", "--quiet"]).status == 0)
    #expect(workshop.files("merged") == workshop.files("one"))
  }

  @Test(.enabled(if: KillTests.program != nil, "the program is not built beside the tests"))
  func `a gate ends with its own status, compare with its options`() throws {
    let workshop = try workshop()
    defer { workshop.remove() }
    let question = ["--candidate", "p.yaml", "--budget", "100", "--no-strict"]
    #expect(try run(workshop, ["gate", "s.yaml", "--out", "one", "--quiet"] + question).status == 2)
    let gate = ["submit", "slurm", "gate", "s.yaml", "--shards", "2", "--out", "merged", "--until-decided", "--quiet", "--"]
    #expect(try run(workshop, gate + question).status == 2)
    #expect(workshop.files("merged").keys.contains("gate.json") && workshop.files("merged") == workshop.files("one"))
    let compare = ["submit", "slurm", "compare", "s.yaml", "--shards", "2", "--out", "compared", "--folder", "others", "--quiet", "--"]
    #expect(try run(workshop, compare + ["--replications", "6"]).status == 0)
    #expect(workshop.files("compared").keys.contains("comparison.json"))
  }

  @Test(.enabled(if: KillTests.program != nil, "the program is not built beside the tests"))
  func `rounds go on until the best is chosen`() throws {
    let workshop = try workshop()
    defer { workshop.remove() }
    let question = ["--best", "service-level", "--indifference", "0.1%", "--replications", "60"]
    #expect(try run(workshop, ["compare", "s.yaml", "--out", "one", "--quiet"] + question).status == 0)
    let line = ["submit", "slurm", "compare", "s.yaml", "--shards", "3", "--out", "merged", "--folder", "shards"]
    let first = try run(workshop, line + ["--"] + question)
    #expect(first.status == 2 && first.output == "--array=1-3\n")
    #expect(try run(workshop, line + ["--until-decided", "--quiet", "--"] + question).status == 0)
    #expect(workshop.files("merged") == workshop.files("one") && workshop.files("one").keys.contains("comparison.json"))
  }
}
