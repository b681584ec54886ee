import TortureChecks

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Kills the program that was built beside this one, in study and in exams: `make torture N=500 SEED=1`.

/// Prints at once, also into a pipe.
func say(_ line: String) {
  let bytes = Array("\(line)\n".utf8)
  _ = write(STDOUT_FILENO, bytes, bytes.count)
}

guard CommandLine.arguments.count == 3, let kills = Int(CommandLine.arguments[1]), kills > 0,
  let seed = UInt64(CommandLine.arguments[2])
else {
  say("usage: Torture KILLS SEED")
  exit(64)
}
var torture = Torture(kills: kills, seed: seed, say: say)
var exams = ExamTorture(kills: kills, seed: seed, say: say)
do {
  try torture.run()
  for line in torture.report.lines { say(line) }
  try exams.run()
  for line in exams.report.lines { say(line) }
} catch {
  say("error: \(error)")
  exit(1)
}
exit(torture.report.losses.isEmpty && exams.report.losses.isEmpty ? 0 : 1)
