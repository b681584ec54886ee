/// The names of QTI 2 and of QTI 3, which differ only in spelling: `simpleChoice` became
/// `qti-simple-choice`, the attribute `baseType` became `base-type`.
enum QTI2Names {
  /// The name of an element as QTI 2 spells it.
  static func normalized(_ name: String) -> String {
    guard name.hasPrefix("qti-") else { return name }
    return camelCase(name.dropFirst(4))
  }

  /// A document with all names as QTI 2 spells them.
  static func normalized(_ element: XMLElement) -> XMLElement {
    var element = element
    element.name = normalized(element.name)
    for index in element.attributes.indices where element.attributes[index].name.contains("-") {
      element.attributes[index].name = camelCase(element.attributes[index].name[...])
    }
    for index in element.children.indices {
      if case .element(let child) = element.children[index] {
        element.children[index] = .element(normalized(child))
      }
    }
    return element
  }

  /// A document of QTI 2 as QTI 3 spells it; elements of HTML keep their names.
  static func inVersion3(_ tree: XMLTree) -> XMLTree {
    var tree = tree
    let isHTML = HTMLElement(tree.name) != nil
    if !isHTML {
      if tree.name == "modalFeedback" {
        var body = XMLTree("contentBody")
        body.children = tree.children
        tree.children = [.element(body)]
      }
      tree.name = "qti-" + kebabCase(tree.name)
      for index in tree.attributes.indices where !tree.attributes[index].name.contains(":") {
        tree.attributes[index].name = kebabCase(tree.attributes[index].name)
      }
    }
    for index in tree.children.indices {
      if case .element(let child) = tree.children[index] {
        tree.children[index] = .element(inVersion3(child))
      }
    }
    return tree
  }

  private static func camelCase(_ name: Substring) -> String {
    let parts = name.split(separator: "-")
    guard let first = parts.first else { return String(name) }
    return parts.dropFirst().reduce(String(first)) {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }

  private static func kebabCase(_ name: String) -> String {
    var kebab = ""
    for character in name {
      if character.isUppercase { kebab += "-" }
      kebab += character.lowercased()
    }
    return kebab
  }
}
