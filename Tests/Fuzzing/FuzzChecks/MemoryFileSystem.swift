package import ProgressStore
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files and folders in memory: quick, gone afterwards, and every call counted.
package final class MemoryFileSystem: FileSystem {
  private let state: Mutex<State>

  /// How often a file was written to, flushed and read.
  package struct Calls: Equatable, Sendable {
    /// Calls of `write`.
    package var writes = 0
    /// Calls of `syncData` and `sync`.
    package var flushes = 0
    /// Bytes read.
    package var bytesRead = 0
  }

  private final class Node: Sendable {
    struct Content {
      var bytes: [UInt8] = []
      var permissions: Int
      var links = 1
    }
    let number: UInt64
    let isFolder: Bool
    let content: Mutex<Content>

    init(number: UInt64, isFolder: Bool) {
      self.number = number
      self.isFolder = isFolder
      content = Mutex(Content(permissions: isFolder ? 0o700 : 0o600))
    }

    var status: FileStatus {
      content.withLock {
        FileStatus(
          kind: isFolder ? .folder : .file, size: $0.bytes.count, permissions: $0.permissions,
          number: number, links: $0.links)
      }
    }
  }

  private struct State {
    var nodes: [String: Node] = [:]
    var open: [Int32: Node] = [:]
    var nextDescriptor: Int32 = 3
    var nextNumber: UInt64 = 2
    var calls = Calls()

    mutating func make(_ path: String, isFolder: Bool) -> Node {
      let node = Node(number: nextNumber, isFolder: isFolder)
      nextNumber += 1
      nodes[path] = node
      return node
    }
  }

  /// Makes a file system that holds these files, with the folders that they need.
  package init(_ files: [String: [UInt8]] = [:]) {
    var state = State()
    _ = state.make("/", isFolder: true)
    for (path, bytes) in files {
      var folder = ""
      for part in path.split(separator: "/").dropLast() {
        folder += "/" + part
        if state.nodes[folder] == nil { _ = state.make(folder, isFolder: true) }
      }
      state.make(path, isFolder: false).content.withLock { $0.bytes = bytes }
    }
    self.state = Mutex(state)
  }

  /// The bytes of a file; nil where there is none.
  package func bytes(of path: String) -> [UInt8]? {
    state.withLock { $0.nodes[path] }.map { $0.content.withLock(\.bytes) }
  }

  /// The calls so far.
  package var calls: Calls { state.withLock(\.calls) }

  private func node(_ file: OpenFile) throws(SystemError) -> Node {
    guard let node = state.withLock({ $0.open[file.descriptor] }) else {
      throw SystemError("use", file.path, code: EBADF)
    }
    return node
  }

  package func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> OpenFile {
    let opened: (descriptor: Int32, code: Int32) = state.withLock { state in
      var node = state.nodes[path]
      if let node {
        if mode == .create { return (0, EEXIST) }
        if node.isFolder != (mode == .folder), mode != .read { return (0, EISDIR) }
      } else {
        guard mode == .create || mode == .lock, state.nodes[path.parentOfPath] != nil else {
          return (0, ENOENT)
        }
        node = state.make(path, isFolder: false)
      }
      let descriptor = state.nextDescriptor
      state.nextDescriptor += 1
      state.open[descriptor] = node
      return (descriptor, 0)
    }
    guard opened.code == 0 else { throw SystemError("open", path, code: opened.code) }
    return OpenFile(descriptor: opened.descriptor, path: path)
  }

  package func close(_ file: OpenFile) {
    state.withLock { $0.open[file.descriptor] = nil }
  }

  package func read(
    _ file: OpenFile, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    let bytes = try node(file).content.withLock(\.bytes)
    let rest = bytes[min(offset, bytes.count)...].prefix(buffer.count)
    buffer.copyBytes(from: rest)
    state.withLock { $0.calls.bytesRead += rest.count }
    return rest.count
  }

  package func write(
    _ bytes: UnsafeRawBufferPointer, to file: OpenFile
  ) throws(SystemError) -> Int {
    let copy = Array(bytes)
    try node(file).content.withLock { $0.bytes += copy }
    state.withLock { $0.calls.writes += 1 }
    return copy.count
  }

  package func syncData(_ file: OpenFile) throws(SystemError) {
    _ = try node(file)
    state.withLock { $0.calls.flushes += 1 }
  }

  package func sync(_ file: OpenFile) throws(SystemError) { try syncData(file) }

  package func setLength(of file: OpenFile, to length: Int) throws(SystemError) {
    try node(file).content.withLock { content in
      content.bytes.removeLast(max(0, content.bytes.count - length))
      content.bytes += repeatElement(0, count: max(0, length - content.bytes.count))
    }
  }

  package func tryLock(_ file: OpenFile) throws(SystemError) -> Bool { true }

  package func status(of file: OpenFile) throws(SystemError) -> FileStatus {
    try node(file).status
  }

  package func status(at path: String) throws(SystemError) -> FileStatus? {
    state.withLock { $0.nodes[path] }?.status
  }

  package func names(in folder: String) throws(SystemError) -> [String] {
    guard try status(at: folder)?.kind == .folder else {
      throw SystemError("read folder", folder, code: ENOENT)
    }
    return state.withLock { state in
      state.nodes.keys.filter { $0.parentOfPath == folder && $0 != "/" }
        .compactMap { $0.split(separator: "/").last.map(String.init) }
    }
  }

  package func makeFolder(_ path: String) throws(SystemError) {
    state.withLock { state in
      if state.nodes[path] == nil { _ = state.make(path, isFolder: true) }
    }
  }

  package func setPermissions(of path: String, to mode: Int) throws(SystemError) {
    state.withLock { $0.nodes[path] }?.content.withLock { $0.permissions = mode }
  }

  package func rename(_ path: String, to newPath: String) throws(SystemError) {
    state.withLock { state in
      state.nodes[newPath]?.content.withLock { $0.links -= 1 }
      state.nodes[newPath] = state.nodes.removeValue(forKey: path)
    }
  }

  package func link(_ path: String, to newPath: String) throws(SystemError) {
    state.withLock { state in
      state.nodes[path]?.content.withLock { $0.links += 1 }
      state.nodes[newPath] = state.nodes[path]
    }
  }

  package func removeFile(_ path: String) throws(SystemError) {
    state.withLock { state in
      let node = state.nodes.removeValue(forKey: path)
      node?.content.withLock { $0.links -= 1 }
    }
  }

  package func removeFolder(_ path: String) throws(SystemError) { try removeFile(path) }
}

extension String {
  /// The path of the folder that a path stands in.
  fileprivate var parentOfPath: String {
    guard let slash = lastIndex(of: "/"), slash != startIndex else { return "/" }
    return String(self[..<slash])
  }
}
