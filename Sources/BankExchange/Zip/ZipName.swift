/// The names of files in zip archives.
enum ZipName {
  /// A name from its bytes: UTF-8 where it is that, else the characters of the first IBM PC.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(byte < 0x80 ? Unicode.Scalar(byte) : codePage437[Int(byte) - 0x80])
    }
    return String(text)
  }

  /// Sees to it that a name can only mean a file below the archive's own folder.
  ///
  /// - Throws: ``ZipProblem``.
  static func check(_ name: String) throws(ZipProblem) {
    func refuse(_ reason: String) -> ZipProblem {
      ZipProblem("the name '\(name)' in the archive is not allowed: \(reason)")
    }
    if name.isEmpty { throw ZipProblem("a file in the archive has no name") }
    if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) {
      throw refuse("it holds a control character")
    }
    if name.utf8.first == UInt8(ascii: "/") { throw refuse("it begins with '/'") }
    if name.utf8.contains(UInt8(ascii: "\\")) {
      throw refuse("it holds '\\'; pack the files with '/' between folders")
    }
    if name.utf8.count >= 2, name.utf8.dropFirst().first == UInt8(ascii: ":") {
      throw refuse("it begins with a drive")
    }
    // Bytes, since a mark that combines with a slash makes another character of it.
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.contains(where: { $0.elementsEqual("..".utf8) }) {
      throw refuse("it leads out of the folder")
    }
    if parts.dropLast().contains(where: \.isEmpty)
      || parts.contains(where: { $0.elementsEqual(".".utf8) })
    {
      throw refuse("it has a part without a name")
    }
  }

  /// The characters of the bytes from 0x80 on in code page 437, which zip takes where nothing else
  /// is said.
  private static let codePage437 = Array(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}
    """.unicodeScalars)
}
