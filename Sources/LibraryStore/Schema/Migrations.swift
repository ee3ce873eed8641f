// The steps that bring any released library to today's form. Append only: a step that was released
// is never edited, since there are libraries that it has made.

internal import GRDB

/// Marks a file as a library, in SQLite's header ("PqLb").
let applicationID: Int32 = 0x5071_4C62

/// The version of the form, in SQLite's header too, where it is read before SQLite is asked.
let schemaVersion: Int32 = 3

/// All steps in order.
let migrator: DatabaseMigrator = {
  var migrator = DatabaseMigrator()
  migrator.registerMigration("1") { database in
    try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
    for statements in [
      Schema1.articles, Schema1.excerpts, Schema1.keeping, Schema1.undo, Schema1.places,
      Schema1.counts, Schema1.words, Schema1.undoTriggers,
    ] {
      try database.execute(sql: statements)
    }
  }
  migrator.registerMigration("2") { database in
    try database.execute(sql: "PRAGMA user_version = 2")
    try database.execute(sql: Schema2.words)
  }
  migrator.registerMigration("3") { database in
    try database.execute(sql: "PRAGMA user_version = 3")
    try database.execute(sql: Schema3.indexes)
    try Schema3.recount(database)
  }
  return migrator
}()
