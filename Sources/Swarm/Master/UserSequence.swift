import Glibc

/// Names of user classes in the endless order in which users are added: at each point the shares are as near to the
/// weights as they can be.
///
/// Locust's order, so that a spec starts the same users at the same time under both: the next class is the one whose
/// count gains most in Kullback-Leibler divergence. With the weights 5 and 1 it begins AAABAAAAABAA.
struct UserSequence {
  private struct Class {
    let name: String
    let weight: Double
    /// The class's count plus its weight.
    var position: Double
    /// How much the divergence changes when the class is taken once more; the least goes first.
    var gain: Double
  }

  private var classes: [Class]

  /// Creates the sequence of classes with a weight above 0.
  init(_ weights: [(name: String, weight: Double)]) {
    classes = weights.filter { $0.weight > 0 }.map {
      Class(
        name: $0.name, weight: $0.weight, position: $0.weight + 1,
        gain: $0.weight * log2($0.weight / ($0.weight + 1)))
    }
  }

  /// The class of the next user; nil when there are no classes.
  mutating func next() -> String? {
    guard let index = classes.indices.min(by: { precedes(classes[$0], classes[$1]) }) else { return nil }
    let position = classes[index].position
    classes[index].gain = classes[index].weight * log2(position / (position + 1))
    classes[index].position = position + 1
    return classes[index].name
  }

  private func precedes(_ left: Class, _ right: Class) -> Bool {
    if left.gain != right.gain { return left.gain < right.gain }
    if left.position != right.position { return left.position < right.position }
    if left.weight != right.weight { return left.weight < right.weight }
    return left.name.unicodeScalars.lexicographicallyPrecedes(right.name.unicodeScalars)
  }
}
