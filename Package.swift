// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "leadline",
  products: [
    .library(name: "Leadline", targets: ["Leadline"]),
    .executable(name: "leadline", targets: ["LeadlineTool"]),
  ],
  traits: [
    .trait(
      name: "PostgreSQL", description: "Databases on a PostgreSQL server; libpq-dev to build."),
    .default(enabledTraits: ["PostgreSQL"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
  ],
  targets: [
    .target(name: "CHanTable", exclude: ["generate.py"]),
    .systemLibrary(name: "CLibPQ"),
    .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
    .target(name: "LeadlineModel", dependencies: ["CHanTable"], swiftSettings: strict),
    .target(name: "LeadlineQuery", dependencies: ["LeadlineModel"], swiftSettings: strict),
    .target(
      name: "LeadlineReports", dependencies: ["LeadlineModel", "LeadlineQuery"],
      swiftSettings: strict),
    .target(
      name: "LeadlineStore", dependencies: ["LeadlineModel", "LeadlineQuery", "LeadlineReports"],
      swiftSettings: strict),
    .target(
      name: "LeadlineSQLite",
      dependencies: [
        "LeadlineModel", "LeadlineStore", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "LeadlinePostgres",
      dependencies: [
        "LeadlineModel", "LeadlineStore",
        .target(name: "CLibPQ", condition: .when(traits: ["PostgreSQL"])),
      ],
      swiftSettings: strict),
    .target(
      name: "LeadlineInterchange",
      dependencies: [
        "LeadlineModel", "LeadlineReports", .product(name: "TOMLKit", package: "TOMLKit"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    .target(
      name: "Leadline",
      dependencies: [
        "LeadlineModel", "LeadlineQuery", "LeadlineReports", "LeadlineStore", "LeadlineSQLite",
        "LeadlinePostgres", "LeadlineInterchange",
      ],
      swiftSettings: strict),
    .target(
      name: "LeadlineCommands", dependencies: ["Leadline", "LeadlineInterchange"],
      swiftSettings: strict),
    .target(
      name: "LeadlineShell",
      dependencies: ["Leadline", "LeadlineCommands", "LeadlineInterchange", "CReadline"],
      swiftSettings: strict),
    .executableTarget(
      name: "LeadlineTool", dependencies: ["LeadlineShell"], swiftSettings: strict),
    .executableTarget(
      name: "LeadlineBenchmarks",
      dependencies: [
        "Leadline", "LeadlineModel", "LeadlineQuery", "LeadlineReports", "LeadlineStore",
        "LeadlineSQLite", "LeadlineInterchange",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "HundredDaysData", path: "examples/hundred-days/generate", swiftSettings: strict),
    .executableTarget(
      name: "LibraryExample", dependencies: ["Leadline"], path: "examples/library",
      exclude: ["output.txt"], swiftSettings: strict),
    .target(name: "TestKit", path: "Tests/TestKit", swiftSettings: strict),
    .testTarget(name: "LeadlineModelTests", dependencies: ["LeadlineModel"], swiftSettings: strict),
    .testTarget(
      name: "LeadlineReportsTests", dependencies: ["LeadlineModel", "LeadlineReports"],
      swiftSettings: strict),
    .testTarget(
      name: "LeadlineCommandsTests", dependencies: ["Leadline", "LeadlineCommands"],
      swiftSettings: strict),
    .testTarget(
      name: "LeadlineQueryTests", dependencies: ["LeadlineModel", "LeadlineQuery"],
      swiftSettings: strict),
    .testTarget(
      name: "LeadlineInterchangeTests",
      dependencies: ["LeadlineModel", "LeadlineReports", "LeadlineInterchange"],
      swiftSettings: strict),
    .testTarget(
      name: "ImportTests",
      dependencies: [
        "Leadline", "LeadlineModel", "LeadlineQuery", "LeadlineReports", "LeadlineStore",
        "LeadlineInterchange", "LeadlineBenchmarks", "TestKit",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ContestTests",
      dependencies: [
        "Leadline", "LeadlineCommands", "LeadlineInterchange", "TestKit",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "LeadlineShellTests",
      dependencies: [
        "LeadlineShell", "Leadline", "LeadlineCommands", "LeadlineInterchange", "CReadline",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StoreContractTests",
      dependencies: [
        "LeadlineModel", "LeadlineQuery", "LeadlineReports", "LeadlineStore", "LeadlineSQLite",
        "LeadlinePostgres", "TestKit",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TranscriptTests",
      dependencies: ["LeadlineModel", "LeadlineShell", "LeadlineTool", "TestKit"],
      exclude: ["Transcripts"],
      swiftSettings: strict),
    .testTarget(
      name: "FaultTests", dependencies: ["LeadlineModel", "LeadlineTool", "TestKit"],
      swiftSettings: strict),
    .testTarget(
      name: "ExampleTests",
      dependencies: ["Leadline", "LeadlineModel", "LibraryExample", "LeadlineTool", "TestKit"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
