import { isHalfRestored } from '../store/backup/restore-mark.ts';
import { DataFolderInUseError } from '../store/sqlite/hold-folder-lock.ts';
import { StoreUnavailableError } from '../store/store-unavailable-error.ts';
import type { DocumentStore } from '../store/port.ts';
import type { Speak } from '../texts/texts.ts';
import type { CommandContext } from './command-context.ts';

type DataWorld = Pick<CommandContext, 'print' | 'openStore'> & { say: Speak };

/**
 * Opens what `--data` names, does something with it, and closes it. What is in the way is said in a sentence: a server
 * that runs on it, a backup that was put back in part, a cloud that does not answer.
 * @param options `takesHalfRestored`: also of a backup that was put back in part
 * @returns what came of it; `undefined` when something was in the way
 */
export async function onData<T>(
  world: DataWorld,
  data: string,
  act: (store: DocumentStore) => Promise<T>,
  { takesHalfRestored = false }: { takesHalfRestored?: boolean } = {},
): Promise<T | undefined> {
  const { print, say } = world;
  const store = await openOrTell(world, data);
  if (store === undefined) return undefined;
  try {
    if (takesHalfRestored || !(await isHalfRestored(store))) return await act(store);
    print(say('data.half-restored', { data }));
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    print(say('data.unavailable', { data }));
  } finally {
    await store.close();
  }
  return undefined;
}

/** Whether there is such a place; says so when there is not. */
export function isThereOrTell(
  { hasFolder, print, say }: Pick<CommandContext, 'hasFolder' | 'print'> & { say: Speak },
  data: string,
): boolean {
  if (hasFolder(data)) return true;
  print(say('data.none', { data }));
  return false;
}

async function openOrTell(
  { openStore, print, say }: DataWorld,
  data: string,
): Promise<DocumentStore | undefined> {
  try {
    return await openStore(data);
  } catch (error) {
    if (!(error instanceof DataFolderInUseError)) throw error;
    print(say('data.locked', { data }));
    return undefined;
  }
}
