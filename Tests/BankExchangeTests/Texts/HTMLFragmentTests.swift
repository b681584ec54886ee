import BankExchange
import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

@Suite struct HTMLFragmentTests {
  private func text(_ html: String) -> String { HTMLFragment.plainText(of: html).text }

  @Test(arguments: [
    ("<p>One &amp; two</p><p>three<br>four</p>", "One & two\n\nthree\n\nfour"),
    ("<ul><li>a</li><li><p>b</p></li></ul>", "- a\n- b"),
    ("<ol><li>a<li><p>b</p></ol>tail", "1. a\n\n2. b\n\ntail"),
    ("<pre>\n{\n\t\"a\": 1\n\n}\n</pre>", "    {\n        \"a\": 1\n\n    }"),
    ("<pre><code>a &lt; b<br>c</code></pre>", "    a < b\n    c"),
    ("use <code>iam:*</code> <b>now</b>", "use iam:* now"),
    ("H<sub>2</sub>O, 10<sup>-3</sup>, x<sup>n+1</sup>, a<sub>i</sub>", "H₂O, 10⁻³, xⁿ⁺¹, a_i"),
    ("x<sup>ab</sup>", "x^(ab)"),
    ("List<String> and <bucket-name> and a < b", "List<String> and <bucket-name> and a < b"),
    ("&hellip;&#8217;&#x2019;&#146;&nosuch;&amp", "…’’’&nosuch;&amp"),
    ("<a href=\"https://x.org/?a=1&amp;b=2\">here</a>", "here (https://x.org/?a=1&b=2)"),
    ("<a href='https://x.org'>https://x.org</a>", "https://x.org"),
    ("<a href='javascript:alert(1)'>here</a>", "here"),
    ("a<!-- b --><script>c</script><STYLE>d</STYLE>e<![CDATA[<f>]]>", "ae<f>"),
    ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a | b\n\n1 | 2"),
    ("<ol><li></li><li>x</li></ol>", "2. x"),
    ("a &nbsp; b", "a b"),
    ("<p title=\"a > b\">c</p>", "c"),
    ("", ""), ("<", "<"), ("&", "&"), ("<p", "<p"), ("</", "</"), ("<!--", "<!--"),
    ("<p title=\"x>y", "y"),
  ])
  func `HTML becomes the text of a bank`(html: String, expected: String) {
    #expect(text(html) == expected)
  }

  @Test func `pictures, media and tables are listed with their places`() {
    let html = "a<img src='x/y.png' alt='A plan'><video src=z.mp4></video><table></table>"
    let result = HTMLFragment.plainText(of: html)
    #expect(result.text == "a [A plan]")
    #expect(result.losses.map(\.kind) == [.image, .media, .table])
    #expect(result.losses.map(\.offset) == [1, 33, 58])
    #expect(result.losses[0].message == "picture 'y.png' is left out, its description stays")
  }

  @Test func `line ends can be breaks`() {
    #expect(
      HTMLFragment.plainText(of: "a\nb <b>c</b>\n\nd", lineEnds: .breaks).text == "a\n\nb c\n\nd")
  }

  @Test func `a bank's texts survive`() {
    for seed in 1...40 as ClosedRange<UInt64> {
      var generated = RandomBanks(seed: seed)
      for question in BankWriter.carried(generated.bank()).questions {
        let html = HTMLFragment.html(of: question.stem)
        #expect(text(html) == TextBlock.normalized(question.stem))
      }
    }
  }

  @Test(arguments: [
    "<", "<a \"", "<a '\">", "<!--", "<p title=\"", "&", "&#", "<ul><li>", "<sup>x", "<script>",
    "<a href=\"x\">", "<pre>", "<table><tr><td>",
  ])
  func `takes time in proportion to the length`(part: String) {
    // Quadratic reading of this would take minutes.
    let html = String(repeating: part, count: 20_000) + ">"
    _ = text(html)
  }
}
