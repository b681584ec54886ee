/// CRC-32C (Castagnoli): the checksum of journal lines.
package enum Checksum {
  /// The checksum of `bytes`: reflected polynomial 0x82F63B78, initial value and final xor all
  /// ones (RFC 3720, appendix B.4).
  package static func crc32c(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var crc = ~UInt32(0)
    for byte in bytes { crc = (crc >> 8) ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] }
    return ~crc
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in
      crc & 1 == 1 ? (crc >> 1) ^ 0x82f6_3b78 : crc >> 1
    }
  }
}
