/// Lists of words in the program's own source. They are split when the program starts, by bytes: going
/// through them by characters was felt.
public enum WordList {
  /// The words of a list, parted by spaces and lines.
  public static func words(of list: String) -> [String] {
    list.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(Substring($0)) }
  }
}
