import type { EditionRole } from '../domain/edition/edition-role.ts';
import type { Edition, Round, RoundId } from '../domain/edition/edition.ts';
import { roundOf } from '../domain/edition/edition.ts';
import type { EditionUse } from '../domain/edition/refuse-changes.ts';
import type { RoundSeating } from '../domain/judging/panel.ts';
import { assignedIn } from '../domain/judging/panel.ts';
import type { ScoreSheet } from '../domain/judging/score-sheet.ts';
import type { PersonId } from '../domain/person.ts';
import type { Submission } from '../domain/submission/submission.ts';
import type { RankedCategory } from '../use-cases/read-model.ts';
import type { CategoryFacts } from './kept-standings.ts';
import type { Tallies } from './tallies.ts';

/** The facts the lists are made of, as the feed brought them. */
export interface Facts {
  editions: Map<string, Edition>;
  /** Also of those that are still being written. */
  writtenEditionIds: Set<string>;
  /** By edition, then person. */
  roles: Map<string, Map<PersonId, EditionRole>>;
  submissions: Map<string, Submission>;
  /** Ids, by who handed them in. */
  submitted: Map<PersonId, Set<string>>;
  /** By submission, then round and judge. */
  sheets: Map<string, Map<string, ScoreSheet>>;
  /** By submission, then round: who abstains. */
  abstained: Map<string, Map<RoundId, Set<PersonId>>>;
  /** By submission, then round. */
  assigned: Map<string, Map<RoundId, PersonId[]>>;
}

export function noFacts(): Facts {
  return {
    editions: new Map(),
    writtenEditionIds: new Set(),
    roles: new Map(),
    submissions: new Map(),
    submitted: new Map(),
    sheets: new Map(),
    abstained: new Map(),
    assigned: new Map(),
  };
}

/** Everything handed in to an edition, in the order of its numbers. */
export function submissionsIn({ submissions }: Facts, editionId: string): Submission[] {
  return [...submissions.values()]
    .filter((submission) => submission.editionId === editionId)
    .sort((a, b) => a.number - b.number);
}

/** The sheets of one submission and round that are handed in by these judges. */
export function handedInSheets(
  facts: Facts,
  submissionId: string,
  roundId: RoundId,
  judges: readonly PersonId[],
): ScoreSheet[] {
  const sheets = facts.sheets.get(submissionId);
  if (sheets === undefined) return [];
  return judges
    .map((judge) => sheets.get(sheetKey(roundId, judge)))
    .filter((sheet) => sheet !== undefined)
    .filter((sheet) => sheet.status === 'handed-in');
}

export function categoryFacts(
  facts: Facts,
  tallies: Tallies,
  { editionId, categoryId, roundId }: RankedCategory,
): CategoryFacts | undefined {
  const edition = facts.editions.get(editionId);
  const round = edition && roundOf(edition, roundId);
  if (edition === undefined || round === undefined) return undefined;
  const entered = [...facts.submissions.values()].filter(
    (each) => each.editionId === editionId && each.categoryId === categoryId && each.status === 'submitted',
  );
  const counted = entered.map((submission) => tallies.of(submission, round));
  return {
    edition,
    round,
    tallies: counted,
    scores: () => ({
      submissions: entered.map(({ id }) => id),
      sheets: counted.flatMap((tally) =>
        tally.counted.map(({ submissionId, judge, scores }) => ({ submissionId, judge, scores })),
      ),
      abstentions: counted.flatMap(({ submissionId, abstained }) =>
        abstained.map((judge) => ({ submissionId, judge })),
      ),
    }),
  };
}

export function seatingIn({ assigned, abstained }: Facts, submissionId: string, round: Round): RoundSeating {
  return {
    roundId: round.id,
    assigned: assignedIn(round, assigned.get(submissionId)?.get(round.id)),
    abstained: [...(abstained.get(submissionId)?.get(round.id) ?? [])],
  };
}

export function useIn({ submissions: all, sheets }: Facts, editionId: string): EditionUse {
  const byCategory = new Map<string, number>();
  const sheetsByRound = new Map<string, number>();
  const entered = [...all.values()].filter((submission) => submission.editionId === editionId);
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { id, categoryId } of entered) {
    add(byCategory, categoryId);
    for (const { roundId } of sheets.get(id)?.values() ?? []) add(sheetsByRound, roundId);
  }
  return { submissions: entered.length, byCategory, sheetsByRound };
}

export function sheetKey(roundId: string, judge: PersonId): string {
  return `${roundId}:${judge}`;
}

export function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
