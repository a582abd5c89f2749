import type { RoundId } from '../domain/edition/edition.ts';
import { openSheetId, openSheets } from '../store/documents/open-sheet-documents.ts';
import type { StoredDocument } from '../store/port.ts';

/** Which sheets lie open on the posts in the jury channels, over all judges. */
export interface OpenSheets {
  /**
   * Until when a judge may be taken to be filling in a sheet on this post, in milliseconds since 1970; in the past when
   * nobody is.
   */
  filledInUntil(submissionId: string, roundId: RoundId): number;
  /** Takes documents as the feed gives them; the same one again changes nothing. */
  apply(documents: readonly StoredDocument[]): void;
}

/** A judge who has had a sheet open for longer than this does something else. */
export const fillingInMs = 20 * 60_000;

/** Kept in memory by each server for itself, and made anew from the feed at start. */
export function createOpenSheets(): OpenSheets {
  /** By sheet, then partition of the judge: when it was opened. */
  const opened = new Map<string, Map<string, number>>();
  return {
    filledInUntil(submissionId, roundId) {
      const times = opened.get(openSheetId(submissionId, roundId))?.values() ?? [];
      return Math.max(0, ...[...times].map((at) => at + fillingInMs));
    },
    apply(documents) {
      for (const document of documents.filter((each) => openSheets.is(each))) {
        const { id, partition } = document;
        const { openedAt, closedAt } = openSheets.parse(document).value;
        const judges = opened.get(id) ?? new Map<string, number>();
        if (closedAt === undefined) judges.set(partition, Date.parse(openedAt));
        else judges.delete(partition);
        if (judges.size > 0) opened.set(id, judges);
        else opened.delete(id);
      }
    },
  };
}
