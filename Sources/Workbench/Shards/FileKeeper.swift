import Experiments
import ScenarioFormat
import Synchronization

/// Reads for a request and keeps what it read.
final class FileKeeper: Sendable {
  private let inner: FileAccess
  private let state = Mutex(KeptFiles())

  init(_ inner: FileAccess) { self.inner = inner }

  var kept: KeptFiles { state.withLock { $0 } }

  var access: FileAccess {
    var reader = inner.reader
    let read = reader.read
    reader.read = { path throws(SourceFailure) in
      let bytes = try read(path)
      self.state.withLock { $0.files[path] = bytes }
      return bytes
    }
    return FileAccess(
      reader: reader, commit: { (ref, near) throws(RequestFailure) in self.keeping(try self.inner.commit(ref, near)) },
      matches: { pattern in
        let paths = self.inner.matches(pattern)
        self.state.withLock { $0.matches[pattern] = paths }
        return paths
      })
  }

  private func keeping(_ commit: CommitFiles) -> CommitFiles {
    state.withLock { $0.commits[commit.ref, default: KeptFiles.Commit(hash: commit.hash)].hash = commit.hash }
    var kept = commit
    kept.reader.read = { path throws(SourceFailure) in
      let bytes = try commit.reader.read(path)
      self.state.withLock { $0.commits[commit.ref]?.files[path] = bytes }
      return bytes
    }
    return kept
  }
}
