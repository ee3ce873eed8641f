// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in CI only, so that a newer toolchain does not break a user's build.
let isStrict = Context.environment["PULLQUOTE_STRICT"] != nil

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
  ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

/// Every article that comes with the program, embedded in it.
let samples = [
  "cup-final.txt", "flood-relief.txt", "harbour-bridge.txt", "rail-fares.md", "tidal-array.md",
]

let package = Package(
  name: "Pullquote",
  dependencies: [
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .target(name: "Articles", swiftSettings: settings),
    .target(name: "Screen", swiftSettings: settings),
    .target(name: "Prose", swiftSettings: settings),
    .target(name: "Markup", swiftSettings: settings),
    .target(
      name: "Excerpts", dependencies: ["Articles", "Prose"], swiftSettings: settings),
    .plugin(name: "EmbedThemes", capability: .buildTool(), path: "Sources/EmbedThemes"),
    .target(
      name: "Theming", dependencies: ["Screen", .product(name: "TOMLKit", package: "TOMLKit")],
      swiftSettings: settings, plugins: ["EmbedThemes"]),
    .target(
      name: "Typesetting", dependencies: ["Articles", "Screen"], swiftSettings: settings),
    .target(
      name: "Formats", dependencies: ["Articles", "Markup", "Prose"], swiftSettings: settings),
    .target(
      name: "Interchange", dependencies: ["Articles", "Excerpts"], swiftSettings: settings),
    .target(
      name: "Queries", dependencies: ["Articles"], swiftSettings: settings),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "LibraryStore",
      dependencies: [
        .product(name: "GRDB", package: "GRDB.swift"), "Articles", "CZlib", "Excerpts",
        .product(name: "GRDBSQLite", package: "GRDB.swift"), "Interchange", "Queries",
      ],
      swiftSettings: settings),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .target(name: "CTerminalGuard"),
    .target(name: "CHeap"),
    .target(
      name: "Terminal", dependencies: ["Screen", "CNcurses", "CTerminalGuard"],
      swiftSettings: settings),
    .target(
      name: "PseudoTerminal", dependencies: ["Screen"], path: "Tests/PseudoTerminal",
      swiftSettings: settings),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Screen", "Terminal"], path: "Tests/TerminalProbe",
      swiftSettings: settings),
    .target(
      name: "Session", dependencies: ["Articles", "Excerpts", "Queries", "Screen", "Typesetting"],
      swiftSettings: settings),
    .target(
      name: "Panels",
      dependencies: ["Articles", "Excerpts", "Queries", "Screen", "Session", "Typesetting"],
      swiftSettings: settings),
    .target(
      name: "AppRuntime",
      dependencies: [
        "Articles", "CHeap", "Excerpts", "Formats", "Interchange", "LibraryStore", "Panels",
        "Queries", "Screen", "Session", "Terminal", "Theming", "Typesetting",
      ],
      resources: samples.map { .embedInCode("Samples/\($0)") }, swiftSettings: settings),
    .executableTarget(
      name: "pullquote",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"), "AppRuntime",
      ],
      exclude: ["Documentation.docc"], swiftSettings: settings),
    .executableTarget(
      name: "pullquote-train", dependencies: ["Articles", "Excerpts", "Formats"],
      swiftSettings: settings),
    .executableTarget(
      name: "pullquote-bench",
      dependencies: [
        "Articles", "Excerpts", "Formats", "LibraryStore", "Panels", "PseudoTerminal", "Queries",
        "Screen", "Session", "Typesetting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(name: "GoldenTesting", path: "Tests/GoldenTesting", swiftSettings: settings),
    .testTarget(name: "LayeringTests", swiftSettings: settings),
    .testTarget(name: "ArticlesTests", dependencies: ["Articles"], swiftSettings: settings),
    .testTarget(
      name: "MarkupTests", dependencies: ["Markup", "GoldenTesting"], exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"], swiftSettings: settings),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "CNcurses", "GoldenTesting", "PseudoTerminal", "Screen", "Terminal", "TerminalProbe",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ThemingTests", dependencies: ["Theming", "Screen"], swiftSettings: settings),
    .testTarget(
      name: "ExcerptsTests", dependencies: ["Excerpts", "Articles"],
      exclude: ["Fixtures", "Labels"], swiftSettings: settings),
    .testTarget(name: "ProseTests", dependencies: ["Prose"], swiftSettings: settings),
    .testTarget(
      name: "TypesettingTests",
      dependencies: ["Typesetting", "Articles", "Screen", "GoldenTesting"],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "FormatsTests", dependencies: ["Formats", "Articles", "Markup", "GoldenTesting"],
      exclude: ["Fixtures", "Golden", "Labels"], swiftSettings: settings),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Interchange", "Excerpts", "Articles"],
      swiftSettings: settings),
    .testTarget(
      name: "QueriesTests", dependencies: ["Queries", "Articles", "GoldenTesting"],
      swiftSettings: settings),
    .executableTarget(
      name: "LibraryProbe", dependencies: ["Articles", "Excerpts", "LibraryStore", "Queries"],
      path: "Tests/LibraryProbe", swiftSettings: settings),
    .testTarget(
      name: "LibraryStoreTests",
      dependencies: [
        .product(name: "GRDB", package: "GRDB.swift"), "Articles", "Excerpts", "GoldenTesting",
        "Interchange", "LibraryProbe", "LibraryStore", "Queries",
      ],
      exclude: ["Fixtures", "Golden"], swiftSettings: settings),
    .testTarget(
      name: "SessionTests",
      dependencies: ["Articles", "Excerpts", "Queries", "Screen", "Session", "Typesetting"],
      swiftSettings: settings),
    .testTarget(
      name: "PanelsTests",
      dependencies: [
        "Articles", "Excerpts", "GoldenTesting", "Panels", "Queries", "Screen", "Session",
        "Typesetting",
      ],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "AppRuntimeTests",
      dependencies: [
        "AppRuntime", "Articles", "Excerpts", "LibraryStore", "Queries", "Screen", "Session",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "JourneyTests",
      dependencies: [
        "AppRuntime", "GoldenTesting", "LibraryStore", "PseudoTerminal", "Queries", "Screen",
        "pullquote",
      ],
      exclude: ["Fixtures", "Golden", "Scripts"], swiftSettings: settings),
  ]
)

// The fuzzers are built on request only; Tests/Fuzz says how.
if Context.environment["PULLQUOTE_FUZZ"] != nil {
  let fuzzers: [(String, [Target.Dependency])] = [
    ("MarkupFuzz", ["Markup"]), ("FormatsFuzz", ["Articles", "Formats"]),
    ("ExcerptsFuzz", ["Articles", "Excerpts"]),
  ]
  package.targets += fuzzers.map { name, dependencies in
    .executableTarget(
      name: name, dependencies: dependencies, path: "Tests/Fuzz/\(name)",
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
  }
}
