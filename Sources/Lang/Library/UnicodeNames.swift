import Foundation

/// What `unicodedata` tells: the general categories' two letters, and the normal forms (UAX #15).
enum UnicodeNames {
  /// The character of a name, in capitals or not, among the names that Swift's Unicode tables give.
  static func scalar(_ name: String) -> Unicode.Scalar? {
    let name = name.uppercased()
    return (UInt32(0)...0x1FFFF).lazy.compactMap { Unicode.Scalar($0) }.first {
      $0.properties.name == name || $0.properties.nameAlias == name
    }
  }

  /// A text in one of the four normal forms.
  static func normalize(_ text: String, _ form: String) -> String {
    switch form {
    case "NFC": text.precomposedStringWithCanonicalMapping
    case "NFD": text.decomposedStringWithCanonicalMapping
    case "NFKC": text.precomposedStringWithCompatibilityMapping
    default: text.decomposedStringWithCompatibilityMapping
    }
  }

  static func category(_ category: Unicode.GeneralCategory) -> String {
    switch category {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
