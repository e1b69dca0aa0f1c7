import Foundation
import Testing

@testable import muster

/// The program itself, killed before each change that it makes to the file system: every made folder, opened file, write, link, rename and removal.
/// Muster has no hook for it: a small library that the loader puts in front of the C library counts these calls and ends the process at one.
@Suite(.serialized) struct KillPointTests {
  /// Counts the calls that change the file system, outside of the standard streams, and kills the process before one of them.
  private static let library = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <fcntl.h>
    #include <signal.h>
    #include <stdarg.h>
    #include <stdlib.h>
    #include <sys/stat.h>
    #include <sys/types.h>
    #include <unistd.h>
    static int left = -1;
    static void point(void) {
      if (left < 0) { const char *at = getenv("KILL_AT"); left = at ? atoi(at) : 1000000000; }
      if (left-- == 0) kill(getpid(), SIGKILL);
    }
    #define REAL(type, name) static __typeof__(type) *real; if (!real) real = (__typeof__(type) *)dlsym(RTLD_NEXT, name)
    int mkdir(const char *p, mode_t m) { REAL(int (const char *, mode_t), "mkdir"); point(); return real(p, m); }
    int rmdir(const char *p) { REAL(int (const char *), "rmdir"); point(); return real(p); }
    int unlink(const char *p) { REAL(int (const char *), "unlink"); point(); return real(p); }
    int rename(const char *a, const char *b) { REAL(int (const char *, const char *), "rename"); point(); return real(a, b); }
    int renameat2(int f, const char *a, int g, const char *b, unsigned int s) {
      REAL(int (int, const char *, int, const char *, unsigned int), "renameat2"); point(); return real(f, a, g, b, s);
    }
    int linkat(int f, const char *a, int g, const char *b, int s) {
      REAL(int (int, const char *, int, const char *, int), "linkat"); point(); return real(f, a, g, b, s);
    }
    int openat(int f, const char *p, int s, ...) {
      REAL(int (int, const char *, int, ...), "openat");
      mode_t m = 0;
      if (s & O_CREAT) { va_list l; va_start(l, s); m = va_arg(l, mode_t); va_end(l); point(); }
      return real(f, p, s, m);
    }
    ssize_t write(int f, const void *d, size_t n) {
      REAL(ssize_t (int, const void *, size_t), "write"); if (f > 2) point(); return real(f, d, n);
    }
    int fsync(int f) { REAL(int (int), "fsync"); point(); return real(f); }
    """

  /// Built once; nil where there is no compiler or no loader that takes it.
  private static let shim: String? = {
    #if os(Linux)
      let folder = NSTemporaryDirectory() + "/muster-shim-\(UUID().uuidString)"
      guard (try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)) != nil,
        (try? library.write(toFile: folder + "/kill.c", atomically: false, encoding: .utf8)) != nil
      else { return nil }
      for compiler in ["clang", "cc", "gcc"] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [compiler, "-shared", "-fPIC", "-O1", "-o", folder + "/kill.so", folder + "/kill.c", "-ldl"]
        process.standardError = FileHandle.nullDevice
        if (try? process.run()) == nil { continue }
        process.waitUntilExit()
        if process.terminationStatus == 0 { return folder + "/kill.so" }
      }
    #endif
    return nil
  }()

  /// Whether the process was killed at that call, counted from 0.
  private func run(_ folder: String, out: String, seed: Int, killAt: Int?, in working: String? = nil) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(KillTests.program))
    process.arguments = [
      "run", folder + "/s.yaml", "--seed", "\(seed)", "--threads", "1", "--quiet", "--no-charts", "--out", out,
    ]
    if let working { process.currentDirectoryURL = URL(fileURLWithPath: working) }
    if let killAt {
      process.environment = ProcessInfo.processInfo.environment.merging(["LD_PRELOAD": Self.shim!, "KILL_AT": "\(killAt)"]) { $1 }
    }
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if process.terminationReason == .uncaughtSignal { return true }
    #expect(process.terminationStatus == 0)
    return false
  }

  /// What lies in the place of results.
  enum Before: String, CaseIterable, Sendable { case nothing, aSet, foreignFiles, aFolderInside }

  private func prepare(_ before: Before, _ folder: String, _ out: String) throws {
    try? FileManager.default.removeItem(atPath: out)
    if before == .nothing { return }
    #expect(try !run(folder, out: out, seed: 1, killAt: nil))
    if before == .foreignFiles { try "mine".write(toFile: out + "/mine.txt", atomically: false, encoding: .utf8) }
    if before == .aFolderInside {
      try FileManager.default.createDirectory(atPath: out + "/deep", withIntermediateDirectories: false)
      try "mine".write(toFile: out + "/deep/mine.txt", atomically: false, encoding: .utf8)
    }
  }

  /// Files of the set with their bytes.
  private func results(_ out: String) -> [String: Data] {
    let names = ((try? names(out)) ?? []).filter { $0 != "mine.txt" && $0 != "deep" }
    return Dictionary(uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: "\(out)/\($0)") ?? Data()) })
  }

  private func names(_ folder: String) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

  @Test(
    .enabled(if: KillTests.program != nil && KillPointTests.shim != nil, "the program or a C compiler is missing"),
    arguments: Before.allCases)
  func `a run killed at each change of files leaves one whole set, and the next run nothing else`(_ before: Before) throws {
    let folder = NSTemporaryDirectory() + "/muster-kill-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try KillTests.scenario.write(toFile: folder + "/s.yaml", atomically: false, encoding: .utf8)
    let out = folder + "/out"
    var whole: [[String: Data]] = [[:]]
    for seed in [1, 2] {
      #expect(try !run(folder, out: out, seed: seed, killAt: nil))
      whole.append(results(out))
    }
    #expect(whole[1].count >= 4 && whole[1] != whole[2])
    var point = 0
    while true {
      try prepare(before, folder, out)
      let wasKilled = try run(folder, out: out, seed: 2, killAt: point)
      #expect(whole.contains(results(out)), "\(before), killed at \(point): a mixed set")
      if !wasKilled { break }
      #expect(try !run(folder, out: out, seed: 2, killAt: nil))
      #expect(results(out) == whole[2])
      #expect(try names(folder) == ["out", "s.yaml"], "\(before), killed at \(point): leftovers")
      let foreign = before == .foreignFiles ? ["mine.txt"] : before == .aFolderInside ? ["deep"] : []
      #expect(try names(out) == (whole[2].keys + foreign).sorted(), "\(before), killed at \(point)")
      if before == .aFolderInside { #expect(try names(out + "/deep") == ["mine.txt"]) }
      point += 1
    }
    #expect(point > 10)
  }

  @Test(.enabled(if: KillTests.program != nil && KillPointTests.shim != nil, "the program or a C compiler is missing"))
  func `in the working folder itself the next run completes what a kill left half done`() throws {
    let folder = NSTemporaryDirectory() + "/muster-kill-\(UUID().uuidString)"
    let out = folder + "/out"
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try KillTests.scenario.write(toFile: folder + "/s.yaml", atomically: false, encoding: .utf8)
    #expect(try !run(folder, out: ".", seed: 1, killAt: nil, in: out))
    let set = try names(out)
    var point = 0
    while try run(folder, out: ".", seed: 2, killAt: point, in: out) {
      #expect(try !run(folder, out: ".", seed: 1, killAt: nil, in: out))
      #expect(try names(out) == set, "killed at \(point)")
      point += 1
    }
    #expect(point > 10)
  }
}
