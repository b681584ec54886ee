import ProgressStore
import Testing

@Suite struct ChecksumTests {
  @Test func `the check value of CRC-32C`() {
    #expect(Checksum.crc32c("123456789".utf8) == 0xe306_9283)
  }
}
