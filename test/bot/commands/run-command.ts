import { existsSync } from 'node:fs';
import type { CommandWorld } from '../../../bot/commands/edition-command.ts';
import { runEditionCommand } from '../../../bot/commands/edition-command.ts';
import { openSqliteStore } from '../../../bot/store/sqlite/open-sqlite-store.ts';
import { shippedText } from '../domain/edition-files.ts';

/** What the command would print, and how it ends. */
export interface CommandResult {
  code: number;
  lines: string[];
}

/** Runs the command as it is typed, with these files beside the ones that come with the app. */
export async function command(
  typed: string,
  { files = {}, now = '2027-08-01T10:00:00.000Z' }: { files?: Record<string, string>; now?: string } = {},
): Promise<CommandResult> {
  const lines: string[] = [];
  const world: CommandWorld = {
    print: (line) => lines.push(line),
    readFile: async (path) => files[path] ?? shippedText(path),
    openStore: (folder) => openSqliteStore({ folder }),
    hasFolder: existsSync,
    now: () => now,
  };
  const code = await runEditionCommand(typed.split(' '), world);
  return { code, lines };
}
