import ArgumentParser
import NcursesTerminal
import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program: practice for certification exams in the terminal.
@main
struct Swot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swot",
    abstract: "Practise certification exams in the terminal.",
    discussion: """
      Asks questions, explains every answer, and brings each question back shortly before you would \
      forget it. Without a command the home screen opens. Every answer is kept at once: leave \
      whenever you like.

      Example:

        swot study aws-iam
      """,
    version: "0.1.0",
    subcommands: [
      BankCommand.self,
      DoctorCommand.self,
      ExamCommand.self,
      GoalCommand.self,
      HomeCommand.self,
      ManualCommand.self,
      NotesCommand.self,
      ProgressCommand.self,
      QuestionCommand.self,
      QuizCommand.self,
      ScheduleCommand.self,
      StatsCommand.self,
      StudyCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)

  /// Starts the program.
  static func main() {
    StandardDescriptors.reserve()
    // A limit on the size of files shall be an error of the write, like a full disk, and no death.
    signal(SIGXFSZ, SIG_IGN)
    do {
      // To find out that nothing was typed, the parser takes a tenth of the time to the home screen.
      var command: any ParsableCommand =
        CommandLine.argc == 1 ? HomeCommand.withoutArguments : try parseAsRoot()
      try command.run()
    } catch {
      if exitCode(for: error).isSuccess { exit(withError: error) }
      // The parser repeats arguments as they are; they may be names of files that a shell found.
      let text = fullMessage(for: error)
      if !text.isEmpty {
        let safe = DisplayText.sanitized(text, lineBreaks: .kept)
        try? StandardStream.error.write(Array("\(safe)\n".utf8))
      }
      exit(withError: exitCode(for: error))
    }
  }
}
