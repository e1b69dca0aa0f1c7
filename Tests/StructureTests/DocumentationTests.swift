import Testing

/// What other files may use is explained where it is declared.
@Suite struct DocumentationTests {
  @Test func `At least 80 % of what other files may use has a comment of its own`() {
    let declarations = Dictionary(grouping: SourceFile.all("Sources"), by: \.target).mapValues { $0.flatMap(\.declarations) }
    let all = declarations.values.reduce(0) { $0 + $1.count }
    let documented = declarations.values.reduce(0) { $0 + $1.count { $0.isDocumented } }
    for (target, list) in declarations.sorted(by: { $0.key < $1.key }) where !list.isEmpty {
      print("\(target): \(list.count { $0.isDocumented }) of \(list.count) documented")
    }
    print("\(documented) of \(all) public and package declarations are documented, initialisers aside: \(100 * documented / max(1, all)) %")
    #expect(all > 1_000)
    #expect(Double(documented) >= 0.8 * Double(all))
  }
}
