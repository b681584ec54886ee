import FSRS
import TerminalUI

/// What commands say of memory models and of fits.
enum FitWording {
  /// A model as people write its name.
  static func model(_ name: String) -> String { MemoryModels.title(of: name) }

  /// What was looked at.
  static func title(_ model: String, reviews: Int, items: Int) -> String {
    "\(model) on \(counted(reviews, "review")), "
      + "\(items) of them on a later day than the one before."
  }

  /// A row of the table of figures.
  static func row(_ name: String, _ evaluation: ModelEvaluation) -> [String] {
    [name, decimals(evaluation.logLoss, 4), decimals(evaluation.rmseBins, 4)]
  }

  /// How the figures came about.
  static func howFitted(_ assessment: FitAssessment) -> String {
    "Fitted to the first four fifths; the figures are of the last fifth, "
      + "\(counted(assessment.before.items, "review")). Smaller is better."
  }

  static let stored =
    "Fitted to all reviews, the parameters hold from now on. To take that back: swot schedule undo"
  /// A model holds with parameters that fitting didn't improve.
  static func storedUnfitted(_ name: String) -> String {
    "\(model(name)) predicts better with the parameters that it had, and holds with these from now "
      + "on. To take that back: swot schedule undo"
  }
  /// The same where nothing was to change.
  static func onlyTriedUnfitted(_ name: String) -> String {
    "\(model(name)) predicts better with the parameters that it had. As you asked, nothing was "
      + "changed."
  }
  static let notBetter =
    "The fitted parameters predict no better than what you have: nothing was changed."
  static let onlyTried =
    "The fitted parameters predict better. As you asked, nothing was changed."

  /// The parameters, to be copied.
  static func parameters(_ values: [Double]) -> String {
    "Parameters: " + values.map { decimals($0, 4) }.joined(separator: ",")
  }

  /// Offers another model.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - log: The path of the log that it predicts better; nil for the learner's own answers.
  /// - Returns: The offer, with the command that takes it.
  static func offer(_ name: String, log: String? = nil) -> String {
    "\(model(name)) clearly predicts \(log == nil ? "your answers" : "these reviews") better. "
      + "To change to it: swot schedule optimize \(log.map { inShell($0) + " " } ?? "")"
      + "--model \(name)"
  }

  /// A path as it is typed in a shell: in quotation marks where it needs them.
  private static func inShell(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy {
      switch $0 {
      case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "_", "-", "+", ",", ":", "@", "%": true
      default: !$0.isASCII
      }
    }
    return isPlain ? path : "'" + path.replacing("'", with: #"'\''"#) + "'"
  }

  /// Texts as lines that are safe to be shown.
  ///
  /// - Parameters:
  ///   - texts: One or more lines each.
  ///   - columns: How wide lines may be; as wide as they come where nil.
  /// - Returns: The lines.
  static func wrapped(_ texts: [String], columns: Int?) -> [String] {
    texts.flatMap { text -> [String] in
      let text = DisplayText.sanitized(text)
      guard let columns, !text.isEmpty else { return [text] }
      return TextWrapping.wrap(Line(text), columns: columns).map(\.text)
    }
  }

  /// There is too little to fit anything to.
  static func tooFew(_ items: Int, of reviews: Int) -> String {
    "Too few reviews to fit anything: \(items) of the \(FitAssessment.leastItems) that it takes, "
      + "counting those on a later day than the one before, among \(counted(reviews, "review")). "
      + "Nothing was changed."
  }

  /// There is nothing that could be predicted.
  static func nothingToPredict(_ reviews: Int) -> String {
    "Among \(counted(reviews, "review")) none is on a later day than the one before of its question: "
      + "there is nothing to evaluate yet."
  }

  /// A number with so many decimals.
  static func decimals(_ number: Double, _ count: Int) -> String {
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    let scaled = Int((abs(number) * scale).rounded())
    let fraction = String(scaled % Int(scale))
    let zeros = String(repeating: "0", count: count - fraction.count)
    return (number < 0 && scaled > 0 ? "-" : "") + "\(scaled / Int(scale)).\(zeros)\(fraction)"
  }
}
