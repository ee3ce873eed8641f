// Starts what must not hold up the loop. Everything here may block, so it runs on threads of its
// own, which end with it, and never on the cooperative pool.

internal import Articles
internal import CHeap
internal import Queries
internal import Session
internal import Theming

/// Runs effects and posts their results.
struct EffectRunner: Sendable {
  /// Where results go.
  let mailbox: Mailbox
  /// Where articles are read from.
  let library: SourceLibrary
  /// The library; nil where there is no place for one.
  let kept: KeptLibrary?
  /// The themes there are.
  let themes: ThemeCatalog
  /// Where preferences are kept; nil where nothing is remembered.
  let preferencesFile: String?
  /// What paths that a reader types are relative to; nil for the process's own directory.
  let workingDirectory: String?
  /// Whether nothing is performed, since a recording has the results.
  let isReplaying: Bool

  /// One after the other, so that the last preferences win.
  private let saving = Lane()
  /// In the order in which they were made.
  private let correcting = Lane()
  /// What may end a word that is being typed: the last word counts, so in order.
  private let completing = Lane()
  /// The list's titles and counts, behind what a reader waits for.
  private let surveying = Lane()
  /// Only what was looked for last is waited for.
  private let searching = Turns()

  init(
    mailbox: Mailbox, library: SourceLibrary, kept: KeptLibrary? = nil, themes: ThemeCatalog,
    preferencesFile: String?, workingDirectory: String? = nil, isReplaying: Bool = false
  ) {
    self.kept = kept
    self.mailbox = mailbox
    self.library = library
    self.themes = themes
    self.preferencesFile = preferencesFile
    self.workingDirectory = workingDirectory
    self.isReplaying = isReplaying
  }

  /// Starts an effect that reports by the mailbox; others are the loop's own.
  func start(_ effect: Effect) {
    guard !isReplaying else { return }
    switch effect {
    case .load(let id, let query):
      // Whoever opens another article leaves the one whose excerpts are being looked for.
      _ = library.finding.begin()
      guard library.has(id) else {
        kept?.load(id, matching: query)
        return
      }
      run(on: Lane()) {
        library.load(id, post: mailbox.post)
        if let kept, kept.isThere, let bytes = try? library.bytes(of: id) {
          kept.tell(of: id, readFrom: bytes)
        }
      }
    case .rows(let request): kept?.rows(request)
    case .count(let request): kept?.count(request)
    case .findRow(let search): kept?.find(search)
    case .change(let change): kept?.perform(change)
    case .add(let id): kept?.add(id, from: library)
    case .undo: kept?.step(isRedo: false)
    case .redo: kept?.step(isRedo: true)
    case .keepPosition(let id, let position): kept?.keep(position, of: id)
    case .findExcerpts(let loaded, let stretch, let position):
      let turn = library.finding.begin()
      run(on: Lane()) {
        library.lookForExcerpts(
          of: loaded, in: stretch, from: position, turn: turn, post: mailbox.post)
        heap_give_back()
      }
    case .search(let request):
      let turn = searching.begin()
      run(on: Lane()) {
        guard let found = request.run(while: { searching.isLatest(turn) }) else { return }
        mailbox.post(.searched(request, found))
      }
    case .correct(let id, let correction):
      _ = library.finding.begin()
      guard library.has(id) else {
        kept?.correct(id, by: .correct(id, correction))
        return
      }
      run(on: correcting) {
        library.correct(id, post: mailbox.post) { $0.make(correction, of: $1) }
      }
    case .withdraw(let id, let correction):
      _ = library.finding.begin()
      guard library.has(id) else {
        kept?.correct(id, by: .dropCorrection(id, correction))
        return
      }
      run(on: correcting) {
        library.correct(id, post: mailbox.post) { $0.withdraw(correction, of: $1) }
      }
    case .survey(let ids): run(on: surveying) { library.survey(ids, post: mailbox.post) }
    case .writeFile(let path, let contents, let replacing):
      run(on: Lane()) {
        mailbox.post(writeFile(contents, to: absolute(path), replacing: replacing))
      }
    case .complete(let word, let place):
      run(on: completing) {
        mailbox.post(.completions(of: word, completions(of: word, place, in: workingDirectory)))
      }
    case .pipe(let arguments, let input):
      run(on: Lane()) { mailbox.post(.piped(PipedCommand(arguments).run(with: input))) }
    case .savePreferences(let preferences):
      guard let preferencesFile else { return }
      run(on: saving) {
        if let problem = save(preferences, to: preferencesFile) {
          mailbox.post(.noticed(.error(problem)))
        }
      }
    case .wake, .useTheme, .copy, .openExternally, .suspend, .repaint, .quit: break
    }
  }

  /// Waits for what must not be lost.
  ///
  /// - Parameter tell: is told a sentence where that takes long, now that the status line is gone.
  func finish(telling tell: @escaping @Sendable (String) -> Void) {
    saving.finish()
    correcting.finish()
    kept?.finish(telling: tell)
  }

  private func run(on lane: Lane, _ work: @escaping @Sendable () -> Void) {
    mailbox.begin()
    lane.run {
      work()
      mailbox.end()
    }
  }

  private func absolute(_ path: String) -> TypedPath {
    TypedPath(path, relativeTo: workingDirectory)
  }
}
