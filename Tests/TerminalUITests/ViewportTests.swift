import TerminalUI
import TestSupport
import Testing

@Suite struct ViewportTests {
  @Test func `what fits is in view without counts`() {
    let view = Viewport(contentRows: 5, height: 5, offset: 3)
    #expect(view.visible == 0..<5)
    #expect(!view.hasMore)
  }

  @Test func `counts take a row at the edges where something is hidden`() {
    var view = Viewport(contentRows: 20, height: 10)
    #expect(view.visible == 0..<9)
    #expect(view.hiddenBelow == 11)
    view.scroll(by: 1)
    #expect(view.visible == 2..<10)
    #expect((view.hiddenAbove, view.hiddenBelow) == (2, 10))
    view.scroll(by: -1)
    #expect(view.visible == 0..<9)
    view.scroll(to: 99)
    #expect(view.visible == 11..<20)
  }

  @Test func `pages overlap by a row and end at the last`() {
    var view = Viewport(contentRows: 30, height: 10)
    var seen = Set(view.visible)
    var pages = 0
    while view.hasMore {
      let end = view.visible.upperBound
      view.pageDown()
      #expect(view.visible.lowerBound < end)
      seen.formUnion(view.visible)
      pages += 1
      try? #require(pages < 10)
    }
    #expect(seen.count == 30)
    for _ in 0..<pages + 1 { view.pageUp() }
    #expect(view.offset == 0)
  }

  @Test func `rows are brought into view with as little movement as needed`() {
    var view = Viewport(contentRows: 50, height: 10)
    view.reveal(3..<5)
    #expect(view.offset == 0)
    view.reveal(9..<11)
    #expect(view.visible.contains(9) && view.visible.contains(10))
    #expect(view.offset == 3)
    view.reveal(40..<60)
    #expect(view.visible.lowerBound == 40)
    view.reveal(1..<2)
    #expect(view.visible.contains(1))
  }

  @Test func `counts outside leave the whole height to the rows`() {
    let view = Viewport(contentRows: 20, height: 10, offset: 4, countsInside: false)
    #expect(view.visible == 4..<14)
  }

  @Test func `whatever is asked for, the view is full and can reach every row`() throws {
    try withEvery(seed: 0..<2000) { seed, random in
      let rows = Int.random(in: 0...40, using: &random)
      let height = Int.random(in: 0...14, using: &random)
      var view = Viewport(
        contentRows: rows, height: height, offset: Int.random(in: -5...60, using: &random),
        countsInside: Bool.random(using: &random))
      for _ in 0..<10 {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: view.scroll(by: Int.random(in: -9...9, using: &random))
        case 1: view.pageDown()
        case 2: view.pageUp()
        case 3: view.scroll(to: [Int.min, 0, 3, Int.max][Int.random(in: 0..<4, using: &random)])
        default:
          let row = Int.random(in: 0...40, using: &random)
          view.reveal(row..<row + 1)
          if row < rows && height > 0 {
            try #require(view.visible.contains(row), "seed \(seed): \(row) of \(view)")
          }
        }
        try #require(view.visible.count <= height, "seed \(seed)")
        try #require((0...rows).contains(view.visible.upperBound), "seed \(seed)")
        if height > 0 && rows > 0 { try #require(!view.visible.isEmpty, "seed \(seed): \(view)") }
        if rows <= height { try #require(view.visible == 0..<rows, "seed \(seed)") }
      }
      view.scroll(to: 0)
      var turns = 0
      while view.hasMore && height > 0 {
        view.scroll(by: 1)
        turns += 1
        try #require(turns <= rows, "seed \(seed): never ends at \(view)")
      }
    }
  }
}
