import Articles
import Foundation
import Testing

@testable import AppRuntime

private let folder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Sources/AppRuntime/Samples")

@Test func everySampleOfTheFolderIsListed() throws {
  let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
  #expect(Set(files) == Set(Sample.all.map(\.name)))
}

@Test(arguments: Sample.all.map(\.name))
func samplesAreListedUnderTheirOwnTitle(name: String) throws {
  let sample = try #require(Sample.all.first { $0.name == name })
  let article = try readArticle(.sample(name), name: name)
  #expect(article.metadata.title == sample.title)
  #expect(sample.source == article.metadata.site ?? name)
  #expect(try Data(contentsOf: folder.appendingPathComponent(name)) == Data(sample.bytes()))
}
