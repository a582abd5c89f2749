import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Speak } from '../../texts/texts.ts';
import type { PersonExport } from '../../use-cases/personal-data/export-person.ts';
import { exportPerson as tellAll, personGroups } from '../../use-cases/personal-data/export-person.ts';
import { isThere } from './is-there.ts';
import { erasedWords, personOrTell } from './person.ts';
import { exitCodes, type Subcommand } from './subcommand.ts';

/** All that is kept about one person, in a file for them. */
export const exportPerson: Subcommand = {
  name: 'export-person',
  usage: 'admin.usage.export-person',
  options: ['person', 'to'],
  required: ['person', 'to'],
  prepare: async ({ options: { to = '' } }, { print, say }) => {
    if (!(await isThere(to)) && (await isThere(dirname(to)))) return undefined;
    print(say('admin.export-person.exists', { file: to }));
    return exitCodes.notFine;
  },
  run: async (store, { options: { person = '', to = '' } }, context) => {
    const { print, say, now } = context;
    const marks = await personOrTell(store, person, context);
    if (marks === undefined) return exitCodes.notFine;
    const words = { erased: erasedWords(say), other: say('erased.other') };
    const told = await tellAll(store, marks, words);
    const about = { at: now(), ...(marks.id !== undefined && { id: marks.id }), mails: marks.mails };
    // For its owner alone, and never over what is there.
    await writeFile(to, readable({ about, ...grouped(told, say) }), { flag: 'wx', mode: 0o600 });
    for (const group of personGroups) {
      const count = told[group].length;
      if (count > 0) print(say('admin.export-person.group', { heading: headingOf(group, say), count }));
    }
    print(say('admin.export-person.written', { file: to }));
    return exitCodes.fine;
  },
};

function grouped(told: PersonExport, say: Speak) {
  const groups = personGroups.filter((group) => told[group].length > 0);
  return { groups: groups.map((group) => ({ heading: headingOf(group, say), items: told[group] })) };
}

function headingOf(group: (typeof personGroups)[number], say: Speak): string {
  return say(`export-person.group.${group}`);
}

/** Keys in order, so that two files of the same differ in nothing. */
function readable(value: unknown): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;
}
