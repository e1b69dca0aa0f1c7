import Foundation

/// Files as they were at some moment, to be asked whether they have changed since. It looks at times and sizes; editors that write a new file and
/// rename it are seen too.
package struct FileWatch {
  /// What is watched.
  package let paths: [String]
  private let stamps: [[Int]]

  package init(_ paths: [String]) {
    self.paths = paths
    stamps = paths.map(Self.stamp)
  }

  /// Any of them.
  package var haveChanged: Bool { zip(paths, stamps).contains { Self.stamp($0) != $1 } }

  /// A moment between two looks.
  package static func pause() { usleep(200_000) }

  /// Of a file that is not there: nothing.
  private static func stamp(_ path: String) -> [Int] {
    var status = stat()
    guard stat(path, &status) == 0 else { return [] }
    return [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec), Int(status.st_size), Int(status.st_ino)]
  }
}
