import Foundation
import Reports
import ResultFiles
import Workbench

/// What a CI server asks for through the environment.
enum CISurroundings {
  /// Whether this is a CI server: most of them set `CI`, and each something of its own.
  static func isCI(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> Bool {
    func isSet(_ name: String) -> Bool { environment[name].map { !["", "0", "false", "no"].contains($0.lowercased()) } ?? false }
    return marks.contains(where: isSet)
  }

  private static let marks = [
    "CI", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TF_BUILD", "BUILDKITE", "CIRCLECI", "TRAVIS", "TEAMCITY_VERSION",
    "BITBUCKET_BUILD_NUMBER", "DRONE", "APPVEYOR", "CODEBUILD_BUILD_ID",
  ]

  /// Under GitHub Actions: annotations on the lines of broken gates; where GITHUB_STEP_SUMMARY names a file, the summary at its end.
  static func report(
    _ gated: [GatedScenario], scenarios: GateFolder = GateFolder(), summary: String, toErrors: Bool,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(RequestFailure) {
    if let path = environment["GITHUB_STEP_SUMMARY"], !path.isEmpty { try append(summary + "\n", to: path) }
    guard environment["GITHUB_ACTIONS"] == "true" else { return }
    let lines = GitHubAnnotations.lines(
      gated, scenarios: scenarios, workspace: environment["GITHUB_WORKSPACE"], folder: FileManager.default.currentDirectoryPath)
    for line in lines {
      // Both streams are read for commands; standard output belongs to gate.json where that was asked for.
      try Terminal.command(line, toErrors: toErrors)
    }
  }

  private static func append(_ text: String, to path: String) throws(RequestFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .fileTrouble("\(path): cannot be written: \(String(cString: strerror(errno))).") }
    var failure = Descriptor.send(text, to: descriptor)
    if close(descriptor) != 0 && failure == 0 { failure = errno }
    if failure != 0 { throw .fileTrouble("\(path): cannot be written: \(String(cString: strerror(failure))).") }
  }
}
