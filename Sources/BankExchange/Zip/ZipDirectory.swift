/// The directory at the end of a zip archive ("APPNOTE.TXT, .ZIP File Format Specification",
/// sections 4.3.7, 4.3.12 and 4.3.16).
struct ZipDirectory {
  /// What the directory says of an entry.
  struct Record {
    var name: String
    var nameBytes: ArraySlice<UInt8>
    var method: Int
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    var headerOffset: Int
    var isEncrypted: Bool
    var isSymbolicLink: Bool
  }

  /// The records, in order.
  let records: [Record]
  /// The index of the directory's first byte: the data of all entries lies before it.
  private let start: Int

  private static let truncated = ZipProblem("the archive is damaged or was cut off")
  private static let large = ZipProblem("the archive has the zip64 form, which is not read")

  /// Finds and reads the directory.
  ///
  /// - Throws: ``ZipProblem``.
  init(_ bytes: [UInt8]) throws(ZipProblem) {
    guard ZipArchive.isArchive(bytes) else { throw ZipProblem("this is no zip archive") }
    guard let end = Self.endRecord(of: bytes),
      var reader = LittleEndianReader(bytes, at: end + 4, count: 18)
    else { throw Self.truncated }
    let (disk, startDisk) = (reader.short(), reader.short())
    let (countHere, count) = (reader.short(), reader.short())
    let (size, offset) = (reader.long(), reader.long())
    if [disk, startDisk, countHere, count].contains(0xffff) || size == 0xffff_ffff
      || offset == 0xffff_ffff
      || bytes[..<end].suffix(20).starts(with: [0x50, 0x4b, 0x06, 0x07])
    {
      throw Self.large
    }
    guard disk == 0, startDisk == 0, countHere == count else {
      throw ZipProblem("the archive is one part of several, which are not read")
    }
    guard size <= end, offset <= end - size else { throw Self.truncated }
    var records: [Record] = []
    records.reserveCapacity(min(count, size / 46))
    var index = offset
    for _ in 0..<count {
      let (record, next) = try Self.record(in: bytes, at: index, before: offset + size)
      records.append(record)
      index = next
    }
    guard index == offset + size else { throw Self.truncated }
    self.records = records
    start = offset
  }

  /// The index of the record that ends the archive: its comment must reach to the last byte.
  private static func endRecord(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    for index in stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 0xffff), by: -1)
    where bytes[index] == 0x50 && bytes[index...].starts(with: [0x50, 0x4b, 0x05, 0x06]) {
      let comment = Int(bytes[index + 20]) | Int(bytes[index + 21]) << 8
      if index + 22 + comment == bytes.count { return index }
    }
    return nil
  }

  private static func record(
    in bytes: [UInt8], at index: Int, before end: Int
  ) throws(ZipProblem) -> (Record, next: Int) {
    guard index <= end - 46, var reader = LittleEndianReader(bytes, at: index, count: 46),
      reader.long() == 0x0201_4b50
    else { throw truncated }
    let madeBy = reader.short()
    _ = reader.short()
    let flags = reader.short()
    let method = reader.short()
    _ = reader.long()
    let checksum = UInt32(reader.long())
    let (packedSize, size) = (reader.long(), reader.long())
    let (nameCount, extraCount, commentCount) = (reader.short(), reader.short(), reader.short())
    _ = reader.short()
    _ = reader.short()
    let attributes = reader.long()
    let headerOffset = reader.long()
    let next = index + 46 + nameCount + extraCount + commentCount
    guard next <= end else { throw truncated }
    if [packedSize, size, headerOffset].contains(0xffff_ffff) { throw large }
    let nameBytes = bytes[(index + 46)..<(index + 46 + nameCount)]
    // Systems of the Unix kind (3 and 19) keep the file's mode in the upper half.
    let isUnix = madeBy >> 8 == 3 || madeBy >> 8 == 19
    return (
      Record(
        name: ZipName.decode(nameBytes), nameBytes: nameBytes, method: method, checksum: checksum,
        packedSize: packedSize, size: size, headerOffset: headerOffset,
        isEncrypted: flags & 0x41 != 0,
        isSymbolicLink: isUnix && attributes >> 16 & 0xf000 == 0xa000),
      next
    )
  }

  /// The index of the first byte of an entry's data.
  ///
  /// - Throws: ``ZipProblem`` where the entry's own header is not where the directory says, has
  ///   another name, or the data isn't all there.
  func startOfData(of record: Record, in bytes: [UInt8]) throws(ZipProblem) -> Int {
    guard var reader = LittleEndianReader(bytes, at: record.headerOffset, count: 30),
      reader.long() == 0x0403_4b50
    else { throw Self.truncated }
    for _ in 0..<2 { _ = reader.short() }
    let method = reader.short()
    for _ in 0..<4 { _ = reader.long() }
    let (nameCount, extraCount) = (reader.short(), reader.short())
    let name = record.headerOffset + 30
    let start = name + nameCount + extraCount
    guard start <= self.start, record.packedSize <= self.start - start else {
      throw Self.truncated
    }
    guard bytes[name..<(name + nameCount)] == record.nameBytes, method == record.method else {
      throw ZipProblem("'\(record.name)' is called or packed otherwise in the archive's directory")
    }
    return start
  }
}
