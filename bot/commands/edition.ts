import { readFile } from 'node:fs/promises';
import { runEditionCommand } from './edition-command.ts';
import { hasData, openData } from './open-data.ts';

/** The command itself: `node bot/commands/edition.ts check file.json`. */
process.exitCode = await runEditionCommand(process.argv.slice(2), {
  print: (line) => console.log(line),
  readFile: (path) => readFile(path, 'utf8'),
  openStore: openData,
  hasFolder: hasData,
  now: () => new Date().toISOString(),
});
