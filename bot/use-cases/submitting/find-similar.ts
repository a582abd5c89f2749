import { maySeeAsSimilar, maySeeNumber, maySeeSubmission } from '../../domain/access.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Practice } from '../../domain/practice/practice.ts';
import { practiceUrl } from '../../domain/practice/practice.ts';
import { municipalityName, participantName } from '../../domain/submission/participant.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { numberText } from '../../domain/submission/submission.ts';

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
  /** Words of the query that it has as well, as typed; of somebody else's submission those in its title only. */
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

export interface SimilarFinder {
  /** Best first, at most `most` (3 unless told); empty when nothing resembles it. */
  find(query: SimilarQuery, most?: number): Similar[];
}

/** What can resemble an initiative: all of it, by what it is known by. */
export type EarlierText =
  { kind: 'submission'; submission: KnownSubmission } | { kind: 'practice'; practice: Practice };

export type KnownSubmission = Pick<
  Submission,
  | 'id'
  | 'editionId'
  | 'number'
  | 'submitter'
  | 'status'
  | 'example'
  | 'categoryId'
  | 'title'
  | 'participant'
  | 'partners'
>;

/** Kept by the change feed: a moment behind the store. It knows all; who may see what is decided here. */
export interface EarlierTexts {
  /** Those that resemble it enough, best first; only those for which `may` says so. */
  like(
    text: { title: string; description: string },
    may: (earlier: EarlierText) => boolean,
    most: number,
  ): { earlier: EarlierText; score: number; shared: { typed: string; inTitle: boolean }[] }[];
  edition(editionId: string): Edition | undefined;
}

/** Finds what resembles an initiative in its edition, in others and in the library. From memory, in milliseconds. */
export function createSimilarFinder(texts: EarlierTexts, now: () => Instant): SimilarFinder {
  return {
    find(query, most = 3) {
      // A case in the library may be one that was handed in here as well: room for twins.
      const found = texts
        .like(query, (earlier) => mayCount(texts, query, earlier), 2 * most)
        .map(({ earlier, score, shared }): Similar => {
          switch (earlier.kind) {
            case 'practice':
              return { ...shownPractice(earlier.practice), score, why: shared.map(({ typed }) => typed) };
            case 'submission':
              return {
                ...shownSubmission(texts, query, earlier.submission, now()),
                score,
                why: seenOf(query, earlier.submission, shared),
              };
            default:
              return earlier satisfies never;
          }
        });
      return withoutTwins(found).slice(0, most);
    },
  };
}

/** Without what the library has of cases that were found as submissions. */
function withoutTwins(found: readonly Similar[]): Similar[] {
  const nameOf = ({ title, municipality = '' }: Similar) => `${title} ${municipality}`.toLowerCase();
  const submitted = new Set(found.filter(({ kind }) => kind === 'submission').map(nameOf));
  return found.filter((each) => each.kind === 'submission' || !submitted.has(nameOf(each)));
}

function mayCount(texts: EarlierTexts, query: SimilarQuery, earlier: EarlierText): boolean {
  if (earlier.kind === 'practice') return true;
  const { submission } = earlier;
  if (submission.id === query.exclude || !maySeeAsSimilar(submission)) return false;
  // What was made up to look around in is no news to a real edition, and the other way round.
  const example = texts.edition(query.editionId)?.example ?? false;
  return submission.editionId === query.editionId || submission.example === example;
}

function shownPractice(practice: Practice): Omit<Similar, 'score' | 'why'> {
  return {
    kind: 'practice',
    id: practice.id,
    title: practice.title,
    municipality:
      practice.municipality === undefined ? practice.coalition : municipalityName(practice.municipality),
    editionName: practice.competition,
    url: practiceUrl(practice),
  };
}

function shownSubmission(
  texts: EarlierTexts,
  { person }: SimilarQuery,
  submission: KnownSubmission,
  now: Instant,
): Omit<Similar, 'score' | 'why'> {
  const edition = texts.edition(submission.editionId);
  const numbered = edition !== undefined && maySeeNumber(person, submission, edition, now);
  return {
    kind: 'submission',
    id: submission.id,
    title: submission.title,
    municipality: participantName(submission.participant),
    editionName: edition?.name,
    number: numbered ? numberText(edition.numberPrefix, submission.number) : undefined,
  };
}

/** Which words of a text somebody may not read are in it would tell what is in it. */
function seenOf(
  { person }: SimilarQuery,
  submission: KnownSubmission,
  shared: readonly { typed: string; inTitle: boolean }[],
): string[] {
  const all = maySeeSubmission(person, undefined, submission);
  return shared.filter(({ inTitle }) => all || inTitle).map(({ typed }) => typed);
}
