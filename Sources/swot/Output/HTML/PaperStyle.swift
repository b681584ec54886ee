/// What exams on paper need beside ``PageStyle``: lines to write on, boxes to tick, and sheets that
/// say which form they are of.
enum PaperStyle {
  /// The size of the sheets.
  enum Size: String, CaseIterable {
    case a4, letter

    /// The style sheet that asks for it.
    var sheet: StaticString {
      switch self {
      case .a4: "@page { size: A4; }"
      case .letter: "@page { size: letter; }"
      }
    }
  }

  /// The style sheet; without `<` and `&`, so that it is the same in HTML and in XML.
  static let sheet: StaticString = """

    .sheet { border-top: 2px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
    .sheet h2 { margin: 0 0 .75rem; display: flex; justify-content: space-between; gap: 1rem; }
    .sheet h2 .letter { white-space: nowrap; }
    .fields { display: flex; flex-wrap: wrap; gap: .75rem 2rem; margin: 1rem 0; }
    .field { flex: 1 1 12rem; border-bottom: 1px solid var(--ink); }
    .field:first-child { flex-grow: 2; }
    .extent { font-weight: bold; }
    .rules { margin: .5rem 0 1.5rem; padding-left: 1.1rem; font-size: .95rem; }
    .rules li { margin: .15rem 0; }
    .asked { position: relative; padding-left: 2.25rem; margin: 1.25rem 0; }
    .asked h3 { position: absolute; left: 0; top: 0; font-size: 1rem; line-height: 1.5; margin: 0; }
    .asked p:first-child { margin-top: 0; }
    .task { font-weight: bold; }
    .lettered { list-style: upper-alpha; padding-left: 1.75rem; }
    .lettered li, .prompts li { margin: .45rem 0; padding-left: .25rem; }
    .lettered p, .prompts p { margin: 0; }
    .lettered .said { display: inline-block; vertical-align: top; max-width: calc(100% - 2rem); }
    .box {
      display: inline-block; width: .85em; height: .85em; margin: .35em .6em 0 0;
      border: 1px solid var(--ink); vertical-align: top;
    }
    .round { border-radius: 50%; }
    .blank {
      display: inline-block; min-width: 2rem; height: 1.2em; margin-right: .6rem;
      border-bottom: 1px solid var(--ink); vertical-align: top;
    }
    .matching { display: flex; flex-wrap: wrap; gap: 0 2rem; }
    .matching ol { flex: 1 1 14rem; margin: .4rem 0; }
    .prompts .said { display: inline-block; vertical-align: top; max-width: calc(100% - 3rem); }
    .places { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; }
    .place .blank { margin: 0 0 0 .35rem; min-width: 2.5rem; }
    .answers h3, .reasons { margin: 1.5rem 0 .5rem; }
    .answers ol { columns: 9rem; column-gap: 1.5rem; margin: 0; padding-left: 2.25rem; }
    .answers li { break-inside: avoid; padding: 0 .75rem 0 .25rem; }
    h4 { font-size: 1rem; margin: 0 0 .25rem; }
    .keyed { list-style: none; padding-left: 0; }
    .keyed li { margin: .4rem 0; padding-left: 2rem; }
    .keyed p { margin: 0; }
    .keyed .tags, .keyed .said, .keyed .said p:first-child { display: inline; }
    .keyed .tags strong { margin-right: .5rem; }
    .keyed .mark { display: inline-block; width: 1.5rem; margin-left: -1.5rem; }
    .keyed .right { color: var(--ink); }
    .keyed .right .mark, .keyed .right strong { color: var(--right); }
    @media print {
      .screen { display: none; }
      .sheet { border: 0; margin: 0; padding: 0; break-before: page; }
      .screen + .sheet { break-before: auto; }
      html { font-size: 10pt; }
      .key { font-size: 9pt; }
      .asked, .scenario { break-inside: avoid; }
      .scenario, h4 { break-after: avoid; }
      .asked h3 { line-height: 1.35; }
      .fields { margin: 1.25rem 0; }
      @page { margin: 16mm 16mm 18mm; @bottom-right { content: counter(page); font-size: 9pt; } }
      @page a { @bottom-left { content: "Form A"; font-size: 9pt; } }
      @page b { @bottom-left { content: "Form B"; font-size: 9pt; } }
      @page c { @bottom-left { content: "Form C"; font-size: 9pt; } }
      @page d { @bottom-left { content: "Form D"; font-size: 9pt; } }
      @page e { @bottom-left { content: "Form E"; font-size: 9pt; } }
      @page f { @bottom-left { content: "Form F"; font-size: 9pt; } }
      @page key { @bottom-left { content: "Answer key"; font-size: 9pt; } }
      .form-A { page: a; } .form-B { page: b; } .form-C { page: c; }
      .form-D { page: d; } .form-E { page: e; } .form-F { page: f; }
      .key { page: key; }
    }

    """
}
