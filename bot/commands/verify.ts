import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts';
import { runVerifyCommand } from './verify-command.ts';

/** The command itself: `node bot/commands/verify.ts --data folder`, or `export.json`. */
process.exitCode = await runVerifyCommand(process.argv.slice(2), {
  print: (line) => console.log(line),
  openStore: (folder) => openSqliteStore({ folder }),
  hasFolder: existsSync,
  readBytes: (path) => readFile(path),
});
