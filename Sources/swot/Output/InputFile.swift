#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file that a command was told to read.
enum InputFile {
  /// All bytes of the file at `path`, absolute or from the current folder.
  ///
  /// - Throws: ``InputFileFailure`` where it isn't there or can't be read.
  static func read(_ path: String) throws(InputFileFailure) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      throw .notFound(path: path)
    } catch let error as CocoaError where error.code == .fileReadNoPermission {
      throw .unreadable(path: path, reason: "you are not allowed to read it")
    } catch {
      throw .unreadable(path: path, reason: "reading it failed")
    }
  }
}

/// Why a file that a command was told to read can't be read.
enum InputFileFailure: Error, Equatable, CustomStringConvertible {
  /// There is no such file.
  case notFound(path: String)
  /// It is there, but can't be read.
  case unreadable(path: String, reason: String)

  /// How the program ends for it.
  var status: ExitStatus {
    switch self {
    case .notFound: .inputNotFound
    case .unreadable: .inputOutputError
    }
  }

  /// What happened, and to which file.
  var description: String {
    switch self {
    case .notFound(let path): "cannot read '\(path)': there is no such file"
    case .unreadable(let path, let reason): "cannot read '\(path)': \(reason)"
    }
  }
}
