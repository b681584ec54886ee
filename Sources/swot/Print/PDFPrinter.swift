#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes PDFs of pages of HTML, by a program of the machine that can.
enum PDFPrinter {
  /// Why there is no PDF.
  enum Failure: CommandFailure, Equatable {
    /// No program that could make one was found.
    case noProgram
    /// That program didn't make one.
    case failed(program: String)
    /// There is no place for what lies between.
    case noFolder(String)

    var status: ExitStatus {
      switch self {
      case .noProgram, .failed: .failure
      case .noFolder: .cannotCreate
      }
    }

    var description: String {
      switch self {
      case .noProgram:
        "no program was found that makes PDFs (Chromium, Chrome, Edge or WeasyPrint); install one, or "
          + "write the page with --format html and print it from any browser"
      case .failed(let program):
        "'\(program)' made no PDF; write the page with --format html and print it from any browser"
      case .noFolder(let path): "no file can be made in '\(path)'"
      }
    }
  }

  private static let browsers = [
    "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ]

  /// The PDF of a page.
  ///
  /// - Throws: ``Failure`` where no program makes one, or `NewFileFailure`.
  static func pdf(of page: HTMLPage) throws -> [UInt8] {
    let parent = Environment.process["TMPDIR"] ?? "/tmp"
    var template = Array("\(parent)/swot-print-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure.noFolder(parent) }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (html, pdf) = ("\(folder)/page.html", "\(folder)/page.pdf")
    try NewFile.write(page.bytes, to: html)
    // A browser's own walls need rights that root doesn't give away; the page runs nothing.
    let forBrowser =
      (geteuid() == 0 ? ["--no-sandbox"] : [])
      + [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer", "--print-to-pdf=\(pdf)",
        "file://\(html)",
      ]
    let programs = browsers.map { ($0, forBrowser) } + [("weasyprint", [html, pdf])]
    for (program, arguments) in programs {
      guard let outcome = OtherProgram.run(program, arguments) else { continue }
      guard outcome.status == 0, let bytes = try? InputFile.read(pdf),
        bytes.starts(with: Array("%PDF-".utf8))
      else { throw Failure.failed(program: program) }
      return bytes
    }
    throw Failure.noProgram
  }
}
