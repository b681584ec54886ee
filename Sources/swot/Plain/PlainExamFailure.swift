import PracticeCore
import PracticeUI

/// Why an exam in plain lines can't begin or go on.
enum PlainExamFailure: CommandFailure, Equatable {
  /// It could not be opened, for that reason.
  case notOpened(String)
  /// Another copy of the program has it open.
  case elsewhere(ExamHolder)
  /// Another copy has taken it over.
  case replaced

  var status: ExitStatus { .failure }

  var description: String {
    switch self {
    case .notOpened(let reason): reason
    case .elsewhere:
      "\(place) To take it over: swot exam --resume --take-over --plain"
    case .replaced: "another copy of Swot has taken this exam over; nothing more is written here"
    }
  }

  /// Where the exam is open.
  var place: String {
    guard case .elsewhere(let holder) = self else { return "" }
    let terminal = holder.terminal.map { " on \($0)" } ?? ""
    let process = holder.process > 0 ? " (process \(holder.process))" : ""
    let key = holder.lastKey.map { ", last key \(ExamWording.timeOfDay($0, withSeconds: true))" }
    return "This exam is open elsewhere\(terminal)\(process)\(key ?? "")."
  }
}
