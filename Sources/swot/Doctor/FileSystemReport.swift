#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system says of the disk that a path lies on.
struct FileSystemReport: Equatable {
  /// What kind of file system it is, as far as that matters for what is promised of the data.
  enum Kind: Equatable {
    /// On a disk of this machine, as far as can be seen.
    case local
    /// On another machine; how it is called.
    case network(String)
    /// Made by a program (FUSE), which may do what it likes with locks and flushing.
    case userSpace
    /// In memory, and gone at the next start of the machine.
    case memory
    /// In a container, and gone with it.
    case container
  }

  /// The space that is free for this user, in bytes.
  var free: UInt64
  /// All space, in bytes.
  var size: UInt64
  /// Whether no further file can be made although there may be space.
  var isOutOfFiles = false
  /// Whether nothing can be written to it at all.
  var isReadOnly = false
  /// What kind it is.
  var kind = Kind.local

  /// Asks the system; nil where it doesn't know, as for a path that isn't there.
  init?(at path: String) {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
    size = UInt64(status.f_blocks) * UInt64(status.f_frsize)
    isOutOfFiles = status.f_files > 0 && status.f_favail == 0
    isReadOnly = UInt(status.f_flag) & UInt(ST_RDONLY) != 0
    if let type = MountTable.ofProcess?.type(ofPath: path) { kind = Self.kind(ofType: type) }
  }

  /// Makes a report.
  init(free: UInt64, size: UInt64) {
    self.free = free
    self.size = size
  }

  /// What the name of a file system's type means, as Linux writes it.
  static func kind(ofType type: String) -> Kind {
    switch type {
    case "nfs", "nfs4": .network("NFS")
    case "cifs", "smb3", "smbfs": .network("SMB")
    case "9p", "virtiofs", "vboxsf", "prl_fs", "afs", "ceph", "glusterfs", "lustre", "ocfs2",
      "gfs2",
      "fuse.sshfs":
      .network(type)
    case "tmpfs", "ramfs": .memory
    case "overlay", "aufs": .container
    case _ where type == "fuse" || type.hasPrefix("fuse."): .userSpace
    default: .local
    }
  }
}
