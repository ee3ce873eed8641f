import Glibc
import Testing

@testable import AppRuntime

@Test(arguments: [false, true])
func aLineThatAFailureCutIsNone(fails: Bool) throws {
  var ends: [Int32] = [-1, -1]
  #expect(unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
  defer { close(ends[0]) }
  #expect(unsafe write(ends[1], "whole\ncut", 9) == 9)
  // Who leaves what was sent to them unread resets the connection.
  if fails { #expect(unsafe write(ends[0], "!", 1) == 1) }
  close(ends[1])
  var reader = LineReader(descriptor: ends[0])
  #expect(reader.next().map(Array.init) == Array("whole".utf8))
  #expect(reader.next().map(Array.init) == (fails ? nil : Array("cut".utf8)))
  #expect(reader.next() == nil)
  #expect(reader.failure == (fails ? ECONNRESET : 0))
}
