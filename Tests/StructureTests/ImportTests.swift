import TestSupport
import Testing

/// Who may import whom: the table of `Sources/README.md`, `Package.swift` and the imports themselves say the same.
@Suite struct ImportTests {
  private let map: MapOfRooms
  private let manifest: Manifest
  private static let sources = SourceFile.all("Sources")
  private static let tests = SourceFile.all("Tests")

  /// Modules that come with the compiler and the operating system. The C library stands behind files that say `canImport`.
  private static let system: Set<String> = [
    "Swift", "Foundation", "FoundationXML", "Synchronization", "Dispatch", "Glibc", "Musl", "Darwin",
  ]

  /// C libraries that come inside a Swift package, under its name.
  private static let inside = ["CYaml": "Yams"]

  init() throws {
    map = try MapOfRooms()
    manifest = try Manifest()
  }

  @Test func `There is something to check`() {
    #expect(Self.sources.count > 100 && Self.tests.count > 50 && map.rooms.count > 10 && manifest.dependencies.count > 20)
  }

  @Test func `Every folder of Sources has a row in the table and a target in the manifest`() {
    let folders = Set(Self.sources.map(\.target))
    #expect(folders.subtracting(map.rooms).sorted() == [])
    #expect(folders.subtracting(manifest.dependencies.keys).sorted() == [])
    for room in map.rooms where manifest.dependencies[room] == nil {
      Issue.record("Sources/README.md has a row for \(room), which is no target")
    }
  }

  @Test func `Every dependency of the manifest stands in the table`() {
    for room in map.rooms {
      for dependency in manifest.dependencies[room] ?? [] where !map.allowed(room).contains(dependency) {
        Issue.record("Package.swift: \(room) depends on \(dependency), which the table of Sources/README.md does not allow")
      }
    }
  }

  @Test func `Every import of Sources stands in the manifest and in the table`() {
    for file in Self.sources {
      let named = Set(manifest.dependencies[file.target] ?? [])
      for imported in file.imports where imported != file.target {
        let module = ImportTests.inside[imported] ?? imported
        if ImportTests.system.contains(module) {
          let isForbidden = module == "Foundation" && map.withoutFoundation.contains(file.target)
          #expect(!isForbidden, "\(file.path) imports Foundation, which \(file.target) may not")
        } else {
          #expect(
            map.allowed(file.target).contains(module), "\(file.path) imports \(module), which the table of Sources/README.md does not allow"
          )
          #expect(named.contains(module), "\(file.path) imports \(module), which Package.swift does not name for \(file.target)")
        }
      }
    }
  }

  @Test func `Every dependency of the manifest is imported by a file of its target`() {
    for (target, named) in manifest.dependencies.sorted(by: { $0.key < $1.key }) {
      let imported = Set((Self.sources + Self.tests).filter { $0.target == target }.flatMap(\.imports))
      for dependency in named where !imported.contains(dependency) {
        Issue.record("Package.swift: \(target) depends on \(dependency), which none of its files imports")
      }
    }
  }

  @Test func `Tests import what their target names, and what that may reach`() {
    for file in Self.tests {
      let reach = manifest.reach(of: file.target)
      for module in file.imports where module != "Testing" && !ImportTests.system.contains(module) {
        #expect(reach.contains(module), "\(file.path) imports \(module), which Package.swift does not reach from \(file.target)")
      }
    }
  }

  @Test func `The simulation names the C library behind one door`() {
    for file in Self.sources where ["SimulationCore", "SupportModel", "SupportPolicies"].contains(file.target) {
      let platforms = file.imports.filter { ["Glibc", "Musl", "Darwin"].contains($0) }
      #expect(platforms.isEmpty || file.path == "Sources/SimulationCore/Platform/CMath.swift", "\(file.path) imports \(platforms)")
    }
  }
}
