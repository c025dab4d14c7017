import Foundation
import Runtime
import Swarm
import XCTest

/// Texts that stand for files of a spec, as the page's editor sends them, and the files themselves.
final class SpecSourceTests: XCTestCase {
  private var folder = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-source-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  override func tearDownWithError() throws { try FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  private func read(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path(name)) ?? Data(), as: UTF8.self)
  }

  private func makeSource(includes: [String] = []) -> SpecSource {
    var settings = SpecSettings()
    settings.paths = [path("locustfile.py")]
    settings.includes = includes
    return SpecSource(settings)
  }

  /// The files of a bundle by name.
  private func texts(_ source: SpecSource, _ names: [String] = ["locustfile.py"]) -> [String: String] {
    let bundle = source.bundle(of: names.map(path))
    return Dictionary(
      uniqueKeysWithValues: bundle.files.map {
        (
          $0.path.split(separator: "/").last.map(String.init) ?? "",
          String(decoding: bundle.contents[$0.digest] ?? [], as: UTF8.self)
        )
      })
  }

  func testATextStandsForAFileUntilTheFileChanges() throws {
    try write("first", "locustfile.py")
    try write("helper", "helper.py")
    var source = makeSource()
    source.put(Array("edited".utf8), for: path("locustfile.py"))
    source.look()
    XCTAssertEqual(texts(source, ["locustfile.py", "helper.py"]), ["locustfile.py": "edited", "helper.py": "helper"])
    XCTAssertEqual(read("locustfile.py"), "first", "nothing is written unasked")
    try write("second", "locustfile.py")
    source.look()
    XCTAssertEqual(texts(source), ["locustfile.py": "second"], "who has saved the file means the file")
    XCTAssertTrue(source.texts.isEmpty)
  }

  func testTheFilesOnDiskCanBeUsedAgain() throws {
    try write("first", "locustfile.py")
    var source = makeSource()
    source.put(Array("edited".utf8), for: path("locustfile.py"))
    source.put(Array("first".utf8), for: path("locustfile.py"))
    XCTAssertTrue(source.texts.isEmpty, "a text that is in the file stands for nothing")
    source.put(Array("edited".utf8), for: path("locustfile.py"))
    source.useDisk()
    XCTAssertEqual(texts(source), ["locustfile.py": "first"])
  }

  func testATextThatHasNoFileYet() throws {
    try write("first", "locustfile.py")
    var source = makeSource()
    source.put(Array("new".utf8), for: path("new.py"))
    source.look()
    XCTAssertEqual(texts(source), ["locustfile.py": "first", "new.py": "new"])
    do throws(SwapFault) { try source.write() } catch { XCTFail(error.text) }
    XCTAssertEqual(read("new.py"), "new")
  }

  func testFurtherFilesGoWithIt() throws {
    try write("first", "locustfile.py")
    try write("a,b", "data.csv")
    XCTAssertEqual(
      texts(makeSource(includes: [path("data.csv")])), ["locustfile.py": "first", "data.csv": "a,b"])
  }

  /// A package without a file is a folder, which goes along for its name.
  func testFoldersGoAlong() throws {
    try write("first", "locustfile.py")
    try FileManager.default.createDirectory(atPath: path("bare"), withIntermediateDirectories: true)
    var source = makeSource()
    let bundle = source.bundle(of: [path("locustfile.py"), path("bare") + "/", path("gone") + "/"])
    let key = SpecFiles.key(path("bare"))
    XCTAssertEqual(bundle.files.map(\.path), [SpecFiles.key(path("locustfile.py")), key + "/"].sorted())
    let received = try SpecBundle(bundle.data, known: [:])
    XCTAssertEqual(received.id, bundle.id)
    source.put([], for: key + "/")
    XCTAssertTrue(source.texts.isEmpty, "a folder has no text")
  }

  func testWritingKeepsLinksAndModes() throws {
    try write("first", "real.py")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path("real.py"))
    try FileManager.default.createSymbolicLink(atPath: path("locustfile.py"), withDestinationPath: "real.py")
    var source = makeSource()
    source.put(Array("edited".utf8), for: path("locustfile.py"))
    do throws(SwapFault) { try source.write() } catch { XCTFail(error.text) }
    XCTAssertEqual(read("real.py"), "edited")
    XCTAssertEqual(try FileManager.default.destinationOfSymbolicLink(atPath: path("locustfile.py")), "real.py")
    XCTAssertEqual(
      try FileManager.default.attributesOfItem(atPath: path("real.py"))[.posixPermissions] as? Int, 0o640)
    XCTAssertTrue(source.texts.isEmpty)
    XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder.path).count, 2, "no half file is left")
  }

  func testWhatCanNotBeWrittenStays() throws {
    var source = makeSource()
    source.put(Array("new".utf8), for: path("missing/new.py"))
    do throws(SwapFault) {
      try source.write()
      XCTFail("it is written")
    } catch { XCTAssertTrue(error.text.contains("can't write"), error.text) }
    XCTAssertEqual(source.texts.count, 1)
  }
}
