import type { EditionRole } from '../domain/edition/edition-role.ts';
import type { Edition, Round, RoundId } from '../domain/edition/edition.ts';
import type { EditionUse } from '../domain/edition/refuse-changes.ts';
import type { Instant } from '../domain/instant.ts';
import type { RoundSeating } from '../domain/judging/panel.ts';
import type { ScoreSheet } from '../domain/judging/score-sheet.ts';
import type { PersonId } from '../domain/person.ts';
import type { RankedLine, RankingResult } from '../domain/ranking/ranking-result.ts';
import type { Standing } from '../domain/ranking/standing.ts';
import type { Submission } from '../domain/submission/submission.ts';

/** What is kept ready for reading: lists and counts across partitions. It knows all; use cases decide who may see what. */
export interface ReadModel {
  edition(editionId: string): Edition | undefined;
  /** Of every edition that is kept. */
  editionIds(): string[];
  /** Of every edition that is kept or written. */
  writtenEditionIds(): string[];
  /** What an edition has been used for; every sheet counts. */
  editionUse(editionId: string): EditionUse;
  submission(submissionId: string): Submission | undefined;
  /** By number, withdrawn ones included. */
  submissionsOf(editionId: string): Submission[];
  submissionsBy(submitter: PersonId): Submission[];
  /**
   * The submissions in which all these words are, or something much like them, and how well each fits.
   * @param may is asked before one counts
   * @returns `undefined` when there is no word in what was typed
   */
  searchSubmissions(typed: string, may: (submissionId: string) => boolean): Map<string, number> | undefined;
  roles(editionId: string): EditionRole[];
  roleOf(editionId: string, person: PersonId): EditionRole | undefined;
  sheet(submissionId: string, roundId: RoundId, judge: PersonId): ScoreSheet | undefined;
  /** Who abstains from judging it, and who was assigned to it where the round has that. */
  seating(submissionId: string, round: Round): RoundSeating;
  /** How many of `judges` have handed in. */
  handedIn(submissionId: string, roundId: RoundId, judges: readonly PersonId[]): number;
  /** What was handed in of it, of who counts; and who would count but abstains. */
  counted(
    submission: Submission,
    round: Round,
  ): { sheets: readonly ScoreSheet[]; abstained: readonly PersonId[]; judges: number };
  standings(editionId: string, categoryId: string, roundId: RoundId): CategoryStandings;
  /** Calls back after something that is shown has changed. Returns the way out. */
  onChange(listener: (change: ReadModelChange) => void): () => void;
  /** Calls back after a category was ranked. Returns the way out. */
  onRanked(listener: (ranked: RankedCategory) => void): () => void;
  /** Calls back after an edition, who runs it or who somebody is in it may be another. Returns the way out. */
  onEdition(listener: (change: EditionChange) => void): () => void;
  /** Calls back after the cut of a category was changed, or what may be done with it. Returns the way out. */
  onCut(listener: (cut: RankedCategory) => void): () => void;
}

/** A category's leaderboard as it was kept: never computed per reader. */
export interface CategoryStandings {
  /** When the newest sheet in it was written; absent while there is none. */
  asOf?: Instant;
  /** Handed-in sheets that count. */
  sheets: number;
  /** Best first; withdrawn submissions are out. */
  standings: KeptStanding[];
  /** Of these very sheets, or of earlier ones while these are being ranked; absent before the first time. */
  ranking?: KeptRanking;
}

export interface KeptStanding extends Standing {
  /** Judges who count. */
  judges: number;
  /** From the ranking: with one of earlier sheets, as it was then. */
  ranked?: RankedLine;
}

export interface KeptRanking {
  result: RankingResult;
  /** Whether it is of the sheets that the standings are of. */
  isCurrent: boolean;
  asOf?: Instant;
  sheets: number;
}

export interface RankedCategory {
  editionId: string;
  categoryId: string;
  roundId: RoundId;
}

/** An edition as it is lived by; a draft of it, which its writers alone see; or the place in it of one person. */
export type EditionChange =
  { editionId: string; about: 'edition' | 'draft' } | { editionId: string; about: 'place'; person: PersonId };

/** What a screen has to know to ask again. */
export interface ReadModelChange {
  editionId: string;
  categoryId: string;
  submissionId: string;
  submitter: PersonId;
  about: 'submission' | 'sheet' | 'discussion' | 'feedback';
  /** For a discussion: below the post of which round; for feedback: of which. */
  roundId?: RoundId;
  /** For feedback: whether its submitter may read it. */
  sent?: boolean;
  /** For a sheet: whose, and whether the counts may change (drafts are of nobody else's concern). */
  judge?: PersonId;
  handedIn?: boolean;
  /** How many are handed in, or out of how many, may be another: who revises a sheet changes neither. */
  recounts?: boolean;
}
