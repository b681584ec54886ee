extension Timestamp {
  /// Reads `2026-11-23T09:00:00Z`; nil for anything else or for a time that is none.
  ///
  /// Seconds may have a fraction of one to nine digits, of which whole milliseconds are kept (the
  /// rest is cut off, not rounded). In place of `Z` may stand an offset such as `+01:00`. Years are
  /// 0001 to 9999; there is no leap second and no hour 24.
  package init?(iso8601 text: String) {
    var text = text
    guard let instant = text.withUTF8({ Timestamp(iso8601: $0) }) else { return nil }
    self = instant
  }

  /// Reads the same from bytes of UTF-8, all of them.
  package init?(iso8601 bytes: UnsafeBufferPointer<UInt8>) {
    var reader = DigitReader(bytes: bytes)
    guard let year = reader.number(digits: 4), reader.take("-"),
      let month = reader.number(digits: 2), reader.take("-"),
      let day = reader.number(digits: 2), reader.take("T"),
      let date = CalendarDate(year: year, month: month, day: day),
      let hour = reader.number(digits: 2), hour < 24, reader.take(":"),
      let minute = reader.number(digits: 2), minute < 60, reader.take(":"),
      let second = reader.number(digits: 2), second < 60,
      let fraction = reader.take(".") ? reader.milliseconds() : 0,
      let offset = reader.offsetMinutes(), reader.isAtEnd
    else { return nil }
    let minutes = date.daysSince1970 * 1440 + hour * 60 + minute - offset
    self.init(milliseconds: Int64((minutes * 60 + second) * 1000 + fraction))
  }

  /// The instant in UTC as `2026-11-23T09:00:00.123Z`, always with three digits of milliseconds.
  ///
  /// What ``init(iso8601:)-(String)`` reads, for years 1 to 9999; later years have more digits.
  package var iso8601: String {
    var bytes: [UInt8] = []
    appendISO8601(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The instant in UTC, with milliseconds only where there are some: `2026-11-23T09:00:00Z`.
  package var iso8601WithoutZeroFraction: String {
    var bytes: [UInt8] = []
    appendISO8601(to: &bytes, zeroFraction: false)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends ``iso8601`` as UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: Where to append.
  ///   - zeroFraction: Whether `.000` is written.
  package func appendISO8601(to bytes: inout [UInt8], zeroFraction: Bool = true) {
    let dayLength: Int64 = 86_400_000
    let quotient = milliseconds / dayLength
    let remainder = milliseconds % dayLength
    let days = remainder < 0 ? quotient - 1 : quotient
    let time = Int(remainder < 0 ? remainder + dayLength : remainder)
    let (year, month, day) = CalendarDate(daysSince1970: Int(days)).parts
    if year < 0 { bytes.append(UInt8(ascii: "-")) }
    Self.append(abs(year), digits: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(month, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(day, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    Self.append(time / 3_600_000, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.append(time / 60_000 % 60, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.append(time / 1000 % 60, digits: 2, to: &bytes)
    if zeroFraction || time % 1000 != 0 {
      bytes.append(UInt8(ascii: "."))
      Self.append(time % 1000, digits: 3, to: &bytes)
    }
    bytes.append(UInt8(ascii: "Z"))
  }

  /// Appends a number that is not negative, with at least `digits` digits.
  private static func append(_ value: Int, digits: Int, to bytes: inout [UInt8]) {
    if value >= 10 || digits > 1 { append(value / 10, digits: digits - 1, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }
}

/// Reads the parts of an ISO 8601 time from bytes, one after the other.
private struct DigitReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  var isAtEnd: Bool { position == bytes.count }

  /// Whether the next byte is `character`, which is then passed.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// The next `digits` digits as a number.
  mutating func number(digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var value = 0
    for _ in 0..<digits {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// One to nine digits of a second, cut to milliseconds.
  mutating func milliseconds() -> Int? {
    var value = 0
    var count = 0
    while let digit = digit() {
      if count < 3 { value = value * 10 + digit }
      count += 1
    }
    guard (1...9).contains(count) else { return nil }
    for _ in count..<max(3, count) { value *= 10 }
    return value
  }

  /// `Z`, or minutes east of UTC as `+01:00`.
  mutating func offsetMinutes() -> Int? {
    if take("Z") { return 0 }
    let isWest = take("-")
    guard isWest || take("+"), let hours = number(digits: 2), hours < 24, take(":"),
      let minutes = number(digits: 2), minutes < 60
    else { return nil }
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }

  private mutating func digit() -> Int? {
    guard position < bytes.count,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    else { return nil }
    defer { position += 1 }
    return Int(bytes[position] - UInt8(ascii: "0"))
  }
}
