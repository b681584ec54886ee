/// What a candidate knows of an exam from having seen it.
struct ExamModel: Equatable {
  /// The number of the question that is shown.
  var number: Int
  /// The pages that were seen, as they were left.
  var pages: [Int: ExamPage]

  /// The page that is shown.
  var page: ExamPage? {
    get { pages[number] }
    set { pages[number] = newValue }
  }

  /// The model after going to a question.
  func going(to number: Int) -> ExamModel {
    var model = self
    model.number = number
    return model
  }

  /// The model after the page that is shown was changed.
  func changing(_ change: (inout ExamPage) -> Void) -> ExamModel {
    var model = self
    if var page {
      change(&page)
      model.page = page
    }
    return model
  }

  /// Why a view is not what this model expects; nil where it is.
  ///
  /// A page that was never seen has nothing done on it.
  func difference(from view: ExamView) -> String? {
    guard view.number == number else { return "question \(view.number), not \(number), is shown" }
    // Each question has one place; a screen that is drawn in pieces may show the last one's text.
    if let other = pages.first(where: { $0.value.question == view.page.question }),
      other.key != number
    {
      return "\(view.page.question), which is question \(other.key), is shown as \(number)"
    }
    let expected = page ?? view.page.bare
    return view.page == expected ? nil : "\(view.page) is shown, not \(expected)"
  }

  /// The model with what a view shows for the first time.
  func seeing(_ view: ExamView) -> ExamModel {
    var model = self
    if model.pages[view.number] == nil { model.pages[view.number] = view.page }
    return model
  }
}
