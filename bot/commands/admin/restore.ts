import { BackupError, checkBackup, type CheckedBackup } from '../../store/backup/read-backup.ts';
import { restoreBackup, StoreNotEmptyError } from '../../store/backup/restore-backup.ts';
import { dayText } from '../../texts/dates.ts';
import { dayInZone } from '../../domain/day-in-zone.ts';
import { errorCode } from '../error-code.ts';
import { verifyAndTell } from '../verify-and-tell.ts';
import { zone } from './admin-zone.ts';
import { exitCodes, type AdminContext, type Subcommand } from './subcommand.ts';

/** A backup into an empty store. */
export const restore: Subcommand = {
  name: 'restore',
  usage: 'admin.usage.restore',
  options: ['from'],
  required: ['from'],
  makesFolder: true,
  takesHalfRestored: true,
  // The whole file is looked at before anything is made, the folder included.
  prepare: async ({ options: { from = '' } }, context) =>
    (await checkOrTell(from, context)) === undefined ? exitCodes.notFine : undefined,
  run: async (store, { data, options: { from = '' } }, context) => {
    const { print, say, language } = context;
    const checked = await checkOrTell(from, context);
    if (checked === undefined) return exitCodes.notFine;
    const { documents, partitions, header } = checked;
    try {
      const { before } = await restoreBackup(store, from, checked);
      if (before > 0) print(say('admin.restore.went-on', { before }));
    } catch (error) {
      if (!(error instanceof StoreNotEmptyError)) throw error;
      print(say('admin.restore.not-empty', { data }));
      return exitCodes.notFine;
    }
    const day = dayText(language, dayInZone(header.at, zone));
    print(say('admin.restore.done', { documents, partitions, day }));
    return (await verifyAndTell(store, print, language)) ? exitCodes.fine : exitCodes.notFine;
  },
};

async function checkOrTell(file: string, { print, say }: AdminContext): Promise<CheckedBackup | undefined> {
  try {
    return await checkBackup(file);
  } catch (error) {
    if (error instanceof BackupError) print(say(`admin.restore.${error.why}`, { file }));
    else if (errorCode(error) === undefined) throw error;
    else print(say('admin.restore.no-file', { file }));
    return undefined;
  }
}
