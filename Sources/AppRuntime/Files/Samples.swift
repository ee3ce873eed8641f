// The articles that came with the program, embedded file by file so that a lone binary has them.

/// An article inside the program.
struct Sample {
  /// The file's name, which says its format.
  let name: String
  /// The title, known without parsing, so that the list is painted at once.
  let title: String
  /// The publication that the article names.
  let source: String
  /// The text.
  let bytes: @Sendable () -> [UInt8]

  /// All of them, in the order of the list. A test compares names, titles and the folder.
  static let all: [Sample] = [
    Sample(
      name: "harbour-bridge.txt",
      title:
        "Bridge halts mid-swing with ‘a wedding cake and eleven trombones’ aboard",
      source: "The Quayside Post"
    ) { PackageResources.harbour_bridge_txt },
    Sample(
      name: "flood-relief.txt",
      title: "Families row home over their own streets as Oun flood displaces 310,000",
      source: "flood-relief.txt"
    ) { PackageResources.flood_relief_txt },
    Sample(
      name: "rail-fares.md", title: "The line that made Friday cheap",
      source: "The Marchmere Ledger"
    ) { PackageResources.rail_fares_md },
    Sample(
      name: "cup-final.txt",
      title: "Schoolboy keeper is Pellworth’s hero in final of ‘cramp and miracles’",
      source: "cup-final.txt"
    ) { PackageResources.cup_final_txt },
    Sample(
      name: "tidal-array.md", title: "The mills beneath Varra Sound", source: "tidal-array.md"
    ) { PackageResources.tidal_array_md },
  ]
}
