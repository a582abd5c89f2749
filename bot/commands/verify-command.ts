import { parseArgs } from 'node:util';
import type { TextLanguage } from '../texts/texts.ts';
import { speak } from '../texts/texts.ts';
import type { CommandContext } from './command-context.ts';
import { errorCode } from './error-code.ts';
import { isThereOrTell, onData } from './on-data.ts';
import { verifyAndTell } from './verify-and-tell.ts';
import { verifyFile } from './verify-file.ts';

/** How a command ended, for who called it: `usage` is a command that nobody could carry out. */
const exitCodes = { fine: 0, notFine: 1, usage: 2 } as const;

type VerifyWorld = Pick<CommandContext, 'print' | 'openStore' | 'hasFolder'> & {
  readBytes?: (path: string) => Promise<Uint8Array>;
};

/** `npm run verify -- --data folder`, or `-- export.json`: says in sentences what is not as the log has it. @returns the exit code */
export async function runVerifyCommand(words: readonly string[], world: VerifyWorld): Promise<number> {
  const wish = readWish(words);
  const say = speak(wish?.language ?? 'nl');
  const { print } = world;
  if (wish?.file !== undefined && wish.folder === undefined)
    return verifyFile(world, wish.file, wish.language);
  if (wish?.folder === undefined) {
    print(say('verify.usage'));
    return exitCodes.usage;
  }
  const { folder, language } = wish;
  const speaking = { ...world, say };
  if (!isThereOrTell(speaking, folder)) return exitCodes.notFine;
  const isFine = await onData(speaking, folder, (store) => verifyAndTell(store, print, language));
  return isFine === true ? exitCodes.fine : exitCodes.notFine;
}

/** `undefined` when it can't be understood. */
function readWish(
  words: readonly string[],
): { folder: string | undefined; file: string | undefined; language: TextLanguage } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { lang: { type: 'string', default: 'nl' }, data: { type: 'string' } },
    });
    if (values.lang !== 'nl' && values.lang !== 'en') return undefined;
    if (positionals.length > (values.data === undefined ? 1 : 0)) return undefined;
    return { folder: values.data, file: positionals[0], language: values.lang };
  } catch (error) {
    if (errorCode(error)?.startsWith('ERR_PARSE_ARGS') === true) return undefined;
    throw error;
  }
}
