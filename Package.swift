// swift-tools-version: 6.2

import PackageDescription

/// The language settings of every Swift target.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The settings of targets that seldom do much at once, or whose speed lies in the memory models and
/// the memory itself: their releases are compiled for size, which keeps the program within its bound
/// (`.ci/check-program`).
let small: [SwiftSetting] =
  settings + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

let package = Package(
  name: "swot",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "swot", targets: ["swot"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Memory models
    .target(name: "FSRS", swiftSettings: settings),

    // Banks, learners, sessions: no files, no clock, no randomness of their own
    .target(name: "PracticeCore", dependencies: ["FSRS"], swiftSettings: small),

    // Files
    .systemLibrary(
      name: "CLibYAML",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"]), .yum(["libyaml-devel"])]),
    .target(
      name: "QuestionBankFormat", dependencies: ["PracticeCore", "CLibYAML"],
      swiftSettings: settings,
      linkerSettings: [.linkedLibrary("yaml")]),
    .systemLibrary(
      name: "CExpat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"]), .yum(["expat-devel"])]),
    .systemLibrary(
      name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"]), .yum(["zlib-devel"])]),
    .target(
      name: "BankExchange",
      dependencies: ["PracticeCore", "QuestionBankFormat", "CExpat", "CZlib"],
      swiftSettings: small,
      linkerSettings: [.linkedLibrary("expat"), .linkedLibrary("z")]),
    .target(
      name: "ProgressStore", dependencies: ["FSRS", "PracticeCore"], swiftSettings: settings),
    .target(name: "BuiltinBanks"),

    // Screens
    .target(name: "TerminalUI", swiftSettings: settings),
    .target(
      name: "PracticeUI", dependencies: ["FSRS", "PracticeCore", "TerminalUI"],
      swiftSettings: small),
    .target(
      name: "CTerminal",
      cSettings: [.define("NCURSES_WIDECHAR", to: "1")],
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(
      name: "NcursesTerminal", dependencies: ["TerminalUI", "CTerminal"], swiftSettings: settings),

    // The program
    .target(name: "CThreads"),
    .executableTarget(
      name: "swot",
      dependencies: [
        "CThreads",
        "FSRS", "PracticeCore", "QuestionBankFormat", "BankExchange", "ProgressStore",
        "BuiltinBanks", "TerminalUI", "PracticeUI", "NcursesTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: small),

    // Tests
    .target(
      name: "TestSupport", dependencies: ["FSRS", "PracticeCore", "TerminalUI"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "FSRSTests", dependencies: ["FSRS", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "PracticeCoreTests", dependencies: ["FSRS", "PracticeCore", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "QuestionBankFormatTests",
      dependencies: ["FSRS", "PracticeCore", "QuestionBankFormat", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "BankExchangeTests",
      dependencies: [
        "BankExchange", "FSRS", "PracticeCore", "QuestionBankFormat", "TestSupport",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "QuestionBanksTests",
      dependencies: [
        "FSRS", "PracticeCore", "QuestionBankFormat", "BuiltinBanks", "TestSupport",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "ProgressStoreTests",
      dependencies: ["FSRS", "PracticeCore", "ProgressStore", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "TerminalUITests", dependencies: ["FSRS", "TerminalUI", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "NcursesTerminalTests",
      dependencies: ["FSRS", "NcursesTerminal", "CTerminal", "TerminalUI", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PracticeUITests",
      dependencies: ["FSRS", "PracticeCore", "TerminalUI", "PracticeUI", "TestSupport"],
      exclude: ["Snapshots"], swiftSettings: settings),
    .testTarget(
      name: "SwotTests",
      dependencies: [
        "swot", .product(name: "ArgumentParser", package: "swift-argument-parser"), "FSRS",
        "NcursesTerminal", "PracticeCore", "PracticeUI", "ProgressStore", "QuestionBankFormat",
        "TerminalUI", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["swot", "FSRS", "TerminalUI", "TestSupport", "TortureChecks"],
      swiftSettings: settings),

    // Kills at random moments, and the search for what they cost
    .target(
      name: "TortureChecks",
      dependencies: ["FSRS", "PracticeCore", "ProgressStore", "TerminalUI", "TestSupport"],
      path: "Tests/Torture/TortureChecks", swiftSettings: settings),

    // Hostile input: what must hold for it, and all that the fuzzers found
    .target(
      name: "FuzzChecks",
      dependencies: [
        "FSRS", "PracticeCore", "QuestionBankFormat", "BankExchange", "ProgressStore",
        "TerminalUI", "PracticeUI",
      ],
      path: "Tests/Fuzzing/FuzzChecks", swiftSettings: settings),
    .testTarget(
      name: "FuzzCorpusTests",
      dependencies: ["FuzzChecks", "PracticeCore", "QuestionBankFormat", "swot"],
      path: "Tests/Fuzzing/FuzzCorpusTests", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

// The fuzzers themselves, which only `make fuzz` builds: they need libFuzzer and its instrumentation.
if Context.environment["SWOT_FUZZ"] != nil {
  package.targets.append(.systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzzing/CLibFuzzer"))
  for name in ["FuzzBanks", "FuzzExchange", "FuzzJournals"] {
    package.targets.append(
      .executableTarget(
        name: name, dependencies: ["CLibFuzzer", "FuzzChecks"], path: "Tests/Fuzzing/\(name)",
        swiftSettings: settings))
  }
}

// Long runs of it, which only `make torture` builds.
if Context.environment["SWOT_TORTURE"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Torture", dependencies: ["TortureChecks", "swot"], path: "Tests/Torture/Torture",
      swiftSettings: settings))
}

// What `make bench` runs.
if Context.environment["SWOT_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "PerformanceTests",
      dependencies: [
        "FSRS", "PracticeCore", "QuestionBankFormat", "CLibYAML", "ProgressStore", "TerminalUI",
        "PracticeUI", "NcursesTerminal",
      ],
      path: "Tests/PerformanceTests", swiftSettings: settings))
}
