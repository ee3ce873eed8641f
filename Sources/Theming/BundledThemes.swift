/// The themes inside the program, embedded file by file so that a lone binary runs anywhere.
///
/// The list is made by hand because resources are embedded by name; a test compares it with the
/// `Themes` folder.
enum BundledThemes {
  /// Name and source of each.
  static let sources: [String: ThemeCatalog.Source] = [
    "amber": source("amber", PackageResources.amber_toml),
    "fjord": source("fjord", PackageResources.fjord_toml),
    "high-contrast": source("high-contrast", PackageResources.high_contrast_toml),
    "mono": source("mono", PackageResources.mono_toml),
    "newsprint": source("newsprint", PackageResources.newsprint_toml),
    "night": source("night", PackageResources.night_toml),
    "paper": source("paper", PackageResources.paper_toml),
  ]

  private static func source(_ name: String, _ bytes: [UInt8]) -> ThemeCatalog.Source {
    ThemeCatalog.Source(
      file: "Themes/\(name).toml", text: String(decoding: bytes, as: UTF8.self))
  }
}
