import PracticeCore
import TerminalUI
import Testing

@testable import PracticeUI

@Suite struct NotesScreenTests {
  private static func scene(_ name: String, _ keys: String) -> Scene {
    Scene(name: name, banks: Library.banks, keys: keys)
  }

  static let scenes: [Scene] = [
    scene("contents", "n"),
    scene("contents, searching", "n/water"),
    scene("contents, nothing found", "n/zzz<enter>"),
    scene("section", "n<enter>"),
    scene("section, end", "n<enter><end>"),
    scene("section, next", "n<enter>l"),
    scene("section, searching", "n<enter>/acid"),
    scene("section, match", "n<enter>/the acid<enter>n"),
    scene("section, help", "n<enter>?"),
    Scene(name: "no notes", banks: [], keys: "n"),
  ]

  @Test(arguments: scenes) func `every screen looks as it was approved`(scene: Scene) {
    scene.expectSnapshots()
  }

  private static func notes(_ keys: String, size: Size = Size(columns: 80, rows: 24))
    -> ScreenRunner
  {
    scene("", keys).run(size)
  }

  // MARK: - Contents

  @Test func `sections stand in the order of the objectives, those without one last`() {
    let order = NotesOrder(Library.banks[1])
    #expect(order.groups.map(\.title) == ["Heat", NotesWording.others])
    #expect(order.sections == [1, 0, 2])
  }

  @Test func `the contents are searched by what sections say`() {
    let runner = Self.notes("n/SALT late<enter>")
    #expect(runner.shows("▸ Boiling water"))
    #expect(runner.shows("1 section"))
    #expect(!runner.shows("Frying"))
  }

  @Test func `a section opened from a search shows where it was found`() {
    let runner = Self.notes("n/salt<enter><enter>")
    #expect(runner.shows("match 1 of 1"))
    #expect(runner.state.view().cursor?.row == 5)
  }

  @Test func `the mark of the contents goes along with the section that is read`() {
    var runner = Self.notes("n<enter>l")
    #expect(runner.shows("What may stand beside what"))
    runner.press("l")
    #expect(runner.shows(NotesWording.lastSection))
    runner.press("q")
    #expect(runner.shows("▸ What may stand beside what"))
    runner.press("k<enter>h")
    #expect(runner.shows(NotesWording.firstSection))
  }

  @Test func `space reads a section to its end and goes on to the next`() {
    var runner = Self.notes("n<enter>", size: Size(columns: 40, rows: 12))
    for _ in 0..<20 where !runner.shows("Acids and bases stand apart.") { runner.press(" ") }
    #expect(runner.shows("Acids and bases stand apart."))
  }

  // MARK: - At an objective

  @Test func `the program opens at an objective, and closes from there`() {
    var runner = ScreenRunner(
      .notes(bank: nil, objective: "KIT-BOIL"), banks: Library.banks)
    #expect(runner.shows("Water boils at 100 degrees."))
    runner.press("q")
    #expect(runner.effects == [.quit])
  }

  @Test func `the program lists the notes of one bank`() {
    let runner = ScreenRunner(.notes(bank: "kitchen", objective: nil), banks: Library.banks)
    #expect(runner.shows("3 sections"))
    #expect(!runner.shows("Laboratory"))
  }

  // MARK: - Searching in the notes

  @Test func `a search goes on in the section that holds what is searched for`() {
    var runner = Self.notes("n<enter>/bases<enter>")
    #expect(runner.shows("What may stand beside what") && runner.shows("match 1 of 1"))
    runner.press("n")
    #expect(runner.shows("match 1 of 1") && runner.shows(NotesWording.fromTop))
  }

  @Test func `matches are gone through from section to section, round the ends`() {
    var runner = Self.notes("n<enter>/acid<enter>")
    #expect(runner.shows("match 1 of 7") && runner.shows("section 1 of 2"))
    runner.press("nnnnnn")
    #expect(runner.shows("match 7 of 7"))
    runner.press("n")
    #expect(runner.shows("match 1 of 1") && runner.shows("section 2 of 2"))
    #expect(!runner.shows(NotesWording.fromTop))
    runner.press("n")
    #expect(runner.shows("match 1 of 7") && runner.shows(NotesWording.fromTop))
    runner.press("N")
    #expect(runner.shows("section 2 of 2") && runner.shows(NotesWording.fromEnd))
    runner.press("N")
    #expect(runner.shows("match 7 of 7") && runner.shows("section 1 of 2"))
  }

  @Test func `matches are gone through round the ends`() {
    var runner = Self.notes("n<enter>/it<enter>")
    #expect(runner.shows("match 1 of 8"))
    runner.press("nnnnnnn")
    #expect(runner.shows("match 8 of 8"))
    runner.press("n")
    #expect(runner.shows("match 1 of 8") && runner.shows(NotesWording.fromTop))
    runner.press("N")
    #expect(runner.shows("match 8 of 8") && runner.shows(NotesWording.fromEnd))
    runner.press("<esc>")
    #expect(!runner.shows("match") && runner.shows("What to do"))
  }

  @Test func `what isn't there is said`() {
    #expect(Self.notes("n<enter>/zzz<enter>").shows("'zzz' is nowhere in these notes."))
  }

  @Test func `a phrase is found across the ends of rows`() {
    let rows = [Line("one Two"), Line("  three 漢字"), Line(), Line("four")]
    let matches = NotesMatches(of: "two  THREE 漢", in: rows).matches
    #expect(
      matches == [
        [
          NotesMatches.Piece(row: 0, columns: 4..<7),
          NotesMatches.Piece(row: 1, columns: 2..<10),
        ]
      ])
    #expect(NotesMatches(of: "漢字 four", in: rows).matches.count == 2)
    #expect(NotesMatches(of: "  ", in: rows).matches.isEmpty)
  }

  @Test func `words are found one by one where they stand nowhere together`() {
    let rows = [Line("b a"), Line("a")]
    let matches = NotesMatches(of: "a b", in: rows).matches
    #expect(matches.map { $0[0].row } == [0, 0, 1])
    #expect(matches.map { $0[0].columns.lowerBound } == [0, 2, 0])
  }
}
