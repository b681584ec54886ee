/// Writes a zip archive into memory.
///
/// The same files give the same bytes whenever they are packed: their date is always the earliest
/// one that the format has.
package struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Makes an archive without files.
  package init() {}

  /// The most files that an archive may have without the zip64 form.
  package static let maximumFiles = 65_534

  /// Adds a file, or an empty folder where the name ends in a slash.
  ///
  /// - Throws: ``ZipProblem`` where there is no room left, or the name isn't allowed.
  package mutating func add(_ name: String, _ contents: [UInt8]) throws(ZipProblem) {
    try ZipName.check(name)
    let packed = try Deflate.pack(contents)
    // Readers, ours too, refuse what grows by a factor that no text has.
    let isDeflated =
      packed.count < contents.count
      && (contents.count <= 1_000_000 || contents.count / ZipLimits.standard.ratio <= packed.count)
    let data = isDeflated ? packed : contents
    let isFolder = name.utf8.last == UInt8(ascii: "/")
    guard count < Self.maximumFiles, bytes.count + data.count + directory.count < 0xf000_0000 else {
      throw ZipProblem("the archive would be larger than the zip format allows")
    }
    let offset = bytes.count
    var fields: [UInt8] = []
    fields.append(short: 20)
    // The name is UTF-8.
    fields.append(short: 0x0800)
    fields.append(short: isDeflated ? 8 : 0)
    // Midnight of 1 January 1980.
    fields.append(short: 0)
    fields.append(short: 0x21)
    fields.append(long: Int(Deflate.checksum(contents)))
    fields.append(long: data.count)
    fields.append(long: contents.count)
    fields.append(short: name.utf8.count)
    fields.append(short: 0)
    bytes.append(long: 0x0403_4b50)
    bytes += fields
    bytes += name.utf8
    bytes += data
    directory.append(long: 0x0201_4b50)
    // Made on a system of the Unix kind, so that the file's mode is kept.
    directory.append(short: 3 << 8 | 20)
    directory += fields
    for _ in 0..<3 { directory.append(short: 0) }
    directory.append(long: (isFolder ? 0o040755 : 0o100644) << 16 | (isFolder ? 0x10 : 0))
    directory.append(long: offset)
    directory += name.utf8
    count += 1
  }

  /// The whole archive.
  package func finish() -> [UInt8] {
    var whole = bytes
    whole += directory
    whole.append(long: 0x0605_4b50)
    whole.append(long: 0)
    whole.append(short: count)
    whole.append(short: count)
    whole.append(long: directory.count)
    whole.append(long: bytes.count)
    whole.append(short: 0)
    return whole
  }
}

extension [UInt8] {
  fileprivate mutating func append(short value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  fileprivate mutating func append(long value: Int) {
    append(short: value)
    append(short: value >> 16)
  }
}
