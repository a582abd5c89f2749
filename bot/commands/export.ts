import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts';
import { runExportCommand } from './export-command.ts';

/** The command itself: `node bot/commands/export.ts --data folder --edition id --round id`. */
process.exitCode = await runExportCommand(process.argv.slice(2), {
  print: (line) => console.log(line),
  openStore: (folder) => openSqliteStore({ folder }),
  hasFolder: existsSync,
  now: () => new Date().toISOString(),
  writeFile: (name, pieces) => writeFile(name, Readable.from(pieces)),
});
