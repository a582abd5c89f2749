import { readFile } from 'node:fs/promises';
import { runVerifyCommand } from './verify-command.ts';
import { hasData, openData } from './open-data.ts';

/** The command itself: `node bot/commands/verify.ts --data folder`, or `export.json`. */
process.exitCode = await runVerifyCommand(process.argv.slice(2), {
  print: (line) => console.log(line),
  openStore: openData,
  hasFolder: hasData,
  readBytes: (path) => readFile(path),
});
