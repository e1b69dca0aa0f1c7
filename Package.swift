// swift-tools-version: 6.1
// Muster, a discrete-event simulator for customer-support staffing and queues.
// Each target may import only what stands above it in this table (Sources/README.md draws it).
import PackageDescription

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

let package = Package(
  name: "muster",
  products: [
    .executable(name: "muster", targets: ["muster"]),
    .executable(name: "muster-bench", targets: ["muster-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // C behind one small door
    .systemLibrary(name: "CGSL", providers: [.apt(["libgsl-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

    // Libraries, lowest first
    .target(name: "SimulationCore"),
    .target(name: "SampleStatistics", dependencies: ["CGSL"]),
    .target(name: "QueueingTheory", dependencies: ["SimulationCore", "SampleStatistics"]),
    .target(name: "SupportModel", dependencies: ["SimulationCore"]),
    .target(name: "SupportPolicies", dependencies: ["SupportModel"]),
    .target(name: "ServiceMetrics", dependencies: ["SupportModel"]),
    .target(name: "TerminalText"),
    .target(name: "Tables", dependencies: ["CZlib"]),
    .target(
      name: "ScenarioFormat",
      dependencies: ["SimulationCore", "SupportModel", "SupportPolicies", "ServiceMetrics", "TerminalText", "Tables", yams]),

    // What is played and asked
    .target(name: "Experiments", dependencies: ["CZlib", "SimulationCore", "SampleStatistics", "SupportModel", "ServiceMetrics"]),
    .target(name: "Histories", dependencies: ["SimulationCore", "SupportModel"]),
    .target(
      name: "Studies",
      dependencies: [
        "SimulationCore", "SampleStatistics", "QueueingTheory", "SupportModel", "SupportPolicies", "ServiceMetrics", "Experiments",
        "Histories",
      ]),
    .target(
      name: "Staffing",
      dependencies: ["SimulationCore", "SampleStatistics", "QueueingTheory", "SupportModel", "ServiceMetrics", "Experiments"]),

    // What is shown
    .target(
      name: "ReportKit", dependencies: ["TerminalText", mustache],
      resources: ["page.mustache", "head.mustache", "grid.mustache", "block.mustache", "table.mustache", "page.css", "page.js"].map {
        .embedInCode("Page/Resources/\($0)")
      }),
    .target(
      name: "Reports",
      dependencies: [
        "SimulationCore", "SupportModel", "TerminalText", "QueueingTheory", "ServiceMetrics", "Experiments", "Histories", "Studies",
        "Staffing", "ReportKit",
      ]),
    .target(
      name: "ResultFiles",
      dependencies: [
        "SimulationCore", "SupportModel", "TerminalText", "QueueingTheory", "ServiceMetrics", "Experiments", "Histories", "Studies",
        "Staffing", "ReportKit", "Reports",
      ]),

    // The application
    .target(
      name: "Workbench",
      dependencies: [
        "SimulationCore", "QueueingTheory", "SupportModel", "ServiceMetrics", "ScenarioFormat", "Experiments", "Studies", "Staffing",
        "ReportKit", "Reports", "ResultFiles",
      ]),

    // Executables
    .executableTarget(
      name: "muster",
      dependencies: [
        "SimulationCore", "QueueingTheory", "ServiceMetrics", "ScenarioFormat", "Experiments", "Studies", "Staffing", "TerminalText",
        "ReportKit", "Reports", "ResultFiles", "Workbench", argumentParser,
      ]),
    .executableTarget(
      name: "muster-bench",
      dependencies: ["SimulationCore", "SupportModel", "SupportPolicies", "ServiceMetrics", "ScenarioFormat", "Experiments"]),

    // Tests, one target per library, and what several of them share
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(name: "PlayFixtures", dependencies: ["Experiments", "SupportPolicies"], path: "Tests/PlayFixtures"),
    .testTarget(name: "StructureTests", dependencies: ["TestSupport"], exclude: ["traps.txt"]),
    .testTarget(name: "TablesTests", dependencies: ["Tables", "TestSupport"]),
    .testTarget(name: "SimulationCoreTests", dependencies: ["SimulationCore"]),
    .testTarget(name: "SampleStatisticsTests", dependencies: ["SampleStatistics", "TestSupport"]),
    .testTarget(name: "QueueingTheoryTests", dependencies: ["QueueingTheory", "SampleStatistics", "TestSupport"]),
    .testTarget(name: "SupportModelTests", dependencies: ["SimulationCore", "SupportModel", "SupportPolicies"]),
    .testTarget(name: "ScenarioFormatTests", dependencies: ["ScenarioFormat", "SupportPolicies", "TestSupport"]),
    .testTarget(name: "ExperimentsTests", dependencies: ["Experiments", "PlayFixtures", "TestSupport"]),
    .testTarget(name: "StudiesTests", dependencies: ["Studies", "Reports", "PlayFixtures", "ScenarioFormat", "TestSupport"]),
    .testTarget(name: "StaffingTests", dependencies: ["Staffing", "ScenarioFormat", "PlayFixtures", "TestSupport"]),
    .testTarget(name: "ValidationTests", dependencies: ["ScenarioFormat", "Experiments", "SupportPolicies", "TestSupport"]),
    .testTarget(name: "ReportPageTests", dependencies: ["muster", "TestSupport"], exclude: ["Goldens"]),
    .testTarget(name: "CommandLineTests", dependencies: ["muster", "TestSupport"]),
    .testTarget(name: "FuzzTests", dependencies: ["muster", "TestSupport"]),
  ]
)

// What a later language mode will ask of every file, asked of ours now:
let habits: [SwiftSetting] = [
  // A box that costs an allocation and a witness table shows itself in the type: `any P`. What is hot or compiled for the web has none.
  .enableUpcomingFeature("ExistentialAny"),
  // An import is for the file that has it; what a target's own interface needs of another is said in the open: `package import`.
  .enableUpcomingFeature("InternalImportsByDefault"),
  // A member is seen only where its module is imported, so that the imports of a file are what it uses and can be checked by a test.
  .enableUpcomingFeature("MemberImportVisibility"),
]
for target in package.targets where target.type != .system { target.swiftSettings = (target.swiftSettings ?? []) + habits }

// `make build`: a warning in our own code is an error. Flags on the command line would also reach the dependencies.
if Context.environment["MUSTER_STRICT"] != nil {
  for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(["-warnings-as-errors"])]
  }
}

// `MUSTER_CHECKED=1`: bounds of tables and invariants of the event loop are checked where they otherwise are not, because of what it costs.
// `make deep` plays the property and differential tests so.
if Context.environment["MUSTER_CHECKED"] != nil {
  for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + [.define("MUSTER_CHECKED")]
  }
}

// `make fuzz`: the readers under libFuzzer.
if Context.environment["MUSTER_FUZZER"] != nil {
  package.targets.append(
    .executableTarget(
      name: "FuzzEntry", dependencies: ["ScenarioFormat"], path: "Tests/FuzzEntry",
      swiftSettings: habits + [.unsafeFlags(["-parse-as-library"])]))
}

// `MUSTER_KERNEL=1`: the simulation and its tests alone, for builds with other settings that need not wait for everything.
if Context.environment["MUSTER_KERNEL"] != nil {
  let kernel = ["SimulationCore", "SupportModel", "SupportPolicies", "SimulationCoreTests", "SupportModelTests"]
  package.targets.removeAll { !kernel.contains($0.name) }
  package.products = []
  package.dependencies = []
}
