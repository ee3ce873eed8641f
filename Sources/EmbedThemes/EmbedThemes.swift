import Foundation
import PackagePlugin

/// Writes every file of `Themes` into one Swift source, so that a new theme is one new file and a
/// lone binary runs anywhere.
///
/// The folder itself is an input, so that a theme added later is noticed. A theme removed later
/// stops the build with its name until `Package.swift` is touched: the build system plans anew
/// only then. It runs the shell, as a tool of our own would cost a build of its own.
@main
struct ThemeEmbedding: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Themes")
      .resolvingSymlinksInPath()
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "toml" }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedThemes.swift")
    return [
      .buildCommand(
        displayName: "Embedding the themes", executable: URL(filePath: "/bin/sh"),
        arguments: ["-ec", script, "sh", folder.path, output.path],
        inputFiles: [folder] + files, outputFiles: [output])
    ]
  }

  /// Writes a dictionary of raw string literals by file name from a folder to a file.
  private var script: String {
    """
    {
      echo 'enum EmbeddedThemes {'
      echo '  static let texts: [String: String] = ['
      for file in "$1"/*.toml; do
        name=${file##*/}
        printf '"%s": ###\"\"\"\\n' "${name%.toml}"
        cat "$file"
        printf '\\n\"\"\"###,\\n'
      done
      echo '  ]'
      echo '}'
    } > "$2"
    """
  }
}
