import FSRS
import ProgressStore
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files and folders in memory of which a power failure leaves no more than POSIX promises.
///
/// A file keeps what was flushed, and of what was written since any part. A folder keeps the names
/// that were flushed, and each name that was made, changed or removed since is there or isn't.
final class PowerlessFileSystem: FileSystem {
  private struct Inode {
    var isFolder: Bool
    var permissions: Int
    var bytes: [UInt8] = []
    var flushedBytes: [UInt8] = []
    var names: [String: Int] = [:]
    var flushedNames: [String: Int] = [:]
  }

  private struct State {
    var inodes: [Int: Inode] = [1: Inode(isFolder: true, permissions: 0o700)]
    var descriptors: [Int32: Int] = [:]
    var locks: [Int: Int32] = [:]
    var next = 2
    var count = 0
    /// The call from which on nothing happens any more.
    var end = Int.max

    func inode(at path: String) -> Int? {
      var inode = 1
      for part in path.split(separator: "/") {
        guard let next = inodes[inode]?.names[String(part)] else { return nil }
        inode = next
      }
      return inode
    }

    func place(of path: String) -> (folder: Int, name: String)? {
      guard let slash = path.lastIndex(of: "/"), let folder = inode(at: String(path[..<slash]))
      else { return nil }
      return (folder, String(path[path.index(after: slash)...]))
    }

    mutating func make(_ path: String, isFolder: Bool) -> Int? {
      guard let (folder, name) = place(of: path) else { return nil }
      inodes[next] = Inode(isFolder: isFolder, permissions: isFolder ? 0o700 : 0o600)
      inodes[folder]?.names[name] = next
      next += 1
      return next - 1
    }

    func links(to inode: Int) -> Int {
      inodes.values.reduce(0) { $0 + $1.names.values.count { $0 == inode } }
    }

    func status(of inode: Int) -> FileStatus? {
      inodes[inode].map {
        FileStatus(
          kind: $0.isFolder ? .folder : .file, size: $0.bytes.count, permissions: $0.permissions,
          number: UInt64(inode), links: links(to: inode))
      }
    }
  }

  private let state = Mutex(State())

  /// How many calls there were.
  var count: Int { state.withLock(\.count) }

  /// Lets the power fail before the call of that number, counted from now.
  func failPower(after calls: Int) {
    state.withLock {
      $0.count = 0
      $0.end = calls
    }
  }

  /// Brings the machine up again, with what the disk has kept.
  func restart(_ random: inout SplitMix64) {
    state.withLock { state in
      state.end = .max
      state.descriptors = [:]
      state.locks = [:]
      for number in state.inodes.keys.sorted() {
        guard var inode = state.inodes[number] else { continue }
        for name in Set(inode.names.keys).union(inode.flushedNames.keys).sorted()
        where inode.names[name] != inode.flushedNames[name] && random.oneIn(2) {
          inode.names[name] = inode.flushedNames[name]
        }
        if inode.bytes != inode.flushedBytes {
          inode.bytes = Self.kept(of: inode.bytes, flushed: inode.flushedBytes, &random)
        }
        inode.flushedNames = inode.names
        inode.flushedBytes = inode.bytes
        state.inodes[number] = inode
      }
    }
  }

  private static func kept(
    of bytes: [UInt8], flushed: [UInt8], _ random: inout SplitMix64
  ) -> [UInt8] {
    guard bytes.starts(with: flushed) else { return random.oneIn(2) ? bytes : flushed }
    let length = flushed.count + random.number(below: bytes.count - flushed.count + 1)
    var kept = Array(bytes[..<length])
    if random.oneIn(3), length > flushed.count {
      // The length was there before the bytes.
      let start = flushed.count + random.number(below: length - flushed.count)
      for index in start..<length { kept[index] = 0 }
    }
    return kept
  }

  /// Does a call, unless the power is off or it ends with an error.
  private func call<Result>(
    _ action: String, _ path: String, _ body: (inout State) -> Result?, code: Int32 = ENOENT
  ) throws(SystemError) -> Result {
    let (result, isOff): (Result?, Bool) = state.withLock { state in
      defer { state.count += 1 }
      if state.count >= state.end { return (nil, true) }
      return (body(&state), false)
    }
    guard let result else { throw SystemError(action, path, code: isOff ? EIO : code) }
    return result
  }

  private func call<Result>(
    _ action: String, _ file: OpenFile, _ body: (inout State, Int) -> Result?
  ) throws(SystemError) -> Result {
    try call(
      action, file.path,
      { state in state.descriptors[file.descriptor].flatMap { body(&state, $0) } }, code: EBADF)
  }

  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> OpenFile {
    let exists = state.withLock { $0.inode(at: path) != nil }
    let descriptor: Int32 = try call(
      "open", path,
      { state in
        var inode = state.inode(at: path)
        if inode != nil, mode == .create { return nil }
        if inode == nil, mode == .create || mode == .lock {
          inode = state.make(path, isFolder: false)
        }
        guard let inode else { return nil }
        let descriptor = Int32(100 + state.count)
        state.descriptors[descriptor] = inode
        return descriptor
      }, code: exists ? EEXIST : ENOENT)
    return OpenFile(descriptor: descriptor, path: path)
  }

  func close(_ file: OpenFile) {
    state.withLock { state in
      state.descriptors[file.descriptor] = nil
      state.locks = state.locks.filter { $0.value != file.descriptor }
    }
  }

  func read(
    _ file: OpenFile, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    let rest: [UInt8] = try call("read", file) { state, inode in
      state.inodes[inode].map { Array($0.bytes.dropFirst(offset).prefix(buffer.count)) }
    }
    buffer.copyBytes(from: rest)
    return rest.count
  }

  func write(_ bytes: UnsafeRawBufferPointer, to file: OpenFile) throws(SystemError) -> Int {
    let copy = Array(bytes)
    return try call("write to", file) { state, inode in
      state.inodes[inode]?.bytes += copy
      return copy.count
    }
  }

  func syncData(_ file: OpenFile) throws(SystemError) { try sync(file) }

  func sync(_ file: OpenFile) throws(SystemError) {
    try call("flush", file) { state, inode -> Void? in
      guard var flushed = state.inodes[inode] else { return nil }
      flushed.flushedBytes = flushed.bytes
      flushed.flushedNames = flushed.names
      state.inodes[inode] = flushed
      return ()
    }
  }

  func setLength(of file: OpenFile, to length: Int) throws(SystemError) {
    try call("cut", file) { state, inode -> Void? in
      guard let present = state.inodes[inode]?.bytes else { return nil }
      state.inodes[inode]?.bytes.removeLast(max(0, present.count - length))
      return ()
    }
  }

  func tryLock(_ file: OpenFile) throws(SystemError) -> Bool {
    try call("lock", file) { state, inode in
      if let holder = state.locks[inode], holder != file.descriptor { return false }
      state.locks[inode] = file.descriptor
      return true
    }
  }

  func status(of file: OpenFile) throws(SystemError) -> FileStatus {
    try call("examine", file) { state, inode in state.status(of: inode) }
  }

  func status(at path: String) throws(SystemError) -> FileStatus? {
    try call("examine", path) { state -> FileStatus?? in
      .some(state.inode(at: path).flatMap { state.status(of: $0) })
    }
  }

  func names(in folder: String) throws(SystemError) -> [String] {
    try call("read folder", folder) { state in
      state.inode(at: folder).flatMap { state.inodes[$0] }.map { Array($0.names.keys) }
    }
  }

  func makeFolder(_ path: String) throws(SystemError) {
    try call("create folder", path) { state -> Void? in
      if state.inode(at: path) == nil, state.make(path, isFolder: true) == nil { return nil }
      return ()
    }
  }

  func setPermissions(of path: String, to mode: Int) throws(SystemError) {
    try call("set the permissions of", path) { state -> Void? in
      guard let inode = state.inode(at: path) else { return nil }
      state.inodes[inode]?.permissions = mode
      return ()
    }
  }

  func rename(_ path: String, to newPath: String) throws(SystemError) {
    try call("rename", path) { state -> Void? in
      guard let inode = state.inode(at: path), let old = state.place(of: path),
        let new = state.place(of: newPath)
      else { return nil }
      state.inodes[old.folder]?.names[old.name] = nil
      state.inodes[new.folder]?.names[new.name] = inode
      return ()
    }
  }

  func link(_ path: String, to newPath: String) throws(SystemError) {
    let exists = state.withLock { $0.inode(at: newPath) != nil }
    try call(
      "link", path,
      { state -> Void? in
        guard !exists, let inode = state.inode(at: path), let new = state.place(of: newPath) else {
          return nil
        }
        state.inodes[new.folder]?.names[new.name] = inode
        return ()
      }, code: exists ? EEXIST : ENOENT)
  }

  func removeFile(_ path: String) throws(SystemError) {
    try call("remove", path) { state -> Void? in
      guard state.inode(at: path) != nil, let place = state.place(of: path) else { return nil }
      state.inodes[place.folder]?.names[place.name] = nil
      return ()
    }
  }

  func removeFolder(_ path: String) throws(SystemError) { try removeFile(path) }
}
