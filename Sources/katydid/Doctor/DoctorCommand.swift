import ArgumentParser
import Foundation

/// Looks at what of this machine would limit a load test.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check this machine's limits for a load test, and say how to mend each.",
    discussion: "The exit status is 1 when something would keep so many users from running.")

  @Option(help: ArgumentHelp("How many users this machine is to run.", valueName: "count"))
  var users = 10_000

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (1...10_000_000).contains(users) else { throw ValidationError("--users is to be from 1 to 10,000,000.") }
  }

  func run() throws {
    let findings = Doctor(users: users).findings()
    if json {
      print(try Doctor.json(findings))
    } else {
      for finding in findings {
        print("\(finding.mark)  \(finding.what): \(finding.text)")
        if let remedy = finding.remedy { print("    " + remedy.replacing("\n", with: "\n    ")) }
      }
    }
    if findings.contains(where: { $0.grade == .fails }) { throw ExitCode(1) }
  }
}
