import type { PersonId } from '../domain/person.ts';

/** Something that looks like what somebody is about to hand in, with no more of it than they may see. */
export interface Similar {
  kind: 'submission' | 'practice';
  id: string;
  title: string;
  /** Whose it is, by name; absent when the library does not know. */
  municipality?: string;
  /** Where it took part. */
  editionName?: string;
  /** `GD27-0042`; absent for somebody else's that is still being judged. */
  number?: string;
  /** 0 to 1, for putting in order; not for showing: it also weighs what the reader may not see. */
  score: number;
  /** Words of the query that it has as well, the most telling first; of somebody else's, its title only. */
  why: string[];
  /** Where more can be read. */
  url?: string;
}

export interface SimilarQuery {
  title: string;
  description: string;
  editionId: string;
  /** One's own submission that is being changed. */
  exclude?: string;
  /** Who asks. */
  person: PersonId;
}

/** Kept by the change feed: a moment behind the store. Answers from memory, in milliseconds. */
export interface SimilarFinder {
  /** Best first, at most `most` (3 unless told); empty when nothing resembles it. */
  find(query: SimilarQuery, most?: number): Similar[];
}
