import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** @param folder undefined: in memory, gone when closed */
export function openDatabase(folder: string | undefined): DatabaseSync {
  const database = new DatabaseSync(databasePath(folder));
  // A killed process loses nothing with NORMAL; only a power cut could.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS opened (conversation TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS lost (conversation TEXT PRIMARY KEY, how TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS messages (
      id TEXT PRIMARY KEY,
      conversation TEXT NOT NULL,
      root TEXT,
      sender TEXT NOT NULL,
      text TEXT,
      cards TEXT NOT NULL,
      sent_at INTEGER NOT NULL,
      edited_at INTEGER,
      deleted_at INTEGER,
      generation INTEGER NOT NULL,
      created INTEGER NOT NULL,
      changed INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS messages_by_conversation ON messages (conversation, created);
    CREATE TABLE IF NOT EXISTS views (
      message TEXT NOT NULL,
      person TEXT NOT NULL,
      generation INTEGER NOT NULL,
      card TEXT,
      invoked_at INTEGER NOT NULL,
      stopped INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      PRIMARY KEY (message, person)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS seen (
      person TEXT NOT NULL,
      conversation TEXT NOT NULL,
      change INTEGER NOT NULL,
      PRIMARY KEY (person, conversation)
    ) STRICT;
  `);
  return database;
}

function databasePath(folder: string | undefined): string {
  if (folder === undefined) return ':memory:';
  const own = join(folder, 'teams');
  mkdirSync(own, { recursive: true, mode: 0o700 });
  return join(own, 'teams.db');
}
