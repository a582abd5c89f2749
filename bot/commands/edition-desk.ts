import { readdirSync, readFileSync } from 'node:fs';
import type { Caution } from '../domain/edition/edition-cautions.ts';
import type { EditionChange } from '../domain/edition/edition-changes.ts';
import type { EditionFault } from '../domain/edition/edition-fault.ts';
import { readEditionFile } from '../domain/edition/edition-file.ts';
import type { ChangeRefusal } from '../domain/edition/refuse-changes.ts';
import { momentText } from '../texts/dates.ts';
import type { TextLanguage } from '../texts/texts.ts';
import { isTextKey, speak } from '../texts/texts.ts';
import type { EditionTemplate } from '../use-cases/editions/start-edition.ts';
import { sayChange } from './say-change.ts';
import { sayFault, sayFaultHere } from './say-fault.ts';

/** Says about an edition on a screen what the command says about its file, where that is the same. */
function editionSpeech(language: TextLanguage) {
  const say = speak(language);
  return {
    fault: (fault: EditionFault) => {
      const own = `edition-desk.fault.${fault.code}`;
      const words = isTextKey(own) ? own : (`edition-file.fault.${fault.code}` as const);
      return {
        sentence: sayFault(language, fault, words),
        beside: sayFaultHere(language, fault, words),
      };
    },
    change: (change: EditionChange, zone: string) => sayChange(language, change, { zone }),
    caution: ({ code, ...values }: Caution, zone: string) =>
      say(`edition-caution.${code}`, {
        ...values,
        ...('from' in values && {
          from: momentText(language, values.from, zone),
          to: momentText(language, values.to, zone),
        }),
      }),
    refusal: ({ code, ...values }: ChangeRefusal) => say(`edition-command.refused.${code}`, values),
  };
}

const folder = new URL('../editions/', import.meta.url);

/** What the edition screen says, and the edition files that come with the app, to begin a new edition from. */
export function createEditionDesk() {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  // The one that is meant to be copied goes first, then the newest.
  const templates = files.sort().reverse().map(templateIn);
  return { speech: editionSpeech, templates };
}

function templateIn(file: string): EditionTemplate {
  const reading = readEditionFile(readFileSync(new URL(file, folder), 'utf8'));
  if (!('edition' in reading)) throw new Error(`${file} is no edition`);
  return { id: file.replace(/\.json$/, ''), edition: reading.edition };
}
