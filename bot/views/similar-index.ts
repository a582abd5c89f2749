import type { Edition } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import { practices } from '../domain/practice/practice.ts';
import type { Submission } from '../domain/submission/submission.ts';
import { editions } from '../store/documents/edition-documents.ts';
import { submissions } from '../store/documents/submission-documents.ts';
import { startFeedReader } from '../store/feed-reader.ts';
import type { DocumentStore, StoredDocument } from '../store/port.ts';
import type {
  EarlierText,
  EarlierTexts,
  KnownSubmission,
  SimilarFinder,
} from '../use-cases/submitting/find-similar.ts';
import { createSimilarFinder } from '../use-cases/submitting/find-similar.ts';
import { createSimilarTexts } from './similar-texts.ts';

/** The texts of all submissions and of the library, and the way in for the change feed. */
interface SimilarIndex extends EarlierTexts {
  /** Takes documents as the feed gives them; the same one again changes nothing. */
  apply(documents: readonly StoredDocument[]): void;
}

export interface StartedSimilarIndex {
  finder: SimilarFinder;
  /** Resolves when everything that was stored before the start can be found. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

/** Putting one in takes a fraction of a millisecond: a page must not keep everybody else from their turn. */
const pageSize = 100;

/** Keeps the index by the store's feed, from its beginning: each server for itself, in memory. */
export function startSimilarIndex(options: {
  store: DocumentStore;
  now: () => Instant;
  log?: { error(details: object, message: string): void };
}): StartedSimilarIndex {
  const index = createSimilarIndex();
  const reader = startFeedReader({
    store: options.store,
    name: 'similar',
    resume: 'beginning',
    pageSize,
    log: options.log,
    handle: async (changes) => index.apply(changes),
  });
  return {
    finder: createSimilarFinder(index, options.now),
    ready: () => reader.caughtUp(),
    stop: () => reader.stop(),
  };
}

/** An index with the library in it, and nothing handed in yet. */
function createSimilarIndex(): SimilarIndex {
  const texts = createSimilarTexts();
  const earlier = new Map<string, EarlierText>();
  const known = new Map<string, Edition>();
  /** The etag of every submission taken, so that the same one again changes nothing. */
  const taken = new Map<string, string>();

  for (const practice of practices) {
    const key = `practice:${practice.id}`;
    earlier.set(key, { kind: 'practice', practice });
    texts.put(key, practice.title, practice.summary);
  }

  const takeSubmission = (submission: Submission) => {
    const key = `submission:${submission.id}`;
    earlier.set(key, { kind: 'submission', submission: knownOf(submission) });
    if (submission.status === 'withdrawn') texts.remove(key);
    else texts.put(key, submission.title, submission.description);
  };

  return {
    apply(documents) {
      for (const document of documents) {
        if (editions.is(document)) {
          const { value } = editions.parse(document);
          known.set(value.id, value);
        } else if (submissions.is(document) && taken.get(document.partition) !== document.etag) {
          takeSubmission(submissions.parse(document).value);
          taken.set(document.partition, document.etag);
        }
      }
    },
    edition: (editionId) => known.get(editionId),
    like({ title, description }, may, most) {
      const counts = (key: string) => {
        const one = earlier.get(key);
        return one !== undefined && may(one);
      };
      return texts.like(title, description, counts, most).flatMap(({ key, score, shared }) => {
        const one = earlier.get(key);
        if (one === undefined) return [];
        return [
          {
            earlier: one,
            score,
            shared: shared.map(({ word, inTitle }) => ({ typed: word.typed, inTitle })),
          },
        ];
      });
    },
  };
}

/** Field by field: what may never be shown is not kept. */
function knownOf(submission: Submission): KnownSubmission {
  const { id, editionId, number, submitter, status, example, categoryId } = submission;
  const { title, participant, partners } = submission;
  return { id, editionId, number, submitter, status, example, categoryId, title, participant, partners };
}
