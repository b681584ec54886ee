import NcursesTerminal
import PracticeCore
import ProgressStore
import TerminalUI
import TestSupport
import Testing

@testable import swot

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What `swot doctor` says of machines that the tests don't run on.
@Suite struct ExaminationTests {
  // MARK: - The terminal

  private func terminal(
    _ type: String?, obstacle: TerminalOpeningError? = nil,
    size: Size? = Size(columns: 80, rows: 24), colours: ColourDepth = .indexed,
    charset: Charset = .unicode, _ variables: [String: String] = [:]
  ) -> [Finding] {
    TerminalExamination(
      TerminalReport(
        type: type, obstacle: obstacle, size: size,
        capabilities: TerminalCapabilities(colours: colours, charset: charset)),
      Environment(variables)
    ).findings
  }

  @Test func `a good terminal needs nothing`() {
    let findings = terminal("xterm-256color")
    #expect(findings.map(\.verdict) == [.ok, .ok, .ok])
    #expect(findings.map(\.subject) == ["Terminal", "Size", "Colours"])
  }

  @Test(arguments: [
    (nil, TerminalOpeningError.typeIsUnset, "TERM is not set", "export TERM=xterm-256color"),
    ("foot", .typeIsUnknown("foot"), "TERM=foot is unknown", "sudo apt install ncurses-term"),
    ("dumb", .cannotMoveCursor("dumb"), "can't move its cursor", "interface: plain"),
    ("xterm", .databaseIsMissing, "no descriptions of terminals", "apt install ncurses-base"),
  ])
  func `what keeps screens from being shown is a problem`(
    type: String?, obstacle: TerminalOpeningError, text: String, remedy: String
  ) throws {
    let finding = try #require(terminal(type, obstacle: obstacle).first)
    #expect(finding.verdict == .problem)
    #expect(finding.text.contains(text))
    #expect(finding.remedies.contains { $0.contains(remedy) })
  }

  @Test(
    arguments: [
      ("xterm-256color", "TMUX", Finding.Verdict.note, "~/.tmux.conf"),
      ("tmux-256color", "TMUX", .ok, nil), ("screen-256color", "TMUX", .ok, nil),
      ("xterm", "STY", .note, "~/.screenrc"), ("screen", "STY", .ok, nil),
    ] as [(String, String, Finding.Verdict, String?)])
  func `inside of tmux and screen the type must be theirs`(
    type: String, variable: String, verdict: Finding.Verdict, remedy: String?
  ) throws {
    let finding = try #require(
      terminal(type, [variable: "x"]).first { ["tmux", "screen"].contains($0.subject) })
    #expect(finding.verdict == verdict)
    if let remedy { #expect(finding.remedies.first?.contains(remedy) == true) }
  }

  @Test func `too little room, no size and few colours are told`() {
    let small = terminal("xterm", size: Size(columns: 39, rows: 12), colours: .monochrome)
    #expect(small.contains { $0.subject == "Size" && $0.verdict == .problem })
    #expect(small.contains { $0.subject == "Colours" && $0.verdict == .note })
    let serial = terminal("vt100", size: nil, colours: .eight)
    #expect(serial.contains { $0.remedies == ["stty rows 24 columns 80"] })
    let modest = terminal("screen", colours: .eight, ["COLORTERM": "truecolor"])
    #expect(modest.contains { $0.remedies == ["export TERM=screen-256color"] })
    let chosen = terminal("xterm", colours: .monochrome, ["NO_COLOR": "1"])
    #expect(chosen.last == .ok("Colours", "none, because NO_COLOR is set"))
  }

  @Test func `the console of Linux shows ASCII signs`() {
    #expect(terminal("linux", colours: .eight).last?.subject == "Symbols")
    #expect(terminal("linux", colours: .eight, charset: .ascii).last?.subject == "Colours")
  }

  // MARK: - Locale and time

  @Test(
    arguments: [
      ([:], Charset.ascii, Finding.Verdict.note, "none is set", "export LANG=C.UTF-8"),
      (["LANG": "C"], .ascii, .note, "LANG=C: only ASCII", "export LANG=C.UTF-8"),
      (["LANG": "de_DE.UTF-8"], .unicode, .ok, "LANG=de_DE.UTF-8: UTF-8", nil),
      (["LC_ALL": "C", "LANG": "de_DE.UTF-8"], .ascii, .note, "LC_ALL=C", "export LC_ALL=C.UTF-8"),
      (["LANG": "xx_YY.UTF-8"], .unicode, .note, "another of UTF-8 is used", "dpkg-reconfigure"),
      (["LANG": "xx_YY"], .ascii, .note, "doesn't have: only ASCII", "dpkg-reconfigure"),
      (["LANG": "de_DE.ISO-8859-1"], .ascii, .note, "is no locale of UTF-8", "export LANG=C.UTF-8"),
    ] as [([String: String], Charset, Finding.Verdict, String, String?)])
  func `locales are told apart`(
    variables: [String: String], charset: Charset, verdict: Finding.Verdict, text: String,
    remedy: String?
  ) {
    let finding = LocaleExamination(charset: charset, Environment(variables)) {
      !$0.hasPrefix("xx")
    }.finding
    #expect(finding.verdict == verdict)
    #expect(finding.text.contains(text), "\(finding.text)")
    if let remedy { #expect(finding.remedies.contains { $0.contains(remedy) }) }
  }

  @Test func `the C library is asked for locales`() {
    #expect(LocaleExamination.isInstalled("C"))
    #expect(!LocaleExamination.isInstalled("xx_YY.nothing"))
  }

  private func clock(
    _ variables: [String: String], _ time: String = "2026-11-23T09:05:00Z", offset: Int = 330,
    files: Set<String> = ["/etc/localtime"]
  ) throws -> [Finding] {
    let at = try #require(Timestamp(iso8601: time))
    return ClockExamination(Environment(variables)) { files.contains($0) }
      .findings(.success(LocalTime(at: at, offsetMinutes: offset)))
  }

  @Test func `clock and zone are shown`() throws {
    #expect(
      try clock([:]) == [.ok("Clock", "2026-11-23 14:35 (UTC+5:30), study day 2026-11-23")])
    #expect(
      try clock([:], offset: -60).first?.text
        == "2026-11-23 08:05 (UTC-1), study day 2026-11-23")
    #expect(try clock([:], offset: 0).first?.text.contains("(UTC)") == true)
  }

  @Test func `a clock that is set, past or no time is told`() throws {
    #expect(try clock(["SWOT_CLOCK": "x"]).first?.verdict == .note)
    #expect(try clock([:], "2025-12-30T00:00:00Z").first?.verdict == .problem)
    let findings = ClockExamination(Environment([:])).findings(
      .failure(ClockSettingProblem(setting: "noon")))
    #expect(findings.first?.remedies == ["unset SWOT_CLOCK"])
  }

  @Test(
    arguments: [
      (nil, [], true), (nil, ["/etc/localtime"], false), ("UTC", [], false),
      ("Europe/Zurich", ["/usr/share/zoneinfo/Europe/Zurich"], false), ("Europe/Zurich", [], true),
      (":Europe/Zurich", ["/usr/share/zoneinfo/Europe/Zurich"], false), ("CET-1CEST", [], false),
      ("<+0530>-5:30", [], false), ("Nowhere", [], true), ("/x/zone", ["/x/zone"], false),
      ("EST5EDT", [], false), ("X", [], true),
    ] as [(String?, Set<String>, Bool)])
  func `a zone that isn't there is told`(name: String?, files: Set<String>, isTold: Bool) throws {
    let variables = name.map { ["TZ": $0] } ?? [:]
    let findings = try clock(variables, files: files)
    #expect(findings.contains { $0.subject == "Time zone" } == isTold)
  }

  // MARK: - Folders and disks

  private func folders(
    _ change: (inout FileSystemReport) -> Void = { _ in }, data: String = "/nowhere/swot",
    state: String = "/nowhere/state", canAccess: Bool = true
  ) -> [Finding] {
    var report = FileSystemReport(free: 100_000_000_000, size: 500_000_000_000)
    change(&report)
    return FolderExamination(
      ProgressPaths(data: data, state: state), report: { [report] _ in report },
      canAccess: { _, _ in canAccess }
    ).findings
  }

  @Test func `a good disk needs nothing`() {
    let findings = folders()
    #expect(findings.allSatisfy { $0.verdict == .ok })
    #expect(findings.last == .ok("Disk", "100 GB free of 500 GB"))
  }

  @Test func `a full disk is a problem, a nearly full one is told`() {
    #expect(folders { $0.free = 49_000_000 }.last?.verdict == .problem)
    #expect(
      folders { $0.free = 400_000_000 }.last
        == .note(
          "Disk", "400 MB free of 500 GB: nearly full",
          mend: "free some space on the disk of '/nowhere/swot': see df -h"))
    #expect(folders { $0.isOutOfFiles = true }.last?.remedies.first?.contains("df -i") == true)
  }

  @Test(arguments: [
    (FileSystemReport.Kind.network("NFS"), Finding.Verdict.note, "another machine (NFS)"),
    (.userSpace, .note, "(FUSE)"), (.memory, .note, "in memory"),
    (.container, .note, "inside of a container"),
  ])
  func `a file system that may not keep what is promised is told`(
    kind: FileSystemReport.Kind, verdict: Finding.Verdict, text: String
  ) {
    let finding = folders { $0.kind = kind }.last
    #expect(finding?.verdict == verdict)
    #expect(finding?.text.contains(text) == true)
    #expect(finding?.remedies.isEmpty == false)
  }

  @Test(arguments: [
    ("/home/a/x", FileSystemReport.Kind.local), ("/mnt/my disk/swot", .network("NFS")),
    ("/mnt/my disk2", .container), ("/tmp/x", .memory), ("/tmp", .memory),
    ("/media/phone/x/y", .userSpace), ("/srv/x", .network("fuse.sshfs")), ("/win", .local),
  ])
  func `file systems are known by the table of mounts`(
    path: String, kind: FileSystemReport.Kind
  ) throws {
    let table = MountTable(
      #"""
      21 1 8:1 / / rw - overlay overlay rw
      22 21 8:1 / /home rw,relatime shared:1 master:2 - ext4 /dev/sda1 rw
      23 21 0:40 / /mnt/my\040disk rw shared:3 - nfs4 server:/export rw
      24 21 0:41 / /tmp rw - ext4 /dev/sda2 rw
      25 24 0:42 / /tmp rw - tmpfs tmpfs rw
      26 21 0:43 / /media/phone rw - fuse.jmtpfs x rw
      27 21 0:44 / /srv rw - fuse.sshfs x rw
      28 21 0:44 / /win rw - fuseblk /dev/sdb1 rw
      nonsense
      29 21 0:45 / /home
      """#)
    let type = try #require(table.type(ofAbsolutePath: path))
    #expect(FileSystemReport.kind(ofType: type) == kind)
  }

  @Test func `the system is asked about a disk that is there`() throws {
    let report = try #require(FileSystemReport(at: "/"))
    #expect(report.size > 0 && report.free <= report.size)
    #expect(FileSystemReport(at: "/nowhere/at/all") == nil)
  }

  @Test func `folders that can't be written are problems`() throws {
    #expect(folders(canAccess: false).prefix(2).map(\.verdict) == [.problem, .problem])
    try withTemporaryFolder { folder in
      let locked = folders(data: folder, canAccess: false)
      #expect(locked[0].remedies.first == "chmod u+rwx '\(folder)'")
      let readOnly = folders({ $0.isReadOnly = true }, data: folder)
      #expect(readOnly[0].text.contains("can only be read"))
      #expect(symlink("/nowhere/at/all", "\(folder)/link") == 0)
      #expect(folders(data: "\(folder)/link")[0].text.contains("leads nowhere"))
    }
  }

  @Test func `a synced data folder is fine, a synced state folder is not`() {
    let synced = folders(data: "/home/a/Dropbox (Work)/swot").last
    #expect(synced?.verdict == .ok && synced?.subject == "Syncing")
    let wrong = folders(data: "/home/a/Nextcloud/swot", state: "/home/a/Nextcloud/state").last
    #expect(wrong?.verdict == .problem)
    #expect(wrong?.remedies.first?.contains("XDG_STATE_HOME") == true)
    #expect(folders(data: "/home/a/Dropboxes/swot").last?.subject == "Disk")
  }
}
