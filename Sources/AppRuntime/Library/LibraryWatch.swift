// Notices that the library's file was written to. A thread sleeps in `read` on inotify: where nobody
// writes, nothing wakes.

internal import Foundation
internal import Glibc

/// A look-out on the folder of the library, whose log lies beside it; while that is not there, on
/// the nearest folder above it that is.
final class LibraryWatch: Sendable {
  /// So long after a write the others are waited for that mostly follow it.
  private static let pause: UInt32 = 200_000
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
        // A folder that was made meanwhile may have been written to already.
        if watched?.folder != folder { watched = watch(on: descriptor, insteadOf: watched) }
        act()
      }
      close(descriptor)
    }
  }

  /// A folder that is watched.
  private struct Watched {
    var folder: String
    var number: Int32
  }

  /// Watches the folder, or the nearest above it; nil where nothing can be watched.
  private func watch(on descriptor: Int32, insteadOf earlier: Watched? = nil) -> Watched? {
    var place = folder
    var below = place
    while true {
      // Above the folder only another folder is of interest.
      let events = IN_CREATE | IN_MOVED_TO | IN_ONLYDIR | (place == folder ? IN_MODIFY : 0)
      let number = unsafe inotify_add_watch(descriptor, place, UInt32(events))
      if number >= 0 {
        if place != folder, unsafe access(below, F_OK) == 0 {
          // It was made between the two looks.
          (place, below) = (folder, folder)
          continue
        }
        if let earlier, earlier.number != number { inotify_rm_watch(descriptor, earlier.number) }
        return Watched(folder: place, number: number)
      }
      let parent = Self.parent(of: place)
      guard parent != place else { return nil }
      (below, place) = (place, parent)
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
