import { drafts } from '../store/documents/draft-documents.ts';
import type { StoredDocument } from '../store/port.ts';

/** Where an unfinished draft is. */
interface OpenDraft {
  partition: string;
  /** Of its document. */
  id: string;
}

/** Which drafts are unfinished, over all people. */
export interface OpenDrafts {
  all(): OpenDraft[];
  /** Takes documents as the feed gives them; the same one again changes nothing. */
  apply(documents: readonly StoredDocument[]): void;
}

/** Kept in memory by each server for itself, and made anew from the feed at start: where to look, never what is true. */
export function createOpenDrafts(): OpenDrafts {
  const open = new Map<string, OpenDraft>();
  return {
    all: () => [...open.values()],
    apply(documents) {
      for (const document of documents.filter((each) => drafts.is(each))) {
        const { partition, id } = document;
        const { value } = drafts.parse(document);
        if (value.status === 'open') open.set(`${partition}/${id}`, { partition, id });
        else open.delete(`${partition}/${id}`);
      }
    },
  };
}
