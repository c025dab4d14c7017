import ArgumentParser
import Swarm

/// Makes the secret of a swarm.
struct KeygenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen", abstract: "Make the secret that the nodes of a swarm share.",
    discussion: """
      Copy the file to every node and name it there with --secret-file. Whoever has it can join the swarm and lead it.
      """)

  @Argument(help: "The file to make; without it, the secret is printed.")
  var file: String?

  func run() throws {
    let secret = SwarmSecret()
    guard let file else { return print(secret.text) }
    try SecretFile.create(file, secret.text)
  }
}
