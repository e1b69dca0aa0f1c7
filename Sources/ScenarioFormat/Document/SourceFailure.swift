/// Why a file could not be read.
package enum SourceFailure: Error, Equatable, Sendable {
  case missing
  case isDirectory
  /// More bytes than `SourceReader.largestFile`.
  case tooLarge(bytes: Int)
  case unreadable(reason: String)
  /// Named by a scenario, and neither below its folder nor below one that was allowed.
  case outside
}
