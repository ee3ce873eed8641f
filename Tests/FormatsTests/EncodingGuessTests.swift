import Articles
import Formats
import Foundation
import Markup
import Testing

/// Sentences as their languages write them, each with an encoding they are found in.
private let sentences: [(encoding: String, words: String)] = [
  ("Shift_JIS", "水車小屋は川のほとりに立っています。春になると大工が三人来て、古い水車を直しました。"),
  ("EUC-JP", "水車小屋は川のほとりに立っています。春になると大工が三人来て、古い水車を直しました。"),
  ("ISO-2022-JP", "水車小屋は川のほとりに立っています。"),
  ("EUC-KR", "물레방아는 두 강이 만나는 곳에 서 있습니다. 봄에 목수 세 명이 바퀴를 고쳤습니다."),
  ("gb18030", "磨坊在两条河相会的地方，那里的人说，三个木匠在春天把旧的水车修好了，我们都去看。"),
  ("Big5", "磨坊在兩條河相會的地方，那裡的人說，三個木匠在春天把舊的水車修好了，我們都去看。"),
  (
    "windows-1251",
    "Мельница стоит там, где встречаются две реки. Весной три плотника починили колесо."
  ),
  ("KOI8-R", "Мельница стоит там, где встречаются две реки. Весной три плотника починили колесо."),
  ("windows-1253", "Ο μύλος στέκεται εκεί όπου συναντιούνται τα δύο ποτάμια και αλέθει σιτάρι."),
  (
    "windows-1250",
    "Mlýn stojí tam, kde se stékají dvě řeky. Na jaře tři tesaři opravili staré kolo."
  ),
  (
    "windows-1252",
    "Die Mühle steht, wo sich zwei Flüsse treffen; drei Männer haben das Rad repariert."
  ),
  ("windows-1255", "הטחנה עומדת במקום שבו נפגשים שני הנהרות והגלגל מסתובב"),
  ("windows-1256", "تقف الطاحونة حيث يلتقي النهران وقد أصلح ثلاثة نجارين العجلة في الربيع"),
  ("windows-1254", "Değirmen iki nehrin buluştuğu yerde duruyor ve üç marangoz çarkı onardı."),
]

/// The bytes of a text in an encoding, by the system's own tool.
private func encoded(_ words: String, _ encoding: String) throws -> [UInt8] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["iconv", "-f", "UTF-8", "-t", encoding]
  let (input, output) = (Pipe(), Pipe())
  process.standardInput = input
  process.standardOutput = output
  try process.run()
  input.fileHandleForWriting.write(Data(words.utf8))
  try input.fileHandleForWriting.close()
  let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
  process.waitUntilExit()
  return bytes
}

@Test(arguments: sentences)
func textThatNamesNoEncodingIsReadInIts(_ encoding: String, _ words: String) throws {
  let bytes = try encoded(words, encoding)
  let guessed = decodedText(bytes)
  #expect(String(decoding: guessed.utf8, as: UTF8.self) == words, "read as \(guessed.encoding)")
  let named = decodedText(bytes, label: encoding)
  #expect(String(decoding: named.utf8, as: UTF8.self) == words)
}

@Test(arguments: sentences)
func pagesThatNameNoEncodingAreReadInTheirs(_ encoding: String, _ words: String) throws {
  let page = try encoded("<!DOCTYPE html><title>-</title><p>\(words)</p>", encoding)
  let article = try parse(SourceBytes(bytes: page, name: "page.html"))
  #expect(article.document.text.contains(words))
}
