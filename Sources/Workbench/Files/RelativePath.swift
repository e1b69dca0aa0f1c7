import Foundation

/// The way from one place to another, so that a file that names another can be moved together with it.
package enum RelativePath {
  /// `from("output/launch-day", to: "scenarios/launch-day.yaml")` is `../../scenarios/launch-day.yaml`.
  package static func from(_ folder: String, to file: String) -> String {
    let start = URL(fileURLWithPath: folder).standardizedFileURL.resolvingSymlinksInPath().pathComponents
    let goal = URL(fileURLWithPath: file).standardizedFileURL.resolvingSymlinksInPath().pathComponents
    var common = 0
    while common < min(start.count, goal.count - 1), start[common] == goal[common] { common += 1 }
    return (Array(repeating: "..", count: start.count - common) + goal.dropFirst(common)).joined(separator: "/")
  }
}
