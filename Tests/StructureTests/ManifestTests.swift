import Testing

/// What a later language mode will ask of every file is asked of every target now, and it says why.
@Suite struct ManifestTests {
  private let lines: [Substring]

  init() throws { lines = try Manifest().text.split(separator: "\n", omittingEmptySubsequences: false) }

  @Test(arguments: ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"])
  func `An upcoming feature is on, with its reason above it`(feature: String) throws {
    let index = try #require(lines.firstIndex { $0.contains(".enableUpcomingFeature(\"\(feature)\")") })
    #expect(lines[index - 1].drop { $0 == " " }.hasPrefix("// "), "Package.swift does not say why \(feature) is on")
  }

  @Test func `The features are on in every target that compiles Swift`() throws {
    let start = try #require(lines.firstIndex { $0.hasPrefix("let habits: [SwiftSetting] = [") })
    let end = try #require(lines[start...].firstIndex { $0 == "]" })
    #expect(lines[start..<end].count { $0.contains(".enableUpcomingFeature(") } == 3)
    let all = "for target in package.targets where target.type != .system { target.swiftSettings = (target.swiftSettings ?? []) + habits }"
    #expect(lines[end...].contains { $0 == all })
    // What a target sets for itself would be added to, never replaced.
    #expect(!lines[end...].contains { $0.contains("swiftSettings = [") })
  }
}
