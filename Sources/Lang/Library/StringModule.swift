/// Python's `string`.
enum StringModule {
  static func build(_ module: Namespace) throws(Raised) {
    let lower = "abcdefghijklmnopqrstuvwxyz"
    let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let digits = "0123456789"
    let punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    let space = " \t\n\r\u{0B}\u{0C}"
    for (name, text) in [
      ("ascii_lowercase", lower), ("ascii_uppercase", upper), ("ascii_letters", lower + upper), ("digits", digits),
      ("hexdigits", digits + "abcdefABCDEF"), ("octdigits", "01234567"), ("punctuation", punctuation),
      ("whitespace", space), ("printable", digits + lower + upper + punctuation + space),
    ] {
      module[name] = Str.make(text)
    }
    try PythonSources.run("string", in: module)
  }
}
