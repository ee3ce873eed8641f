// Notices that the library's file was written to. A thread sleeps in `read` on inotify: where nobody
// writes, nothing wakes.

internal import Foundation
internal import Glibc

/// A look-out on the folder of the library, whose log lies beside it; while that is not there, on
/// the nearest folder above it that is.
final class LibraryWatch: Sendable {
  /// So long after a write the others are waited for that mostly follow it.
  private static let pause: UInt32 = 200_000
  /// So often it is looked again for a folder that was being made.
  private static let looks = 16
  private let folder: String

  init(path: String) {
    folder = Self.parent(of: path)
  }

  /// Calls somebody on a thread of its own after writes, until they can no longer be noticed.
  func begin(_ act: @escaping @Sendable () -> Void) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return }
    let first = watch(on: descriptor)
    Thread.detachNewThread { [self] in
      var watched = first
      while watched != nil, Self.wait(on: descriptor) {
        usleep(Self.pause)
        // The folder may have been made meanwhile, and written to already; or it was removed, and is
        // perhaps made again. Where neither is so, it goes on being watched.
        watched = watch(on: descriptor, insteadOf: watched)
        act()
      }
      close(descriptor)
    }
  }

  /// The number by which inotify knows a folder that is watched.
  private typealias Watched = Int32

  /// Watches the folder, or the nearest above it; nil where nothing can be watched.
  private func watch(on descriptor: Int32, insteadOf earlier: Watched? = nil) -> Watched? {
    var found = watchNearest(on: descriptor)
    // What was missing may have been made between the two looks. One that is there and cannot be
    // watched is looked for no more, and neither is one that comes and goes.
    for _ in 0..<Self.looks {
      guard let missing = found.missing, unsafe access(missing, F_OK) == 0 else { break }
      let outer = found.watched
      found = watchNearest(on: descriptor)
      if let outer, outer != found.watched { inotify_rm_watch(descriptor, outer) }
    }
    if let earlier, earlier != found.watched { inotify_rm_watch(descriptor, earlier) }
    return found.watched
  }

  /// Watches the nearest folder that can be, and says what was missing in it.
  private func watchNearest(on descriptor: Int32) -> (watched: Watched?, missing: String?) {
    var place = folder
    var missing: String?
    while true {
      // Above the folder only another folder is of interest.
      let events =
        IN_CREATE | IN_MOVED_TO | IN_MOVE_SELF | IN_ONLYDIR | (place == folder ? IN_MODIFY : 0)
      let number = unsafe inotify_add_watch(descriptor, place, UInt32(events))
      if number >= 0 { return (number, missing) }
      missing = errno == ENOENT ? place : nil
      let parent = Self.parent(of: place)
      guard parent != place else { return (nil, nil) }
      place = parent
    }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Waits for the next write; false where there will be none.
  private static func wait(on descriptor: Int32) -> Bool {
    let (bytes, failure) = readOnce(descriptor, limit: 1 << 16)
    return failure == 0 && !bytes.isEmpty
  }
}
