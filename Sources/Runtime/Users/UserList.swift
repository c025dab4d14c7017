/// The users of a class that are alive, in the order in which they were started.
///
/// To add one and to take one out costs the same however many there are: from an array, a hundred thousand users that end
/// together took five seconds to be taken out, as long as a master waits for a worker.
struct UserList: Sequence {
  /// Who leaves leaves an empty place, until they are half of all.
  private var places: [UserRun?] = []
  /// How many users there are.
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// Adds a user that is in no list.
  mutating func append(_ user: UserRun) {
    user.place = places.count
    places.append(user)
    count += 1
  }

  /// Whether a user is in the list.
  func contains(_ user: UserRun) -> Bool { user.place < places.count && places[user.place] === user }

  /// Takes a user out, if it is there.
  mutating func remove(_ user: UserRun) {
    guard contains(user) else { return }
    places[user.place] = nil
    count -= 1
    if count < places.count / 2 { pack() }
  }

  private mutating func pack() {
    let users = Array(self)
    self = UserList()
    for user in users { append(user) }
  }

  struct Iterator: IteratorProtocol {
    fileprivate var places: [UserRun?].Iterator

    mutating func next() -> UserRun? {
      while let place = places.next() { if let place { return place } }
      return nil
    }
  }

  func makeIterator() -> Iterator { Iterator(places: places.makeIterator()) }
}
