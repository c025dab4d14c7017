import Glibc

/// The browser that this machine's user likes best.
enum Browser {
  /// Opens an address, and waits for nothing.
  static func open(_ address: String) {
    let words: [String] = ["xdg-open", address]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in strdup(word) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    _ = posix_spawnp(&child, "xdg-open", nil, nil, &arguments, environ)
  }
}
