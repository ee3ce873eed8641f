internal import Articles

/// How a library is opened.
public struct LibraryOptions: Sendable {
  /// How SQLite keeps a change from being half made.
  public enum Journal: Hashable, Sendable {
    /// A write-ahead log, or a rollback journal where the file lies on a network.
    case automatic
    /// A rollback journal: readers wait for writers.
    case rollback
  }

  /// The journal to use.
  public var journal: Journal
  /// Called once when a change has to wait for another program, from the thread that waits; and
  /// before an older library is brought to today's form.
  public var waiting: @Sendable (String) -> Void
  /// Ends the waiting for another program: what waits then throws `interrupted`.
  public var interruption: Interruption?
  /// Whether thousands of articles are to be added. The log is then brought into the file seldom, at
  /// some 130 MB instead of 16, since a batch of new articles touches a good part of every index;
  /// and more of them is held in memory.
  public var addsMany = false
  /// The time in seconds since 1970.
  public var now: @Sendable () -> Int
  /// The most pages of 4096 bytes that the file may have; nil for no limit. For tests of full disks.
  var pageLimit: Int?

  /// Whether somebody ended the waiting for another program.
  var isInterrupted: Bool { interruption?.isInterrupted == true }
  /// The clock's date.
  var today: PublicationDate { PublicationDate(dayNumber: now() / 86_400) }

  /// Makes options.
  ///
  /// - Parameters:
  ///   - journal: the journal to use.
  ///   - waiting: told a sentence about what takes long.
  ///   - interruption: ends the waiting for another program.
  ///   - now: the clock.
  public init(
    journal: Journal = .automatic, waiting: @escaping @Sendable (String) -> Void = { _ in },
    interruption: Interruption? = nil,
    now: @escaping @Sendable () -> Int = { secondsSince1970() }
  ) {
    self.journal = journal
    self.waiting = waiting
    self.interruption = interruption
    self.now = now
  }
}
