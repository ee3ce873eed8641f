// The few questions that a library asks of the system.

internal import Glibc

/// The system's clock.
///
/// - Returns: seconds since 1970.
public func secondsSince1970() -> Int { time(nil) }

/// Whether a directory lies on a file system whose locks and shared memory a write-ahead log
/// cannot trust.
func isOnNetwork(_ directory: String) -> Bool {
  guard let real = unsafe realpath(directory, nil) else { return false }
  defer { unsafe free(real) }
  guard let mounts = head(of: "/proc/self/mounts", count: 1 << 18) else { return false }
  return isOnNetwork(
    unsafe String(cString: real), mounts: String(decoding: mounts, as: UTF8.self))
}

/// Whether the file system that a directory lies on is one of a network.
///
/// - Parameters:
///   - directory: an absolute path without links.
///   - mounts: lines of device, directory and type, as Linux gives them.
/// - Returns: whether to keep a rollback journal there.
func isOnNetwork(_ directory: String, mounts: String) -> Bool {
  var longest = 0
  var type = ""
  for line in mounts.split(separator: "\n") {
    let fields = line.split(separator: " ")
    guard fields.count > 2 else { continue }
    let point = fields[1].replacing("\\040", with: " ")
    let isAbove =
      point == "/" || directory == point || directory.hasPrefix(point + "/")
    // The last of several on one directory is the one that is seen.
    if isAbove, point.utf8.count >= longest {
      longest = point.utf8.count
      type = String(fields[2])
    }
  }
  let networks: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "lustre", "glusterfs", "davfs",
    "ncpfs", "gfs2", "ocfs2", "beegfs",
  ]
  return networks.contains(type) || type.hasPrefix("fuse.")
}

/// Whether files beside a path can be mapped and shared: not every file system that cannot is known
/// by its name.
func canMapFiles(beside path: String) -> Bool {
  var info = stat()
  // The file that SQLite would map; something else may have its name.
  if unsafe stat(path + "-shm", &info) == 0, info.st_mode & S_IFMT != S_IFREG { return false }
  let probe = "\(path)-probe.\(getpid())"
  let file = unsafe open(probe, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
  // Where nothing can be made, SQLite is to say why.
  guard file >= 0 else { return true }
  defer {
    close(file)
    unsafe unlink(probe)
  }
  guard ftruncate(file, 4096) == 0 else { return true }
  let memory = unsafe mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
  guard unsafe memory != MAP_FAILED else { return false }
  unsafe munmap(memory, 4096)
  return true
}

/// The directory of a path; "." for a bare name.
func directory(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Whether there is a file.
func fileExists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

/// Whether files can be made in a directory.
func mayWrite(_ directory: String) -> Bool { unsafe access(directory, W_OK) == 0 }

/// The size of a file in bytes; 0 where there is none.
func fileSize(_ path: String) -> Int {
  var info = stat()
  return unsafe stat(path, &info) == 0 ? Int(info.st_size) : 0
}

/// Whether two names lead to the same file, as by a link.
func isSameFile(_ path: String, _ other: String) -> Bool {
  var one = stat()
  var two = stat()
  guard unsafe stat(path, &one) == 0, unsafe stat(other, &two) == 0 else { return false }
  return one.st_dev == two.st_dev && one.st_ino == two.st_ino
}

/// Whether two names lead to the same file, or would once it is made.
func namesSameFile(_ path: String, _ other: String) -> Bool {
  func name(_ path: String) -> Substring { path[(path.lastIndex(of: "/") ?? path.startIndex)...] }
  let areAlike = name("/" + path) == name("/" + other)
  return isSameFile(path, other)
    || areAlike && isSameFile(directory(of: path), directory(of: other))
}

/// Makes a directory and those above it, for its owner only.
func makeDirectory(_ path: String) {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made += part + "/"
    _ = unsafe mkdir(made, 0o700)
  }
}

/// Renames a file; false where that failed.
func moveFile(_ path: String, to other: String) -> Bool { unsafe rename(path, other) == 0 }

/// Removes a file if it is there.
func removeFile(_ path: String) { _ = unsafe unlink(path) }

/// Brings a file and the names in its directory safely to the disk.
func syncFile(_ path: String) {
  for name in [path, directory(of: path)] {
    let file = unsafe open(name, O_RDONLY)
    guard file >= 0 else { continue }
    fsync(file)
    close(file)
  }
}

/// The first bytes of a file; nil where it cannot be read.
func head(of path: String, count: Int) -> [UInt8]? {
  let file = unsafe open(path, O_RDONLY)
  guard file >= 0 else { return nil }
  defer { close(file) }
  return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    while filled < count, let base = buffer.baseAddress {
      let got = unsafe read(file, base + filled, count - filled)
      if got <= 0 { break }
      filled += got
    }
  }
}

/// Lets the thread sleep.
func pause(milliseconds: Int) { usleep(UInt32(milliseconds) * 1000) }
