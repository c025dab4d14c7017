import Foundation
import Lang
import Runtime
import XCTest

/// The files that a spec can reach.
final class HostFilesTests: XCTestCase {
  private var folder = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("spec/data"), withIntermediateDirectories: true)
    for name in ["spec/data/a.csv", "secret"] {
      try Data("x".utf8).write(to: folder.appendingPathComponent(name))
    }
    for (name, target) in [("out", ".."), ("open", "../made"), ("gone", "nothing")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.appendingPathComponent("spec/\(name)").path, withDestinationPath: target)
    }
  }

  override func tearDownWithError() throws { try FileManager.default.removeItem(at: folder) }

  /// The number of the fault of reading a path; 0 when it can be read.
  private func fault(_ files: Library.FileAccess, _ path: String, writing: Bool = false) -> Int32 {
    do throws(Library.FileFault) {
      if writing { try files.write(path, [], false) } else { _ = try files.read(path) }
      return 0
    } catch { return error.code }
  }

  /// What doesn't exist within the folder isn't found; of what is outside the same is said whether it exists or not.
  func testWithinAFolder() {
    let spec = folder.appendingPathComponent("spec").path
    let files = HostFiles.within([spec])
    for path in ["data/a.csv", "data/../data/a.csv"] { XCTAssertEqual(fault(files, "\(spec)/\(path)"), 0, path) }
    for path in ["b", "no/b", "no/such/b", "data/../no/b", "no/../../secret", "gone", "gone/b"] {
      XCTAssertEqual(fault(files, "\(spec)/\(path)"), ENOENT, path)
    }
    for path in ["../secret", "../missing", "../no/such", "data/../../secret", "out/secret", "out/missing", "out/no/b"]
    {
      XCTAssertEqual(fault(files, "\(spec)/\(path)"), EACCES, path)
      XCTAssertEqual(fault(files, "\(spec)/\(path)", writing: true), EACCES, path)
      XCTAssertFalse(files.exists("\(spec)/\(path)"), path)
    }
    XCTAssertEqual(fault(files, "\(spec)/no/b", writing: true), ENOENT)
    XCTAssertEqual(fault(files, "\(spec)/open", writing: true), EACCES, "a link would make a file outside")
    XCTAssertFalse(FileManager.default.fileExists(atPath: folder.appendingPathComponent("made").path))
  }

  /// On a worker the folder of the master's spec may be none.
  func testWithinAFolderThatIsNotHere() {
    let files = HostFiles.within([folder.appendingPathComponent("elsewhere/spec").path])
    XCTAssertEqual(fault(files, folder.appendingPathComponent("elsewhere/spec/data/a.csv").path), ENOENT)
    XCTAssertEqual(fault(files, folder.appendingPathComponent("elsewhere/other").path), EACCES)
    XCTAssertEqual(fault(files, folder.appendingPathComponent("secret").path), EACCES)
  }
}
