import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { runExportCommand } from './export-command.ts';
import { hasData, openData } from './open-data.ts';

/** The command itself: `node bot/commands/export.ts --data folder --edition id --round id`. */
process.exitCode = await runExportCommand(process.argv.slice(2), {
  print: (line) => console.log(line),
  openStore: openData,
  hasFolder: hasData,
  now: () => new Date().toISOString(),
  writeFile: (name, pieces) => writeFile(name, Readable.from(pieces)),
});
