import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts';
import { runEditionCommand } from './edition-command.ts';

/** The command itself: `node bot/commands/edition.ts check file.json`. */
process.exitCode = await runEditionCommand(process.argv.slice(2), {
  print: (line) => console.log(line),
  readFile: (path) => readFile(path, 'utf8'),
  openStore: (folder) => openSqliteStore({ folder }),
  hasFolder: existsSync,
  now: () => new Date().toISOString(),
});
