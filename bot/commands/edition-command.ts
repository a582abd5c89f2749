import { parseArgs } from 'node:util';
import type { TextLanguage } from '../texts/texts.ts';
import { speak } from '../texts/texts.ts';
import type { CommandContext } from './command-context.ts';
import { checkFiles, readOrTell } from './check-files.ts';
import { errorCode } from './error-code.ts';
import { putFile, runId } from './keep-edition.ts';
import { showEdition } from './show-edition.ts';

/** How a command ended, for who called it: `usage` is a command that nobody could carry out. */
const exitCodes = { fine: 0, notFine: 1, usage: 2 } as const;

/** What the command is run with; the rest of the world comes with it. */
export type CommandWorld = Omit<CommandContext, 'language' | 'say'>;

/** `npm run edition -- …`: checks, shows and stores edition files. @returns the exit code */
export async function runEditionCommand(words: readonly string[], world: CommandWorld): Promise<number> {
  const wish = readWish(words);
  const language = wish?.language ?? 'nl';
  const context: CommandContext = { ...world, language, say: speak(language) };
  const isDone = wish === undefined ? undefined : await carryOut(wish, context);
  if (isDone === undefined) {
    context.print(context.say('edition-command.usage'));
    return exitCodes.usage;
  }
  return isDone ? exitCodes.fine : exitCodes.notFine;
}

interface Wish {
  action?: string;
  /** Files, or an id. */
  about: string[];
  language: TextLanguage;
  folder?: string;
  confirmed: boolean;
}

async function carryOut(wish: Wish, context: CommandContext): Promise<boolean | undefined> {
  const { action, about, folder, confirmed } = wish;
  const [only] = about;
  if (only === undefined) return undefined;
  if (action === 'check') return checkFiles(context, about);
  if (about.length > 1) return undefined;
  if (action === 'show') return showFile(context, only);
  if (folder === undefined) return undefined;
  if (action === 'put') return putFile(context, only, { folder, confirmed });
  if (action === 'run') return runId(context, only, folder);
  return undefined;
}

async function showFile(context: CommandContext, file: string): Promise<boolean> {
  const edition = await readOrTell(context, file);
  if (edition === undefined) return false;
  for (const line of showEdition(context.language, edition)) context.print(line);
  return true;
}

/** `undefined` when it can't be understood. */
function readWish(words: readonly string[]): Wish | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        lang: { type: 'string', default: 'nl' },
        data: { type: 'string' },
        yes: { type: 'boolean', default: false },
      },
    });
    const [action, ...about] = positionals;
    if (values.lang !== 'nl' && values.lang !== 'en') return undefined;
    return { action, about, language: values.lang, folder: values.data, confirmed: values.yes };
  } catch (error) {
    if (errorCode(error)?.startsWith('ERR_PARSE_ARGS') === true) return undefined;
    throw error;
  }
}
