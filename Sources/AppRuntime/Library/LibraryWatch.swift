// Notices that the library's file was written to. A thread sleeps in `read` on inotify: where nobody
// writes, nothing wakes.

internal import Foundation
internal import Glibc

/// A look-out on the folder of the library, whose log lies beside it.
final class LibraryWatch: Sendable {
  /// So long after a write the others are waited for that mostly follow it.
  private static let pause: UInt32 = 200_000
  private let folder: String

  init(path: String) {
    folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Calls somebody on a thread of its own after writes, until they want no more. Without a folder
  /// there is nothing to watch.
  func begin(_ act: @escaping @Sendable () -> Void) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return }
    let events = UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO)
    guard unsafe inotify_add_watch(descriptor, folder, events) >= 0 else {
      close(descriptor)
      return
    }
    Thread.detachNewThread {
      while Self.wait(on: descriptor) {
        usleep(Self.pause)
        act()
      }
      close(descriptor)
    }
  }

  /// Waits for the next write; false where there will be none.
  private static func wait(on descriptor: Int32) -> Bool {
    let (bytes, failure) = readOnce(descriptor, limit: 1 << 16)
    return failure == 0 && !bytes.isEmpty
  }
}
