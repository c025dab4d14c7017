import Runtime
import Swarm
import XCTest

/// The dispatcher against what Locust's own did with the same classes, workers and moves.
final class DispatcherTests: XCTestCase {
  func testStepsAreLocusts() throws {
    let cases = DispatcherFacts.text.components(separatedBy: "\n\n")
    XCTAssertEqual(cases.count, 11)
    for text in cases { try check(text.components(separatedBy: "\n")) }
  }

  private func check(_ lines: [String]) throws {
    let title = lines[0]
    let workers = lines[1].split(separator: " ").dropFirst().map(String.init)
    let classes = try lines[2].split(separator: " ").dropFirst().map { word in
      let parts = word.split(separator: ",")
      return UserClassInfo(
        name: String(parts[0]), weight: try XCTUnwrap(Double(parts[1])), fixedCount: try XCTUnwrap(Int(parts[2])),
        host: nil)
    }
    var dispatcher = UsersDispatcher(workers: workers, classes: classes)
    var rest = lines.dropFirst(3)
    while let line = rest.popFirst() {
      let words = line.split(separator: " ").map(String.init)
      var steps: [String] = []
      while let step = rest.first, step.hasPrefix("  ") {
        steps.append(step.trimmingCharacters(in: .whitespaces))
        rest.removeFirst()
      }
      let place = "\(title), \(line)"
      switch words[0] {
      case "ramp":
        dispatcher.begin(target: try XCTUnwrap(Int(words[1])), rate: try XCTUnwrap(Double(words[2])))
        XCTAssertEqual(dispatcher.pause, Double(words[words.count - 1]), place)
        for (index, step) in steps.enumerated() {
          XCTAssertTrue(dispatcher.isRamping, "\(place), step \(index)")
          dispatcher.step()
          XCTAssertEqual(DispatcherTests.text(dispatcher), step, "\(place), step \(index)")
        }
        if words[3] != "cut" { XCTAssertFalse(dispatcher.isRamping, place) }
      case "remove", "add":
        if words[0] == "add" { dispatcher.add(worker: words[1]) } else { dispatcher.remove(worker: words[1]) }
        XCTAssertEqual([DispatcherTests.text(dispatcher)], steps, place)
      default: XCTFail("\(place)?")
      }
    }
  }

  private static func text(_ dispatcher: UsersDispatcher) -> String {
    dispatcher.distribution.sorted { $0.key < $1.key }.map { worker, counts in
      let users = counts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return "\(worker): \(users.joined(separator: " "))"
    }.joined(separator: "; ")
  }

  func testClassesWithoutWeightEndTheRamp() {
    let classes = [UserClassInfo(name: "F", weight: 1, fixedCount: 2, host: nil)]
    var dispatcher = UsersDispatcher(workers: ["h_0", "h_1"], classes: classes)
    dispatcher.begin(target: 5, rate: 5)
    var steps = 0
    while dispatcher.isRamping, steps < 10 {
      dispatcher.step()
      steps += 1
    }
    XCTAssertLessThan(steps, 3)
    XCTAssertEqual(dispatcher.userCount, 2)
    XCTAssertEqual(dispatcher.distribution, ["h_0": ["F": 1], "h_1": ["F": 1]])
  }

  func testRampsInTheMidstOfAnother() {
    let classes = ["A", "B"].map { UserClassInfo(name: $0, weight: 1, fixedCount: 0, host: nil) }
    var dispatcher = UsersDispatcher(workers: ["h_0"], classes: classes)
    dispatcher.begin(target: 100, rate: 3)
    dispatcher.step()
    dispatcher.step()
    XCTAssertEqual(dispatcher.userCount, 6)
    dispatcher.begin(target: 2, rate: 10)
    dispatcher.step()
    XCTAssertEqual(dispatcher.distribution, ["h_0": ["A": 1, "B": 1]])
    XCTAssertFalse(dispatcher.isRamping)
    dispatcher.begin(target: 2, rate: 1)
    XCTAssertTrue(dispatcher.isRamping, "the workers are told once even if nothing changes")
    dispatcher.step()
    XCTAssertFalse(dispatcher.isRamping)
  }

  func testAWorkerThatComesBackAfterAllHaveGone() {
    var dispatcher = UsersDispatcher(
      workers: ["h_0"], classes: [UserClassInfo(name: "A", weight: 1, fixedCount: 0, host: nil)])
    dispatcher.begin(target: 4, rate: 4)
    dispatcher.step()
    dispatcher.remove(worker: "h_0")
    XCTAssertEqual(dispatcher.distribution, [:])
    dispatcher.add(worker: "h_1")
    dispatcher.begin(target: 4, rate: 4)
    dispatcher.step()
    XCTAssertEqual(dispatcher.distribution, ["h_1": ["A": 4]])
  }
}
