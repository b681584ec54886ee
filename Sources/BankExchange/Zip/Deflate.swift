import CZlib

/// The compression of zip archives (RFC 1951), by zlib.
enum Deflate {
  /// A negative number of window bits means: without a header of zlib's own.
  private static let rawWindowBits: Int32 = -15

  /// Unpacks `packed`, which must hold exactly `size` bytes.
  ///
  /// Memory grows with what really comes out, never with what `size` claims.
  ///
  /// - Throws: ``ZipProblem`` where it holds more or less, or is damaged.
  static func unpack(_ packed: ArraySlice<UInt8>, size: Int) throws(ZipProblem) -> [UInt8] {
    var stream = z_stream()
    guard
      inflateInit2_(
        &stream, rawWindowBits, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw ZipProblem("there is no memory left to unpack it") }
    defer { inflateEnd(&stream) }
    var unpacked: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(max(size, 1), 65_536))
    let status = packed.withUnsafeBufferPointer { input in
      // zlib doesn't write there; its interface is older than const.
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(clamping: input.count)
      while true {
        let status = chunk.withUnsafeMutableBufferPointer { output in
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          return inflate(&stream, Z_NO_FLUSH)
        }
        unpacked += chunk[..<(chunk.count - Int(stream.avail_out))]
        // No progress is possible any more once the input has ended.
        guard status == Z_OK, unpacked.count <= size else { return status }
      }
    }
    guard unpacked.count <= size else { throw ZipProblem("it holds more than it says") }
    guard status == Z_STREAM_END else { throw ZipProblem("its compressed data is damaged") }
    guard unpacked.count == size else { throw ZipProblem("it holds less than it says") }
    guard stream.avail_in == 0 else { throw ZipProblem("its compressed data ends too early") }
    return unpacked
  }

  /// Packs bytes as tightly as zlib can.
  ///
  /// - Throws: ``ZipProblem`` where memory runs out.
  static func pack(_ bytes: [UInt8]) throws(ZipProblem) -> [UInt8] {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, Z_BEST_COMPRESSION, Z_DEFLATED, rawWindowBits, 8, Z_DEFAULT_STRATEGY,
        zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw ZipProblem("there is no memory left to pack it") }
    defer { deflateEnd(&stream) }
    var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let status = bytes.withUnsafeBufferPointer { input in
      packed.withUnsafeMutableBufferPointer { output in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(clamping: input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(clamping: output.count)
        return deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { throw ZipProblem("there is no memory left to pack it") }
    packed.removeLast(Int(stream.avail_out))
    return packed
  }

  /// The CRC-32 of zip archives.
  static func checksum(_ bytes: some Collection<UInt8>) -> UInt32 {
    let value = bytes.withContiguousStorageIfAvailable { buffer in
      crc32_z(0, buffer.baseAddress, buffer.count)
    }
    return UInt32(truncatingIfNeeded: value ?? 0)
  }
}
