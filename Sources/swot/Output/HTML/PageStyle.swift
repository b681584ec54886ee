/// How pages look: quiet on a screen, light or dark as its owner has it, and black on white on paper.
enum PageStyle {
  /// The style sheet; without `<` and `&`, so that it is the same in HTML and in XML.
  static let sheet: StaticString = """

    :root {
      --paper: #ffffff; --ink: #1d2327; --soft: #4d565e; --line: #c3c9cf; --wash: #f3f5f7;
      --accent: #1f5fa8; --right: #17663a; --wrong: #a3221f;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14181b; --ink: #e4e8eb; --soft: #adb6be; --line: #48525a; --wash: #1e2428;
        --accent: #7db4f0; --right: #74cf96; --wrong: #f39a92;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
    }
    main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: break-word; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
    h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
    h3 { font-size: 1.05rem; margin: 0 0 .5rem; }
    p { margin: .5rem 0; }
    a { color: var(--accent); }
    .soft { color: var(--soft); }
    .verdict { font-size: 1.4rem; margin: 1rem 0 0; }
    .verdict strong { font-size: 2rem; margin-right: .5rem; }
    .right { color: var(--right); }
    .wrong { color: var(--wrong); }
    table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
    th, td {
      text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0;
      border-bottom: 1px solid var(--line); font-weight: normal;
    }
    thead th { color: var(--soft); font-size: .9rem; }
    .facts th { color: var(--soft); width: 14rem; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    figure { margin: 1.5rem 0; }
    figcaption { font-size: .95rem; margin-bottom: .25rem; }
    .scroll { overflow-x: auto; }
    .scroll svg { display: block; width: 100%; min-width: 34rem; height: auto; }
    svg text { fill: var(--ink); font: 13px system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
    svg .label { fill: var(--soft); }
    svg .strong { font-weight: bold; }
    svg .axis { stroke: var(--soft); stroke-width: 1; fill: none; }
    svg .grid { stroke: var(--line); stroke-width: 1; fill: none; }
    svg .mark { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 3; fill: none; }
    svg .track { fill: var(--wash); stroke: var(--line); }
    svg .bar { fill: var(--accent); }
    svg .hatch { fill: var(--paper); stroke: var(--wrong); stroke-width: 1; }
    svg .cross { stroke: var(--wrong); stroke-width: 1.75; fill: none; }
    svg .curve { stroke: var(--accent); stroke-width: 2; fill: none; }
    svg .dot { fill: var(--accent); stroke: var(--accent); stroke-width: 2; }
    svg .ring { fill: var(--paper); stroke: var(--wrong); stroke-width: 2; }
    .question { border-top: 2px solid var(--line); padding: 1rem 0; }
    .question h3 span { font-weight: normal; }
    .about { color: var(--soft); font-size: .9rem; margin: 0 0 .5rem; }
    .scenario { border-left: 4px solid var(--line); padding-left: .9rem; margin: .75rem 0; }
    pre {
      background: var(--wash); border: 1px solid var(--line); padding: .5rem .75rem;
      overflow-x: auto; font-size: .9rem;
    }
    .items { padding-left: 1.75rem; }
    .items li { margin: .6rem 0; }
    .items p { margin: .1rem 0; }
    .items .tags, .items .said, .items .said p:first-child { display: inline; }
    .tag {
      font-weight: bold; font-size: .85rem; border: 1px solid currentColor; border-radius: .3rem;
      padding: 0 .35rem; margin-right: .3rem; white-space: nowrap;
    }
    .struck .said { text-decoration: line-through; }
    .why { color: var(--soft); font-size: .95rem; }
    .takeaway { border-left: 4px solid var(--accent); padding-left: .9rem; }
    .sources { font-size: .9rem; padding-left: 1.25rem; }
    @media (max-width: 30rem) {
      .facts th, .facts td { display: block; width: auto; border: 0; padding: 0; }
      .facts td { border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
      .verdict strong { display: block; }
    }
    @media print {
      :root {
        --paper: #ffffff; --ink: #000000; --soft: #333333; --line: #999999; --wash: #ffffff;
        --accent: #222222; --right: #000000; --wrong: #000000;
      }
      @page { margin: 14mm 15mm; }
      html { font-size: 9pt; }
      body { line-height: 1.35; }
      main { max-width: none; padding: 0; }
      h2 { margin-top: 1.5rem; }
      .question { padding: .5rem 0; }
      .items { margin: .4rem 0; }
      .items li { margin: .3rem 0; }
      h2, h3, .about { break-after: avoid; }
      .newpage { break-before: page; }
      figure, tr, li, pre, section ol, .takeaway { break-inside: avoid; }
      p { orphans: 3; widows: 3; }
      .scroll { overflow: visible; }
      .scroll svg { min-width: 0; max-width: 130mm; }
      pre { white-space: pre-wrap; }
      a { color: inherit; }
      .sources a::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
    }

    """
}
