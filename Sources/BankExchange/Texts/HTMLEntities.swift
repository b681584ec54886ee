/// The character references of HTML.
enum HTMLEntities {
  /// What a reference without its `&` and `;` stands for, such as `amp`, `#8217` or `#x2019`; nil
  /// for one that isn't known.
  static func character(_ name: Substring) -> Unicode.Scalar? {
    guard name.first == "#" else { return named[String(name)].flatMap { Unicode.Scalar($0) } }
    let digits = name.dropFirst()
    let value: UInt32? =
      if digits.first == "x" || digits.first == "X" {
        UInt32(digits.dropFirst(), radix: 16)
      } else {
        UInt32(digits, radix: 10)
      }
    guard let value else { return nil }
    // What older programs took from the code page of Windows, as browsers do.
    if (0x80...0x9F).contains(value) {
      return Unicode.Scalar(windows1252[Int(value - 0x80)]) ?? nil
    }
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// The longest name that is looked up.
  static let longestName = 10

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The entities of HTML 4.01 (section 24) and `apos`.
  private static let named: [String: UInt32] = {
    var table: [String: UInt32] = [
      "quot": 34, "amp": 38, "lt": 60, "gt": 62, "apos": 39,
      "OElig": 338, "oelig": 339, "Scaron": 352, "scaron": 353, "Yuml": 376, "fnof": 402,
      "circ": 710, "tilde": 732, "ensp": 8194, "emsp": 8195, "thinsp": 8201, "zwnj": 8204,
      "zwj": 8205, "ndash": 8211, "mdash": 8212, "lsquo": 8216, "rsquo": 8217, "sbquo": 8218,
      "ldquo": 8220, "rdquo": 8221, "bdquo": 8222, "dagger": 8224, "Dagger": 8225, "bull": 8226,
      "hellip": 8230, "permil": 8240, "prime": 8242, "Prime": 8243, "lsaquo": 8249,
      "rsaquo": 8250, "oline": 8254, "frasl": 8260, "euro": 8364, "image": 8465, "weierp": 8472,
      "real": 8476, "trade": 8482, "alefsym": 8501, "larr": 8592, "uarr": 8593, "rarr": 8594,
      "darr": 8595, "harr": 8596, "crarr": 8629, "lArr": 8656, "uArr": 8657, "rArr": 8658,
      "dArr": 8659, "hArr": 8660, "forall": 8704, "part": 8706, "exist": 8707, "empty": 8709,
      "nabla": 8711, "isin": 8712, "notin": 8713, "ni": 8715, "prod": 8719, "sum": 8721,
      "minus": 8722, "lowast": 8727, "radic": 8730, "prop": 8733, "infin": 8734, "ang": 8736,
      "and": 8743, "or": 8744, "cap": 8745, "cup": 8746, "int": 8747, "there4": 8756,
      "sim": 8764, "cong": 8773, "asymp": 8776, "ne": 8800, "equiv": 8801, "le": 8804,
      "ge": 8805, "sub": 8834, "sup": 8835, "nsub": 8836, "sube": 8838, "supe": 8839,
      "oplus": 8853, "otimes": 8855, "perp": 8869, "sdot": 8901, "lceil": 8968, "rceil": 8969,
      "lfloor": 8970, "rfloor": 8971, "lang": 9001, "rang": 9002, "loz": 9674, "spades": 9824,
      "clubs": 9827, "hearts": 9829, "diams": 9830, "check": 10003,
    ]
    // Latin-1 from 160 on, in order.
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
      uuml yacute thorn yuml
      """
    for (index, name) in latin.split(separator: " ").enumerated() {
      table[String(name)] = 160 + UInt32(index)
    }
    // Greek from 913 and 945 on; 930 is no letter, and small letters have a final sigma there.
    let greek = """
      Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - \
      Sigma Tau Upsilon Phi Chi Psi Omega
      """
    for (index, name) in greek.split(separator: " ").enumerated() where name != "-" {
      table[String(name)] = 913 + UInt32(index)
      table[name.lowercased()] = 945 + UInt32(index)
    }
    table["sigmaf"] = 962
    return table
  }()
}
