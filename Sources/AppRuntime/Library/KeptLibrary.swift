// The library as effects use it: opened when something is first asked of it, never made by looking,
// and off the loop. Reads and changes have a lane each, so that a list can be gone through while a
// change waits for another program.

internal import Articles
internal import Glibc
internal import LibraryStore
internal import Queries
internal import Session
internal import Synchronization

/// The library of one session.
final class KeptLibrary: Sendable {
  /// What is said while something waits for another program.
  private struct Waiting {
    /// The sentence, while it waits.
    var sentence: String?
    /// How many changes are to be made yet: what is waited for at the end.
    var changes = 0
    /// Who is told at the end, when there is no status line.
    var tell: (@Sendable (String) -> Void)?
  }

  /// The file.
  let path: String
  private let mailbox: Mailbox
  private let now: (@Sendable () -> Int)?
  private let opened = Mutex<Library?>(nil)
  private let reading = Lane()
  private let ranking = Lane()
  private let counting = Lane()
  private let changing = Lane()
  private let positions: KeptPositions
  /// Stops the reading of rows that nobody waits for any more.
  private let current = Mutex<(source: ListSource, interruption: Interruption)?>(nil)
  private let watch: LibraryWatch?
  private let isWatching = Mutex(false)
  private let waiting = Mutex(Waiting())
  /// Whether it was told that positions cannot be kept: with every line would be too often.
  private let isTold = Mutex(false)

  /// - Parameters:
  ///   - path: the file; it need not be there.
  ///   - mailbox: where results go.
  ///   - isWatched: whether changes by other programs are noticed.
  ///   - now: the clock in seconds since 1970; nil for the system's.
  init(path: String, mailbox: Mailbox, isWatched: Bool, now: (@Sendable () -> Int)? = nil) {
    self.path = path
    self.mailbox = mailbox
    self.now = now
    positions = KeptPositions()
    watch = isWatched ? LibraryWatch(path: path) : nil
  }

  /// Whether there is a file.
  var isThere: Bool { unsafe access(path, F_OK) == 0 }

  /// The library; nil where there is none and none is to be made.
  private func library(makes: Bool = false) throws(LibraryError) -> Library? {
    let (library, notices) = try opened.withLock {
      opened throws(LibraryError) -> (Library?, [String]) in
      if let library = opened { return (library, []) }
      guard makes || isThere else { return (nil, []) }
      let found = try openLibrary(at: path, now: now) { [weak self] in self?.tellWaiting($0) }
      opened = found.library
      return (found.library, found.notices)
    }
    endReading()
    if library != nil { beginWatching() }
    if !notices.isEmpty { mailbox.post(.noted(notices.map { .error($0) })) }
    return library
  }

  /// Notices changes by other programs from now on; those made by this one are none.
  func beginWatching() {
    let isFirst = isWatching.withLock { isWatching in
      defer { isWatching = true }
      return !isWatching
    }
    guard isFirst else { return }
    watch?.begin { [self] in
      let wasOpen = opened.withLock { $0 != nil }
      guard let library = try? library() else { return }
      defer { endReading() }
      if !wasOpen || (try? library.hasChangedElsewhere()) == true { mailbox.post(.libraryChanged) }
    }
  }

  /// Brings everything to the disk that was asked for.
  ///
  /// - Parameter tell: is told a sentence where that waits for another program.
  func finish(telling tell: @escaping @Sendable (String) -> Void = { _ in }) {
    let sentence = waiting.withLock { waiting in
      waiting.tell = tell
      return waiting.changes > 0 ? waiting.sentence : nil
    }
    // It was told already, on a screen that is gone.
    if let sentence { tell(sentence) }
    // What is lost in the end is told, whatever was told before.
    isTold.withLock { $0 = false }
    positions.finish()
    changing.finish()
  }

  private func tellWaiting(_ sentence: String) {
    let tell = waiting.withLock { waiting in
      waiting.sentence = sentence
      return waiting.tell
    }
    if let tell { tell(sentence) } else { mailbox.post(.noticed(Notice(sentence))) }
  }

  private func beginChange() { waiting.withLock { $0.changes += 1 } }

  private func endChange() {
    waiting.withLock { waiting in
      waiting.changes -= 1
      if waiting.changes == 0 { waiting.sentence = nil }
    }
  }

  /// Forgets what a read waited for, which a change may be waiting for still.
  private func endReading() {
    waiting.withLock { if $0.changes == 0 { $0.sentence = nil } }
  }

  /// Runs work that is waited for.
  private func run(on lane: Lane, _ work: @escaping @Sendable () -> Void) {
    mailbox.begin()
    lane.run { [mailbox] in
      work()
      mailbox.end()
    }
  }

  /// Makes a change in its turn.
  private func makeChange(_ work: @escaping @Sendable () -> Void) {
    beginChange()
    run(on: changing) { [self] in
      work()
      endChange()
    }
  }
}

// MARK: - Lists

extension KeptLibrary {
  /// Reads rows, and counts the list where that is asked for.
  func rows(_ request: RowsRequest) {
    let interruption = Interruption()
    current.withLock { current in
      if let current, current.source != request.source { current.interruption.interrupt() }
      current = (request.source, interruption)
    }
    run(on: request.source.isRanked ? ranking : reading) { [self] in
      answer { library throws(LibraryError) in
        guard let library else {
          var rows = ListRows([], total: ArticleCount())
          rows.isOfEmptyLibrary = true
          mailbox.post(.rows(request, rows))
          return
        }
        do throws(LibraryError) {
          let rows = try library.rows(request, interruption)
          mailbox.post(.rows(request, rows))
          if request.countsAll, rows.total == nil { count(request, interruption) }
        } catch {
          // Those that were interrupted are not waited for.
          if error.kind != .interrupted { mailbox.post(.rowsFailed(request, error.sentence)) }
        }
      }
    }
  }

  /// Counts a list anew.
  func count(_ request: RowsRequest, _ interruption: Interruption = Interruption()) {
    guard let listing = request.source.listing else { return }
    run(on: counting) { [self] in
      answer { library throws(LibraryError) in
        guard let library else { return }
        let total = try library.count(
          of: listing, upTo: Library.countLimit, interruption: interruption)
        mailbox.post(.counted(request, total))
      }
    }
  }

  /// Finds a row by a condition.
  func find(_ search: RowSearch) {
    run(on: reading) { [self] in
      answer { library throws(LibraryError) in
        mailbox.post(.foundRow(search, try library?.place(of: search)))
      }
    }
  }

  /// Does something with the library, and tells what went wrong.
  private func answer(_ work: (Library?) throws(LibraryError) -> Void) {
    defer { endReading() }
    do throws(LibraryError) {
      let library: Library?
      do throws(LibraryError) {
        library = try self.library()
      } catch {
        mailbox.post(.libraryFailed(error.sentence))
        return
      }
      try work(library)
    } catch {
      if error.kind != .interrupted { mailbox.post(.failed(.error(error.sentence), nil)) }
    }
  }
}

// MARK: - Articles

extension KeptLibrary {
  /// Reads an article.
  func load(_ id: ArticleID, matching query: Query?) {
    run(on: Lane()) { [self] in mailbox.post(loaded(id, matching: query)) }
  }

  private func loaded(_ id: ArticleID, matching query: Query?) -> EffectResult {
    defer { endReading() }
    do throws(LibraryError) {
      guard let library = try library() else {
        return .failed(.error("There is no library any more."), id)
      }
      let found = try library.article(id)
      let matches = try query.map { query throws(LibraryError) in
        try library.matches(of: query, in: id)
      }
      return .loaded(id, LoadedArticle(found, matches: matches ?? []))
    } catch {
      return .failed(.error(error.sentence), id)
    }
  }

  /// Tells what is kept about an article that was read from these bytes.
  func tell(of id: ArticleID, readFrom bytes: [UInt8]) {
    defer { endReading() }
    guard isThere, let library = try? library(),
      let known = try? library.article(readFrom: bytes), let found = try? library.article(known)
    else { return }
    mailbox.post(.kept(id, KeptFacts(found, matches: [])))
  }
}

// MARK: - Changes

extension KeptLibrary {
  /// Makes a change.
  func perform(_ change: LibraryChange) {
    makeChange { [self] in
      report { library throws(LibraryError) in .changed(change, try library.perform(change)) }
    }
  }

  /// Makes a change of what an article is taken for, and reads it anew.
  func correct(_ id: ArticleID, by change: LibraryChange) {
    makeChange { [self] in
      report { library throws(LibraryError) in .changed(change, try library.perform(change)) }
      mailbox.post(loaded(id, matching: nil))
    }
  }

  /// Adds an article that was read from elsewhere; makes the library where there is none.
  func add(_ id: ArticleID, from sources: SourceLibrary) {
    makeChange { [self] in
      do {
        let (input, corrections) = try sources.input(of: id)
        guard let library = try library(makes: true) else { return }
        let (kept, sentence) = try library.add(input, corrections: corrections)
        let facts = KeptFacts(try library.article(kept), matches: [])
        mailbox.post(.added(id, facts, sentence))
      } catch let problem as InputProblem {
        mailbox.post(.failed(.error(problem.sentence), nil))
      } catch {
        mailbox.post(.failed(.error((error as? LibraryError)?.sentence ?? "\(error)"), nil))
      }
    }
  }

  /// Takes the latest change back, or makes it again.
  func step(isRedo: Bool) {
    makeChange { [self] in
      report { library throws(LibraryError) in
        isRedo ? .redid(try library.redo()) : .undid(try library.undo())
      }
    }
  }

  /// Keeps a position soon.
  func keep(_ position: Int, of id: ArticleID) {
    positions.keep(position, of: id) { [self] positions in
      beginChange()
      defer { endChange() }
      var left: [ArticleID: Int] = [:]
      var problem: LibraryError?
      for (id, position) in positions {
        do throws(LibraryError) {
          try library()?.setPosition(position, of: id)
        } catch {
          // Where there is no such article any more, there is no place in it to keep.
          guard error.kind != .missing else { continue }
          left[id] = position
          problem = error
        }
      }
      tellOnce(problem)
      return left
    }
  }

  /// Tells that positions cannot be kept, until they can be again.
  private func tellOnce(_ problem: LibraryError?) {
    let isNews = isTold.withLock { isTold in
      defer { isTold = problem != nil }
      return !isTold
    }
    if isNews, let problem { mailbox.post(.noticed(.error(problem.sentence))) }
  }

  /// Changes the library and posts what came of it.
  private func report(_ work: (Library) throws(LibraryError) -> EffectResult) {
    do throws(LibraryError) {
      guard let library = try library() else { return mailbox.post(.undid(nil)) }
      mailbox.post(try work(library))
    } catch {
      mailbox.post(.failed(.error(error.sentence), nil))
      mailbox.post(.libraryChanged)
    }
  }
}
