import { existsSync } from 'node:fs';
import { runAdminCommand } from '../../../../bot/commands/admin/admin-command.ts';
import type { AdminWorld } from '../../../../bot/commands/admin/subcommand.ts';
import { openSqliteStore } from '../../../../bot/store/sqlite/open-sqlite-store.ts';
import type { CommandResult } from '../run-command.ts';

/** Runs `npm run admin -- …` in this process. */
export async function admin(
  words: readonly string[],
  around: Partial<AdminWorld> = {},
): Promise<CommandResult> {
  const lines: string[] = [];
  const code = await runAdminCommand(words, {
    print: (line) => lines.push(line),
    openStore: (folder) => openSqliteStore({ folder }),
    hasFolder: existsSync,
    now: () => '2027-08-01T10:00:00.000Z',
    environment: {},
    ...around,
  });
  return { code, lines };
}
