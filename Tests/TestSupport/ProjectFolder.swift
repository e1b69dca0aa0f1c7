package import Foundation

/// Where this project lies on disk.
package enum ProjectFolder {
  package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of validation cases and benchmarks that lies beside the project on machines that have it.
  package static let shared = root.appendingPathComponent("../shared").standardized
}

/// How much is tested.
package enum Tier {
  /// The slow tests too: `MUSTER_DEEP` is set.
  package static let isDeep = ProcessInfo.processInfo.environment["MUSTER_DEEP"] != nil
}
