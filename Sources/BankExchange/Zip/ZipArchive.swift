/// A zip archive that is read from memory; nothing of it is ever written to a disk.
///
/// Understood are entries that are stored or deflated, as all programs of the field write them.
/// Archives that are encrypted, in several parts or in the zip64 form are refused, and so is one in
/// which any name could lead out of a folder, any name stands twice, or entries share bytes: such
/// an archive was made to deceive.
package struct ZipArchive: Sendable {
  /// One file of the archive.
  package struct Entry: Equatable, Sendable {
    /// The name, with slashes between folders.
    package var name: String
    /// How many bytes it holds once unpacked, as the archive says.
    package var size: Int

    fileprivate var packedSize: Int
    fileprivate var isDeflated: Bool
    fileprivate var checksum: UInt32
    fileprivate var start: Int
  }

  /// The files, in the order of the archive's directory; folders are left out.
  package let entries: [Entry]
  private let bytes: [UInt8]
  private let limits: ZipLimits
  private let indices: [String: Int]
  private var unpackedBytes = 0

  /// Whether bytes look like a zip archive.
  package static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4b, 0x05, 0x06])
  }

  /// Reads the directory of an archive.
  ///
  /// - Throws: ``ZipProblem`` where it is no archive, damaged, or not allowed.
  package init(_ bytes: [UInt8], limits: ZipLimits = .standard) throws(ZipProblem) {
    self.bytes = bytes
    self.limits = limits
    let directory = try ZipDirectory(bytes)
    var entries: [Entry] = []
    var indices: [String: Int] = [:]
    var folders: Set<String> = []
    var ranges: [Range<Int>] = []
    for record in directory.records {
      try ZipName.check(record.name)
      guard !record.isSymbolicLink else {
        throw ZipProblem("'\(record.name)' is a symbolic link, which is not allowed")
      }
      guard !record.isEncrypted else {
        throw ZipProblem("'\(record.name)' is encrypted; pack it without a password")
      }
      let start = try directory.startOfData(of: record, in: bytes)
      ranges.append(record.headerOffset..<(start + record.packedSize))
      if record.name.utf8.last == UInt8(ascii: "/") {
        folders.insert(record.name)
        continue
      }
      guard indices.updateValue(entries.count, forKey: record.name) == nil else {
        throw ZipProblem("'\(record.name)' is in the archive twice")
      }
      guard record.method == 0 || record.method == 8 else {
        throw ZipProblem(
          "'\(record.name)' is compressed by method \(record.method); only deflate is known")
      }
      guard record.method == 8 || record.size == record.packedSize else {
        throw ZipProblem("'\(record.name)' is stored, but says two different sizes")
      }
      entries.append(
        Entry(
          name: record.name, size: record.size, packedSize: record.packedSize,
          isDeflated: record.method == 8, checksum: record.checksum, start: start))
    }
    ranges.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    for (range, next) in zip(ranges, ranges.dropFirst()) where range.upperBound > next.lowerBound {
      throw ZipProblem("two entries of the archive share bytes, which is not allowed")
    }
    if let twice = entries.first(where: { folders.contains($0.name + "/") }) {
      throw ZipProblem("'\(twice.name)' is both a file and a folder")
    }
    self.entries = entries
    self.indices = indices
  }

  /// Whether there is a file of that name.
  package func contains(_ name: String) -> Bool { indices[name] != nil }

  /// What the file of that name holds; nil where there is none.
  ///
  /// - Throws: ``ZipProblem`` where it is damaged or larger than is read, alone or together with
  ///   what was read before.
  package mutating func contents(of name: String) throws(ZipProblem) -> [UInt8]? {
    guard let index = indices[name] else { return nil }
    let entry = entries[index]
    guard entry.size <= limits.entryBytes else {
      throw ZipProblem(
        "'\(name)' holds \(entry.size) bytes; at most \(limits.entryBytes) are read")
    }
    guard unpackedBytes + entry.size <= limits.totalBytes else {
      throw ZipProblem("the archive holds more than \(limits.totalBytes) bytes, the most it may")
    }
    guard entry.size <= 1_000_000 || entry.size / limits.ratio <= entry.packedSize else {
      throw ZipProblem(
        "'\(name)' grows more than \(limits.ratio)-fold when unpacked, as no text does")
    }
    let packed = bytes[entry.start..<(entry.start + entry.packedSize)]
    let contents: [UInt8]
    do {
      contents = entry.isDeflated ? try Deflate.unpack(packed, size: entry.size) : Array(packed)
    } catch {
      throw ZipProblem("'\(name)' can't be unpacked: \(error.message)")
    }
    guard Deflate.checksum(contents) == entry.checksum else {
      throw ZipProblem("'\(name)' is damaged: its checksum is another one")
    }
    unpackedBytes += contents.count
    return contents
  }
}
