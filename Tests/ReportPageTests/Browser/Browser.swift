import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A headless Chromium, spoken to in its DevTools protocol through a pair of pipes (`--remote-debugging-pipe`): no port, no helper program.
///
/// Used by one test at a time; every wait has a limit.
final class Browser: @unchecked Sendable {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// What the browser is called here; nil where there is none.
  static let program: String? = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// For `.enabled(if:)`: says once why browser tests are skipped.
  static let isInstalled: Bool = {
    if program == nil { print("skipped: tests in a browser need Chromium (apt-get install chromium; `make test` does it)") }
    return program != nil
  }()

  /// One for all tests of a process, started when the first needs it.
  static let shared: Result<Browser, any Error> = {
    let started = Result { try Browser() }
    atexit { try? Browser.shared.get().quit() }
    return started
  }()

  private let process: pid_t
  private let toBrowser: Int32
  private let fromBrowser: Int32
  private let profile: String
  private var buffer: [UInt8] = []
  private var nextId = 1
  private var events: [(method: String, session: String, parameters: [String: Any])] = []

  init() throws {
    guard let program = Self.program else { throw Failure(description: "no browser") }
    var down: [Int32] = [0, 0]
    var up: [Int32] = [0, 0]
    guard pipe(&down) == 0, pipe(&up) == 0 else { throw Failure(description: "no pipe") }
    // Ends above 4, so that moving them to 3 and 4 cannot clash; none but these two reaches the browser.
    let read = fcntl(down[0], F_DUPFD_CLOEXEC, 10)
    let write = fcntl(up[1], F_DUPFD_CLOEXEC, 10)
    toBrowser = fcntl(down[1], F_DUPFD_CLOEXEC, 10)
    fromBrowser = fcntl(up[0], F_DUPFD_CLOEXEC, 10)
    for end in down + up { close(end) }
    profile = NSTemporaryDirectory() + "/muster-browser-\(UUID().uuidString)"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, read, 3)
    posix_spawn_file_actions_adddup2(&actions, write, 4)
    for end in [Int32(1), 2] { posix_spawn_file_actions_addopen(&actions, end, "/dev/null", O_WRONLY, 0) }
    // Pipes that other tests have open at this moment would otherwise stay open for as long as the browser runs.
    for other in Int32(5)..<1024 { posix_spawn_file_actions_addclose(&actions, other) }
    let arguments = [
      program, "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-extensions", "--disable-background-networking", "--hide-scrollbars", "--force-color-profile=srgb",
      "--user-data-dir=\(profile)", "about:blank",
    ]
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var pid: pid_t = 0
    let status = posix_spawn(&pid, program, &actions, nil, &pointers, environ)
    close(read)
    close(write)
    guard status == 0 else { throw Failure(description: "the browser does not start: \(String(cString: strerror(status)))") }
    process = pid
  }

  /// Ends the browser and removes its profile.
  func quit() {
    _ = try? call("Browser.close", [:])
    close(toBrowser)
    close(fromBrowser)
    // It ends by itself within moments; after five seconds it is ended.
    for _ in 0..<50 where waitpid(process, nil, WNOHANG) == 0 { usleep(100_000) }
    if waitpid(process, nil, WNOHANG) == 0 {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    try? FileManager.default.removeItem(atPath: profile)
  }

  // MARK: The protocol

  /// Sends a command and waits for its answer; events that come in between are kept.
  @discardableResult
  func call(_ method: String, _ parameters: [String: Any], session: String? = nil, timeout: Double = 30) throws -> [String: Any] {
    let id = nextId
    nextId += 1
    var message: [String: Any] = ["id": id, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    var bytes = [UInt8](try JSONSerialization.data(withJSONObject: message)) + [0]
    while !bytes.isEmpty {
      let written = write(toBrowser, bytes, bytes.count)
      guard written > 0 else { throw Failure(description: "the browser is gone") }
      bytes.removeFirst(written)
    }
    let deadline = Date(timeIntervalSinceNow: timeout)
    while true {
      let answer = try receive(before: deadline, waitingFor: method)
      if answer["id"] as? Int == id {
        if let error = answer["error"] as? [String: Any] { throw Failure(description: "\(method): \(error["message"] ?? error)") }
        return answer["result"] as? [String: Any] ?? [:]
      }
      keep(answer)
    }
  }

  /// Waits for an event of a session; earlier ones count.
  @discardableResult
  func wait(for method: String, session: String, timeout: Double = 30) throws -> [String: Any] {
    let deadline = Date(timeIntervalSinceNow: timeout)
    while true {
      if let index = events.firstIndex(where: { $0.method == method && $0.session == session }) {
        return events.remove(at: index).parameters
      }
      keep(try receive(before: deadline, waitingFor: method))
    }
  }

  /// Events of a session so far, in order.
  func seen(_ method: String, session: String) -> [[String: Any]] {
    events.filter { $0.method == method && $0.session == session }.map(\.parameters)
  }

  private func keep(_ message: [String: Any]) {
    guard let method = message["method"] as? String else { return }
    events.append((method, message["sessionId"] as? String ?? "", message["params"] as? [String: Any] ?? [:]))
  }

  private func receive(before deadline: Date, waitingFor what: String) throws -> [String: Any] {
    while true {
      if let end = buffer.firstIndex(of: 0) {
        let message = Data(buffer[..<end])
        buffer.removeFirst(end + 1)
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      let left = deadline.timeIntervalSinceNow
      guard left > 0 else { throw Failure(description: "the browser does not answer \(what)") }
      var poll = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
      guard Glibc.poll(&poll, 1, Int32(left * 1000)) > 0 else { continue }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(fromBrowser, &chunk, chunk.count)
      guard count > 0 else { throw Failure(description: "the browser is gone, waiting for \(what)") }
      buffer.append(contentsOf: chunk[..<count])
    }
  }
}
