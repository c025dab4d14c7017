// swift-tools-version: 6.2
import PackageDescription

/// Has generic types, such as a dictionary with a key of ours, be made with what the compiler knows of their parts. By
/// default that is looked for when the program runs, among ten thousand conformances for each such type.
let quickMetadata = ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"]

/// Frames of these modules can be parked on a fiber's stack. Swift's dynamic exclusivity bookkeeping is a thread-local
/// list through those frames, which a stack switch would corrupt, so it is off wherever a frame can be parked.
/// (And they may use libxml2, whose headers lie in a folder of their own.)
let parkable: [SwiftSetting] = [
  .unsafeFlags(["-enforce-exclusivity=unchecked", "-Xcc", "-I/usr/include/libxml2"] + quickMetadata)
]

/// The interpreter and the engine prove their indices and overflow themselves on the hot path.
let hot: [SwiftSetting] =
  parkable + [
    .unsafeFlags(["-Ounchecked", "-disable-stack-protector"], .when(configuration: .release))
  ]

/// The C libraries that everything here may use, `libcrypt` aside.
let cLibraries = [
  "boost_context", "brotlidec", "crypto", "edit", "nghttp2", "pcre2-8", "ssl", "xml2", "yaml", "z", "zmq", "zstd",
]

/// What tests link, and the program in debug builds. The module maps name no library, so that the program can be linked in
/// another way.
let shared: [LinkerSetting] = (cLibraries + ["crypt"]).map { .linkedLibrary($0) }

func forLinker(_ options: [String]) -> [String] { options.flatMap { ["-Xlinker", $0] } }

/// The functions that `CCounting` stands in for.
let counting: [String] = [
  "pthread_create", "swift_retain", "swift_retain_n", "swift_release", "swift_release_n", "swift_bridgeObjectRetain",
  "swift_bridgeObjectRetain_n", "swift_bridgeObjectRelease", "swift_bridgeObjectRelease_n",
].map { "--wrap=\($0)" }

let staticLibraries: [String] =
  (cLibraries + ["brotlicommon", "bsd", "crypt", "icudata", "icuuc", "lzma", "md", "sodium", "tinfo"])
  .map { "-l:lib\($0).a" }
  + [
    "Foundation", "FoundationEssentials", "FoundationInternationalization", "CoreFoundation", "_FoundationCShims",
    "_FoundationCollections", "_FoundationICU", "swift_Concurrency", "swift_RegexParser", "swift_StringProcessing",
    "swiftCore", "swiftDispatch", "dispatch", "BlocksRuntime", "swiftSynchronization", "swiftGlibc", "jemalloc",
    "stdc++",
  ].map { "-l\($0)" }

/// The program has Swift's library and the C libraries in it, and is no position-independent executable: to load and
/// relocate forty libraries took a third of its start; and it runs where there is no Swift. Static libraries that need each
/// other are searched as a group; in debug builds that would only take time. The allocator is jemalloc: the collector
/// frees thousands of blocks at once, which glibc's joins, to split them again. It is a shared library, as the others
/// must find its `malloc`, too: what one of them allocates is freed here.
let selfContained: [LinkerSetting] =
  [
    .unsafeFlags(
      ["-static-stdlib", "-Xclang-linker", "-no-pie"]
        + forLinker(["--no-export-dynamic"] + counting + ["--start-group"] + staticLibraries + ["--end-group"]),
      .when(configuration: .release))
  ] + (cLibraries + ["crypt"]).map { .linkedLibrary($0, .when(configuration: .debug)) }

let package = Package(
  name: "katydid",
  products: [.executable(name: "katydid", targets: ["katydid"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
  ],
  targets: [
    .systemLibrary(name: "CBoostContext"),
    .systemLibrary(name: "CCrypt"),
    .systemLibrary(name: "CEdit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CPCRE2", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CXML", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZMQ", providers: [.apt(["libzmq3-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CBrotli", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CNghttp2", providers: [.apt(["libnghttp2-dev"])]),
    .target(name: "CZMQUnused"),
    .target(name: "CCounting"),
    .executableTarget(name: "embed-python"),
    .plugin(name: "EmbedPython", capability: .buildTool(), dependencies: ["embed-python"]),
    .target(name: "Coroutine", dependencies: ["CBoostContext"], swiftSettings: hot),
    .target(
      name: "Lang",
      dependencies: ["Coroutine", "COpenSSL", "CPCRE2", "CZlib", .product(name: "BigInt", package: "BigInt")],
      exclude: ["Library/Python"],
      swiftSettings: hot,
      plugins: ["EmbedPython"]),
    .target(
      name: "Runtime",
      dependencies: [
        "Coroutine", "Lang", "CBrotli", "CCounting", "CLinux", "CNghttp2", "COpenSSL", "CXML", "CYAML", "CZlib",
        "CZstd",
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["LocustModule/Python", "ThirdParty/Python"],
      swiftSettings: hot,
      plugins: ["EmbedPython"]),
    .target(
      name: "Swarm",
      dependencies: [
        "Lang", "Runtime", "Web", "CCounting", "CLinux", "CZMQ", "CZstd", "COpenSSL",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: parkable),
    .target(
      name: "Web",
      dependencies: [
        "CCrypt",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "X509", package: "swift-certificates"),
      ],
      resources: [.embedInCode("Assets")]),
    .target(
      name: "Lint", dependencies: ["Lang", .product(name: "TOMLKit", package: "TOMLKit")], swiftSettings: parkable),
    .target(
      name: "Repl", dependencies: ["Lang", "Lint", "Runtime", "Swarm", "CEdit"], swiftSettings: parkable),
    .target(name: "Fleet", dependencies: ["COpenSSL"]),
    .target(name: "DemoTarget", dependencies: ["CLinux", "COpenSSL", "CZlib"]),
    .executableTarget(
      name: "katydid",
      dependencies: [
        "CCounting", "CZMQUnused", "Fleet", "Lang", "Lint", "Repl", "Runtime", "Swarm", "DemoTarget",
        "TOMLKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: parkable,
      linkerSettings: selfContained),
    // Tests that run the program take what 'make build' has put beside them: if they depended on it, they would be linked
    // as it is, and XCTest is a shared library.
    .testTarget(
      name: "CoroutineTests", dependencies: ["Coroutine", "COpenSSL"], swiftSettings: parkable, linkerSettings: shared),
    .testTarget(
      name: "LangTests", dependencies: ["Lang"], exclude: ["Programs", "Inputs"], swiftSettings: parkable),
    .testTarget(
      name: "LintTests", dependencies: ["Lint", "Lang", "Runtime", "ProcessRun"], exclude: ["Corpus", "Fixtures"],
      swiftSettings: parkable),
    .testTarget(name: "ReplTests", dependencies: ["DemoTarget", "ProcessRun"]),
    .testTarget(
      name: "RuntimeTests",
      dependencies: ["Runtime", "DemoTarget", "CLinux", .product(name: "Histogram", package: "hdrhistogram-swift")],
      swiftSettings: parkable),
    .executableTarget(
      name: "swarm-fixture", dependencies: ["Swarm", "Runtime"], path: "Tests/SwarmFixture", swiftSettings: parkable,
      linkerSettings: shared),
    .target(name: "ProcessRun", path: "Tests/ProcessRun"),
    .testTarget(
      name: "SwarmTests", dependencies: ["Swarm", "Runtime", "ProcessRun", "swarm-fixture"], swiftSettings: parkable),
    .testTarget(name: "FleetTests", dependencies: ["ProcessRun"], exclude: ["cloud.py"]),
    .testTarget(name: "WebTests", dependencies: ["Web"]),
    .testTarget(
      name: "DeployTests", dependencies: ["ProcessRun"], exclude: ["boot.sh", "clean-root.sh", "root.sh"]),
    .testTarget(name: "EndToEndTests", dependencies: ["DemoTarget", "ProcessRun"]),
  ]
)
