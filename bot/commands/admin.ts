import { runAdminCommand } from './admin/admin-command.ts';
import { hasData, openData } from './open-data.ts';

/** The command itself: `node bot/commands/admin.ts verify --data folder`. */
process.exitCode = await runAdminCommand(process.argv.slice(2), {
  print: (line) => console.log(line),
  openStore: openData,
  hasFolder: hasData,
  now: () => new Date().toISOString(),
  environment: process.env,
});
