import Testing

@testable import swot

@Suite struct DrawingTests {
  @Test(arguments: [
    (0, [0, 1]), (5_000, [0, 1, 2, 3, 4, 5]), (61_000, [0, 15, 30, 45, 60, 75]),
    (300_000, [0, 60, 120, 180, 240, 300]), (3_600_000, [0, 900, 1800, 2700, 3600]),
  ])
  func `steps of a time axis are round and reach the longest`(
    milliseconds: Int, seconds: [Int]
  ) {
    #expect(ColumnChart.steps(upTo: milliseconds) == seconds.map { $0 * 1000 })
  }

  @Test func `steps of a time axis are few for any length`() {
    for power in 0..<45 {
      let longest = 1 << power
      let steps = ColumnChart.steps(upTo: longest)
      #expect((2...6).contains(steps.count), "\(longest)")
      #expect((steps.last ?? 0) >= longest, "\(longest)")
    }
  }

  @Test(arguments: [
    (1, [1]), (2, [1, 2]), (10, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    (65, [1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65]),
    (33, [1, 5, 10, 15, 20, 25, 30, 33]), (20, [1, 4, 6, 8, 10, 12, 14, 16, 18, 20]),
  ])
  func `numbers below columns keep apart`(count: Int, numbers: [Int]) {
    #expect(ColumnChart.numbers(upTo: count) == numbers)
  }

  @Test func `lengths are short, and finite whatever they come from`() {
    #expect(Drawing.number(1.0) == "1")
    #expect(Drawing.number(1.0 / 3) == "0.33")
    #expect(Drawing.number(-.infinity) == "-1000000")
  }

  @Test func `long labels are cut`() {
    #expect(Drawing.short("short", columns: 5) == "short")
    #expect(Drawing.short("longer", columns: 5) == "long…")
    #expect(Drawing.short("日本語日本語", columns: 6) == "日本…")
  }

  @Test func `a hatched rectangle keeps its strokes inside`() throws {
    for (width, height) in [(1.0, 1.0), (3, 40), (40, 3), (100, 16), (0, 10), (10, 0)] {
      let source = BarChart.hatched(x: 10, y: 20, width: width, height: height).source
      for points in source.split(separator: "points=\"").dropFirst() {
        for point in points.prefix(while: { $0 != "\"" }).split(separator: " ") {
          let pair = point.split(separator: ",").compactMap { Double($0) }
          try #require(pair.count == 2)
          #expect((9.99...(10.01 + width)).contains(pair[0]), "\(width) × \(height): \(point)")
          #expect((19.99...(20.01 + height)).contains(pair[1]), "\(width) × \(height): \(point)")
        }
      }
    }
  }
}
