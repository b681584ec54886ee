/// CRC-32C (Castagnoli): the checksum of journal lines.
package enum Checksum {
  /// The checksum of `bytes`: reflected polynomial 0x82F63B78, initial value and final xor all
  /// ones (RFC 3720, appendix B.4).
  package static func crc32c(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.withContiguousStorageIfAvailable { crc32c(UnsafeRawBufferPointer($0)) }
      ?? Array(bytes).withUnsafeBytes { crc32c($0) }
  }

  /// The checksum of bytes in memory.
  ///
  /// Eight bytes at a time (Kounavis and Berry, "Novel table lookup-based algorithms for
  /// high-performance CRC generation", 2008): a journal of a million lines is all summed at start.
  ///
  /// - Parameters:
  ///   - bytes: What to sum.
  ///   - before: The checksum of the bytes that stand before them, 0 for none.
  /// - Returns: The checksum of all of them.
  package static func crc32c(_ bytes: UnsafeRawBufferPointer, after before: UInt32 = 0) -> UInt32 {
    tables.withUnsafeBufferPointer { tables in
      var crc = ~before
      var index = 0
      while index + 8 <= bytes.count {
        let word =
          UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          ^ UInt64(crc)
        func entry(_ table: Int, byte: UInt64) -> UInt32 {
          tables[table * 256 + Int(truncatingIfNeeded: word >> (byte * 8) & 255)]
        }
        crc = entry(7, byte: 0) ^ entry(6, byte: 1) ^ entry(5, byte: 2) ^ entry(4, byte: 3)
        crc ^= entry(3, byte: 4) ^ entry(2, byte: 5) ^ entry(1, byte: 6) ^ entry(0, byte: 7)
        index += 8
      }
      while index < bytes.count {
        crc = (crc >> 8) ^ tables[Int(UInt8(truncatingIfNeeded: crc) ^ bytes[index])]
        index += 1
      }
      return ~crc
    }
  }

  /// The checksum of `{`.
  static let ofOpeningBrace = crc32c("{".utf8)

  /// Eight tables of 256: table k gives the checksum of a byte that k zero bytes follow.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = []
    for index in UInt32(0)..<256 {
      tables.append(
        (0..<8).reduce(index) { crc, _ in crc & 1 == 1 ? (crc >> 1) ^ 0x82f6_3b78 : crc >> 1 })
    }
    for index in 256..<8 * 256 {
      let before = tables[index - 256]
      tables.append((before >> 8) ^ tables[Int(before & 255)])
    }
    return tables
  }()
}
