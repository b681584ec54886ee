import FSRS
import TerminalUI
import TestSupport
import Testing

@testable import swot

@Suite struct CSVTextTests {
  private func text(_ rows: [[CSVText.Cell]]) -> String {
    String(decoding: CSVText.bytes(rows), as: UTF8.self)
  }

  @Test func `rows end as RFC 4180 says, and cells are quoted where they must be`() {
    #expect(
      text([["a", "b,c", "say \"so\""], [1, .tenths(2.25), .empty], [.tenths(-0.04), " x", ""]])
        == "a,\"b,c\",\"say \"\"so\"\"\"\r\n1,2.3,\r\n0.0,\" x\",\r\n")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\"=1", "＝1", "−1", "\r\n=1"])
  func `no text is a formula`(formula: String) throws {
    let cell = text([[.text(formula)]])
    let plain = cell.hasPrefix("\"") ? cell.dropFirst() : cell[...]
    #expect(plain.hasPrefix("'"), "\(cell)")
  }

  /// Reads what RFC 4180 describes, strictly.
  private func parse(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var scalars = text.unicodeScalars[...]
    var isQuoted = false
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        cell.append("\"")
        scalars.removeFirst()
      case ("\"", true):
        isQuoted = false
        guard let next = scalars.first, next == "," || next == "\r" else { return nil }
      case ("\"", false):
        guard cell.isEmpty else { return nil }
        isQuoted = true
      case (",", false):
        row.append(String(cell))
        cell = .init()
      case ("\r", false):
        guard scalars.popFirst() == "\n" else { return nil }
        rows.append(row + [String(cell)])
        (row, cell) = ([], .init())
      case ("\n", _): return nil
      default: cell.append(scalar)
      }
    }
    return row.isEmpty && cell.isEmpty && !isQuoted ? rows : nil
  }

  @Test func `whatever stands in cells, the table can be read again`() throws {
    try withEvery(seed: 0..<300) { seed, random in
      let texts = (0..<3).map { _ in (0..<4).map { _ in HostileText.make(&random) } }
      let csv = text(texts.map { $0.map(CSVText.Cell.text) })
      let read = try #require(parse(csv), "seed \(seed)")
      for (row, wanted) in zip(read, texts) {
        for (cell, text) in zip(row, wanted) {
          let safe = DisplayText.sanitized(text)
          try #require(cell == safe || cell == "'" + safe, "seed \(seed)")
        }
      }
      try #require(read.map(\.count) == [4, 4, 4], "seed \(seed)")
    }
  }
}
