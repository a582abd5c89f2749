import { parseArgs } from 'node:util';
import type { Speak, TextLanguage } from '../../texts/texts.ts';
import { speak } from '../../texts/texts.ts';
import { errorCode } from '../error-code.ts';
import { isThereOrTell, onData } from '../on-data.ts';
import type { AdminContext, AdminWish, AdminWorld, ExitCode, Subcommand } from './subcommand.ts';
import { exitCodes } from './subcommand.ts';
import { subcommands } from './subcommands.ts';

/** `npm run admin -- <what> --data <folder or container> …`: what keeps the data. @returns the exit code */
export async function runAdminCommand(words: readonly string[], world: AdminWorld): Promise<ExitCode> {
  const typed = readTyped(words);
  const language = typed?.language ?? 'nl';
  const context: AdminContext = { ...world, language, say: speak(language) };
  if (typed?.wish === undefined) {
    context.print(usage(context.say, typed?.subcommand));
    return exitCodes.usage;
  }
  return carryOut(typed.subcommand, typed.wish, context);
}

async function carryOut(subcommand: Subcommand, wish: AdminWish, context: AdminContext): Promise<ExitCode> {
  const { data } = wish;
  if (subcommand.makesFolder !== true && !isThereOrTell(context, data)) return exitCodes.notFine;
  const ended = await subcommand.prepare?.(wish, context);
  if (ended !== undefined) return ended;
  const { takesHalfRestored } = subcommand;
  const done = await onData(context, data, (store) => subcommand.run(store, wish, context), {
    takesHalfRestored,
  });
  return done ?? exitCodes.notFine;
}

/** All of it, or of the one subcommand that was meant. */
function usage(say: Speak, meant: Subcommand | undefined): string {
  const lines = (meant === undefined ? subcommands : [meant]).map((each) => `  ${say(each.usage)}`);
  return [say('admin.usage'), ...lines, say('admin.usage.for-all')].join('\n');
}

interface Typed {
  subcommand: Subcommand;
  language: TextLanguage;
  /** `undefined` when it can't be understood. */
  wish?: AdminWish;
}

function readTyped(words: readonly string[]): Typed | undefined {
  const subcommand = subcommands.find(({ name }) => name === words[0]);
  if (subcommand === undefined) return undefined;
  const values = valuesOf(words.slice(1), subcommand);
  const { lang = 'nl', data, yes, ...rest } = values ?? {};
  if (lang !== 'nl' && lang !== 'en') return { subcommand, language: 'nl' };
  const options: Record<string, string> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && value !== false) options[name] = value === true ? 'yes' : value;
  }
  const isWhole = (subcommand.required ?? []).every((name) => (options[name] ?? '') !== '');
  if (typeof data !== 'string' || data === '' || !isWhole) return { subcommand, language: lang };
  return { subcommand, language: lang, wish: { data, confirmed: yes === true, options } };
}

function valuesOf(
  words: readonly string[],
  { options = [], flags = [] }: Subcommand,
): Record<string, string | boolean | undefined> | undefined {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        ...Object.fromEntries(options.map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
        lang: { type: 'string' },
        data: { type: 'string' },
        yes: { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    if (errorCode(error)?.startsWith('ERR_PARSE_ARGS') === true) return undefined;
    throw error;
  }
}
