import type { Judging } from '../../../../../bot/http/contract/judging.ts';
import type { Content } from './content.ts';

/** What was filled in and is not with the server yet. */
export interface Unsent {
  content: Content;
  /** What it was filled in on. */
  base: Content;
  basedOn: number;
}

export interface UnsentStore {
  read(of: Judging): Unsent | undefined;
  keep(of: Judging, unsent: Unsent): void;
  drop(of: Judging): void;
}

/**
 * So that loading the page anew loses nothing. Scores and remarks are confidential, so they stand in the session's own
 * storage (gone with the window, never in another one), under whose they are, and only until the server has them.
 * @param storage `undefined` where the browser allows none: then loading anew loses what was not sent
 */
export function createUnsentStore(storage: Storage | undefined): UnsentStore {
  return {
    read: (of) => {
      const kept = storage?.getItem(keyOf(of));
      // @NOTE written below, by the same version of the page or one before it that kept the same
      return kept === null || kept === undefined ? undefined : (JSON.parse(kept) as Unsent);
    },
    keep: (of, unsent) => {
      try {
        storage?.setItem(keyOf(of), JSON.stringify(unsent));
      } catch (error) {
        console.warn('what was not sent can not be kept beside the page', error);
      }
    },
    drop: (of) => storage?.removeItem(keyOf(of)),
  };
}

function keyOf({ judge, round, submission }: Judging): string {
  return `unsent-sheet:${judge}:${round.id}:${submission.line.id}`;
}
