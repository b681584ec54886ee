import CLibYAML

extension YAMLProblem {
  /// The mark that shows an author best what to mend.
  ///
  /// libyaml stops where it can't go on; a quote that is never closed is better shown where it is
  /// opened, and a line without a colon where it begins.
  var markToShow: yaml_mark_t {
    if isBadEscape {
      // libyaml stands behind the backslash and the letter.
      var backslash = mark
      backslash.column -= 2
      backslash.index -= 2
      return backslash
    }
    guard let contextMark else { return mark }
    return switch (context, problem) {
    case (_, "found unexpected end of stream"), (_, "could not find expected ':'"),
      ("while scanning a quoted scalar", "found unexpected document indicator"),
      ("while parsing a flow sequence", _), ("while parsing a flow mapping", _),
      ("while scanning an alias", _), ("while scanning an anchor", _), ("while scanning a tag", _),
      ("while parsing a tag", _), (_, "found undefined tag handle"):
      contextMark
    default: mark
    }
  }

  private var isBadEscape: Bool {
    problem == "did not find expected hexdecimal number"
      || problem == "found invalid Unicode character escape code"
  }

  /// The rule that is broken and what to say, with `found`, the character at ``markToShow``.
  func ruleAndMessage(found: Unicode.Scalar?) -> (Rule, String) {
    switch (context, problem) {
    case ("while scanning a quoted scalar", "found unexpected end of stream"),
      ("while scanning a quoted scalar", "found unexpected document indicator"):
      (.yamlSyntax, "this quote is never closed")
    case (_, "could not find expected ':'"):
      (.yamlSyntax, "this line is neither a key with a colon nor part of the text above")
    case ("while scanning an alias", _):
      (.alias, "a text that begins with '*' needs quotes; aliases are not allowed")
    case ("while scanning an anchor", _):
      (.anchor, "a text that begins with '&' needs quotes; anchors are not allowed")
    case ("while scanning a tag", _), ("while parsing a tag", _),
      (_, "found undefined tag handle"):
      (.tag, "a text that begins with '!' needs quotes; tags are not allowed")
    case (_, "mapping values are not allowed in this context"):
      (
        .yamlSyntax,
        "a text that holds ': ' needs quotes or '|'; a key begins in the column of its neighbours"
      )
    case (_, "block sequence entries are not allowed in this context"):
      (.yamlSyntax, "a list cannot begin here; put '-' on a line of its own")
    case (_, "mapping keys are not allowed in this context"):
      (.yamlSyntax, "a key cannot begin here")
    case ("while parsing a block mapping", "did not find expected key"):
      (.yamlSyntax, "a key was expected here; keys of one mapping begin in the same column")
    case ("while parsing a block collection", _):
      (.yamlSyntax, "'-' was expected here; entries of one list begin in the same column")
    case ("while parsing a flow sequence", _):
      (.yamlSyntax, "the list that begins here lacks a ',' or its ']'")
    case ("while parsing a flow mapping", _):
      (.yamlSyntax, "the mapping that begins here lacks a ',' or its '}'")
    case (_, "found character that cannot start any token"):
      (
        .yamlSyntax,
        "a text cannot begin with \(found.map { "'\($0)'" } ?? "this"); put it in quotes"
      )
    case (_, "found unknown escape character"):
      (.yamlSyntax, "unknown escape in a double-quoted text; write '\\\\' for a backslash")
    case _ where isBadEscape:
      (.yamlSyntax, "this escape does not name a character")
    case (_, "did not find expected <document start>"):
      (.yamlSyntax, "the file must be one mapping; this does not belong to it")
    case ("while scanning a block scalar", "did not find expected comment or line break"):
      (.yamlSyntax, "the text after '|' or '>' begins on the next line")
    case (_, "found an indentation indicator equal to 0"):
      (.yamlSyntax, "the indentation after '|' or '>' must be 1 to 9")
    default: (.yamlSyntax, "this is no YAML: \(problem)")
    }
  }

  /// A remark with the place it speaks of.
  var note: (message: String, mark: yaml_mark_t)? {
    guard let contextMark else { return nil }
    return switch (context, problem) {
    case ("while parsing a block mapping", "did not find expected key"):
      ("the mapping begins here", contextMark)
    case ("while parsing a block collection", _): ("the list begins here", contextMark)
    case ("while parsing a flow sequence", _), ("while parsing a flow mapping", _):
      ("this was found instead", mark)
    default: nil
    }
  }
}
