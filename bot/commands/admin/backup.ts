import { dirname } from 'node:path';
import { writeBackup } from '../../store/backup/write-backup.ts';
import { isThere } from './is-there.ts';
import { exitCodes, type Subcommand } from './subcommand.ts';

/** Everything in the store to one file. */
export const backup: Subcommand = {
  name: 'backup',
  usage: 'admin.usage.backup',
  options: ['to'],
  required: ['to'],
  prepare: async ({ options: { to = '' } }, { print, say }) => {
    if (await isThere(to)) print(say('admin.backup.exists', { file: to }));
    else if (!(await isThere(dirname(to)))) print(say('admin.backup.no-place', { file: to }));
    else return undefined;
    return exitCodes.notFine;
  },
  run: async (store, { options: { to = '' } }, { print, say, now }) => {
    const { documents, partitions, sha256 } = await writeBackup(store, to, now());
    print(say('admin.backup.written', { file: to, documents, partitions }));
    print(say('admin.backup.hash', { sha256 }));
    print(say('admin.backup.personal'));
    return exitCodes.fine;
  },
};
