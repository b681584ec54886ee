import Foundation
import Testing

@testable import swot

@Suite struct JSONValueTests {
  private func text(_ value: JSONValue) -> String { String(decoding: value.bytes, as: UTF8.self) }

  @Test func `members stand in the order in which they were given`() {
    let value: JSONValue = [
      "zebra": 1, "ape": [true, nil, "x"], "cat": ["b": -2.5, "a": []], "dog": [:],
    ]
    #expect(
      text(value) == #"{"zebra":1,"ape":[true,null,"x"],"cat":{"b":-2.5,"a":[]},"dog":{}}"#)
  }

  @Test func `what could steer a terminal is escaped`() {
    #expect(text("a\"\\\n\t\u{1B}[2J\u{7F}\u{9B}") == #""a\"\\\n\t\u001b[2J\u007f\u009b""#)
    #expect(text("\u{202E}cod\u{2066}\u{2028}") == #""\u202ecod\u2066\u2028""#)
    #expect(text("\u{E0041}") == #""\udb40\udc41""#)
    #expect(text("é漢😀") == "\"é漢😀\"")
  }

  @Test func `every text is read back by another program`() throws {
    let everything = String(
      String.UnicodeScalarView((0...0x2FFF).compactMap { Unicode.Scalar($0 as UInt32) }))
    let decoded = try JSONDecoder().decode(
      [String].self, from: Data(JSONValue.array([.string(everything)]).bytes))
    #expect(decoded == [everything])
  }

  @Test(arguments: [
    0.1, 1e-300, -Double.leastNonzeroMagnitude, 1.0 / 3, 1e22, 123_456_789.123_456_7, 0, 1,
  ])
  func `numbers keep every bit`(number: Double) throws {
    let decoded = try JSONDecoder().decode(
      [Double].self, from: Data(JSONValue.array([.double(number)]).bytes))
    #expect(decoded == [number])
  }

  @Test func `JSON knows neither infinity nor NaN`() {
    #expect(text(.double(.infinity)) == "null")
    #expect(text(.double(.nan)) == "null")
  }
}
