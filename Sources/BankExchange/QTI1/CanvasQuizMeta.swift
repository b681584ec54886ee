import PracticeCore

/// What Canvas keeps of a quiz beside its questions (`assessment_meta.xml`).
enum CanvasQuizMeta {
  /// The document for a bank: an unpublished quiz with shuffled choices.
  static func document(bank: QuestionBank, names: CanvasNames) -> XMLTree {
    let points = "\(bank.questions.count).0"
    let namespace = "http://canvas.instructure.com/xsd/cccv1p0"
    return XMLTree(
      "quiz",
      [
        "identifier": names.assessment, "xmlns": namespace,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "\(namespace) https://canvas.instructure.com/xsd/cccv1p0.xsd",
      ],
      [
        XMLTree("title", text: bank.title),
        XMLTree("description", text: HTMLFragment.html(of: bank.description ?? "")),
        XMLTree("shuffle_answers", text: "true"),
        XMLTree("scoring_policy", text: "keep_highest"), XMLTree("hide_results"),
        XMLTree("quiz_type", text: "assignment"), XMLTree("points_possible", text: points),
        XMLTree("require_lockdown_browser", text: "false"),
        XMLTree("require_lockdown_browser_for_results", text: "false"),
        XMLTree("require_lockdown_browser_monitor", text: "false"),
        XMLTree("lockdown_browser_monitor_data"), XMLTree("show_correct_answers", text: "true"),
        XMLTree("anonymous_submissions", text: "false"),
        XMLTree("could_be_locked", text: "false"), XMLTree("allowed_attempts", text: "1"),
        XMLTree("one_question_at_a_time", text: "false"), XMLTree("cant_go_back", text: "false"),
        XMLTree("available", text: "false"), XMLTree("one_time_results", text: "false"),
        XMLTree("show_correct_answers_last_attempt", text: "false"),
        XMLTree("only_visible_to_overrides", text: "false"),
        XMLTree("module_locked", text: "false"),
        XMLTree(
          "assignment", ["identifier": names.assignment],
          [
            XMLTree("title", text: bank.title), XMLTree("due_at"), XMLTree("lock_at"),
            XMLTree("unlock_at"), XMLTree("module_locked", text: "false"),
            XMLTree("workflow_state", text: "unpublished"),
            XMLTree("quiz_identifierref", text: names.assessment),
            XMLTree("points_possible", text: points), XMLTree("grading_type", text: "points"),
            XMLTree("submission_types", text: "online_quiz"), XMLTree("position", text: "1"),
          ]),
        XMLTree("assignment_group_identifierref", text: names.assignmentGroup),
      ])
  }
}
