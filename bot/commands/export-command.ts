import { parseArgs } from 'node:util';
import { roundOf } from '../domain/edition/edition.ts';
import { rankRound } from '../domain/ranking/rank-round.ts';
import type { DocumentStore } from '../store/port.ts';
import type { TextLanguage } from '../texts/texts.ts';
import { speak } from '../texts/texts.ts';
import { readEdition } from '../use-cases/edition-context.ts';
import type { ExportFile, ExportFormat } from '../use-cases/export/export-file.ts';
import { exportFile, exportFormats } from '../use-cases/export/export-file.ts';
import { exportCategories } from '../use-cases/export/export-round.ts';
import { exportWords } from '../texts/export-words.ts';
import type { CommandContext } from './command-context.ts';
import { errorCode } from './error-code.ts';
import { isThereOrTell, onData } from './on-data.ts';

const exitCodes = { fine: 0, notFine: 1, usage: 2 } as const;

type ExportWorld = Pick<CommandContext, 'print' | 'openStore' | 'hasFolder' | 'now'> & {
  /** Beside where the command was run. */
  writeFile: (name: string, pieces: ExportFile['pieces']) => Promise<void>;
};

interface Wish {
  folder: string;
  edition: string;
  round: string;
  format: ExportFormat;
  names: boolean;
  language: TextLanguage;
}

/** `npm run export -- --data folder --edition id --round id --format csv`: a round as a file. @returns the exit code */
export async function runExportCommand(words: readonly string[], world: ExportWorld): Promise<number> {
  const wish = readWish(words);
  const say = speak(wish?.language ?? 'nl');
  if (wish === undefined) {
    world.print(say('export-command.usage'));
    return exitCodes.usage;
  }
  const speaking = { ...world, say };
  const { folder, edition, round } = wish;
  if (!isThereOrTell(speaking, folder)) return exitCodes.notFine;
  const written = await onData(speaking, folder, async (store) => {
    const name = await write(store, wish, world);
    world.print(
      name === undefined
        ? say('export-command.unknown', { edition, round })
        : say('export-command.written', { name }),
    );
    return name;
  });
  return written === undefined ? exitCodes.notFine : exitCodes.fine;
}

async function write(store: DocumentStore, wish: Wish, world: ExportWorld): Promise<string | undefined> {
  const edition = await readEdition(store, wish.edition);
  const round = edition && roundOf(edition, wish.round);
  if (edition === undefined || round === undefined) return undefined;
  const { names, format, language } = wish;
  const place = { editionId: edition.id, roundId: round.id, names };
  const whole = await exportCategories({ store, now: world.now }, place, 'all', async (input) =>
    rankRound(input),
  );
  const file = await exportFile(whole, format, exportWords(language));
  await world.writeFile(file.name, file.pieces);
  return file.name;
}

/** `undefined` when it can't be understood. */
function readWish(words: readonly string[]): Wish | undefined {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        lang: { type: 'string', default: 'nl' },
        data: { type: 'string' },
        edition: { type: 'string' },
        round: { type: 'string' },
        format: { type: 'string', default: 'csv' },
        'without-names': { type: 'boolean', default: false },
      },
    });
    const { data: folder, edition, round, lang: language } = values;
    const format = exportFormats.find((each) => each === values.format);
    if (language !== 'nl' && language !== 'en') return undefined;
    if (folder === undefined || edition === undefined || round === undefined || format === undefined)
      return undefined;
    return { folder, edition, round, format, names: !values['without-names'], language };
  } catch (error) {
    if (errorCode(error)?.startsWith('ERR_PARSE_ARGS') === true) return undefined;
    throw error;
  }
}
