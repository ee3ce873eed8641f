internal import Glibc
internal import Interchange
internal import LibraryStore
internal import Screen

/// How saved excerpts are printed.
public enum SavedExcerptsFormat: String, Sendable, CaseIterable {
  /// Quotations with their sources.
  case markdown
  /// Comma-separated values with a line of names.
  case csv
  /// One JSON object a line.
  case json
}

/// Prints the excerpts that were saved, the latest first.
///
/// - Parameters:
///   - format: how.
///   - named: the file of the library; as set where it is nil.
/// - Returns: the exit status: 0, or 1 where the library cannot be read.
public func exportSavedExcerpts(as format: SavedExcerptsFormat, library named: String?) -> Int32 {
  withLibrary(named) { library in
    let excerpts = try library.savedExcerpts()
    let isWritten =
      switch format {
      case .markdown: Output.standard.write(markdown(of: excerpts))
      case .csv: Output.standard.write(csv(of: excerpts))
      case .json: Output.standard.write(excerpts.flatMap { savedExcerptJSON($0) + [0x0A] })
      }
    if excerpts.isEmpty { Output.error.complain(["No excerpt was saved yet."]) }
    return isWritten ? 0 : Output.standard.statusOfFailure(errno)
  }
}
