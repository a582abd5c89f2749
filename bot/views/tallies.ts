import type { EditionRole } from '../domain/edition/edition-role.ts';
import { isJudge } from '../domain/edition/edition-role.ts';
import type { Round, RoundId } from '../domain/edition/edition.ts';
import type { RoundSeating } from '../domain/judging/panel.ts';
import { seatsFor } from '../domain/judging/panel.ts';
import type { ScoreSheet } from '../domain/judging/score-sheet.ts';
import type { PersonId } from '../domain/person.ts';
import { fairMean } from '../domain/ranking/fair-mean.ts';
import type { Submission } from '../domain/submission/submission.ts';
import type { Tally } from './keep-standings.ts';

/** Who counts for a submission in a round, and what they handed in. */
interface CountedSheets extends Tally {
  counted: readonly ScoreSheet[];
  /** Who would count, but for that. */
  abstained: readonly PersonId[];
}

export interface Tallies {
  of(submission: Submission, round: Round): CountedSheets;
  /** Something about this submission has changed. */
  forget(submissionId: string): void;
  /** Who judges has changed, or what a round is. */
  forgetAll(): void;
}

export interface TallySource {
  roles(editionId: string): readonly EditionRole[];
  seating(submissionId: string, round: Round): RoundSeating;
  handedIn(submissionId: string, roundId: RoundId, judges: readonly PersonId[]): ScoreSheet[];
}

/** Kept per submission, so that one sheet among ten thousand costs one count and not ten thousand. */
export function createTallies(source: TallySource): Tallies {
  const kept = new Map<string, Map<string, CountedSheets>>();
  let judges = new Map<string, EditionRole[]>();
  const judgesOf = (editionId: string): EditionRole[] => {
    const there = judges.get(editionId) ?? source.roles(editionId).filter(isJudge);
    judges.set(editionId, there);
    return there;
  };
  const count = (submission: Submission, round: Round): CountedSheets => {
    const seating = source.seating(submission.id, round);
    const seats = seatsFor(judgesOf(submission.editionId), submission, seating);
    const abstained = seats.filter((judge) => seating.abstained.includes(judge));
    const panel = seats.filter((judge) => !abstained.includes(judge));
    const counted = source.handedIn(submission.id, round.id, panel);
    return {
      submissionId: submission.id,
      judges: panel.length,
      sheets: counted.length,
      fairMean: fairMean(
        counted.map(({ scores }) => scores),
        round.criteria,
      ),
      asOf: counted
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .at(-1),
      counted,
      abstained,
    };
  };
  return {
    of: (submission, round) => {
      const rounds = kept.get(submission.id) ?? new Map<string, CountedSheets>();
      kept.set(submission.id, rounds);
      const tally = rounds.get(round.id) ?? count(submission, round);
      rounds.set(round.id, tally);
      return tally;
    },
    forget: (submissionId) => kept.delete(submissionId),
    forgetAll: () => {
      kept.clear();
      judges = new Map();
    },
  };
}
