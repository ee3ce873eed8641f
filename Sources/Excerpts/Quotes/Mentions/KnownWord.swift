// Words that rules name, by their hashes. Written out, because a constant that is computed when it is
// first used costs a check at each use; a test compares each with its word.

import Prose

/// A word that a rule names.
enum KnownWord: UInt32, CaseIterable {
  case according = 0x9CC2_E6E7
  case and = 0x0F29_C2A6
  case `as` = 0x5E25_208D
  case close = 0x27CB_3B23
  case familiar = 0x3CD8_924E
  case `for` = 0xACF3_8390
  case `in` = 0x4138_7A9E
  case it = 0x4738_8410
  case its = 0x80F8_67D9
  case of = 0x6934_3C68
  case that = 0xCB18_332C
  case the = 0xB40E_B21C
  case then = 0xE522_E976
  case to = 0x4245_4824
  case who = 0x2AF4_2A8F
  case words = 0x5CB7_AA8A
}

extension Lexeme {
  /// Whether the token is a word, in upper or lower case.
  @inline(__always) func `is`(_ word: KnownWord) -> Bool { hash == word.rawValue }
}
