import type { PersonId } from '../person.ts';
import { chanceFrom } from '../ranking/chance.ts';
import type { Connection } from './connect-judges.ts';
import { connectJudges } from './connect-judges.ts';
import type { Pair } from './spread-cases.ts';
import { spreadCases } from './spread-cases.ts';

export interface AssignInput {
  submissions: readonly string[];
  judges: readonly PersonId[];
  /** How many judges each submission is to have. */
  perSubmission: number;
  /** Without a conflict, and not abstaining. */
  may: (judge: PersonId, submissionId: string) => boolean;
  /** Who judged what until now: changed as little as can be. */
  before?: ReadonlyMap<string, readonly PersonId[]>;
  /** They have begun on it, so it stays theirs. */
  hasBegun?: (judge: PersonId, submissionId: string) => boolean;
  /** A whole number: the same seed and the same input give the same answer, in whatever order that is. */
  seed: number;
}

export interface AssignResult {
  /** By submission, each list by id. */
  cases: Map<string, PersonId[]>;
  /** How many each judge has. */
  loads: Map<PersonId, number>;
  /** Submissions that can't have as many judges as they should. */
  short: { submissionId: string; judges: number }[];
  connection: Connection;
}

/**
 * Says who judges what: every submission its number of judges, nobody with a conflict, loads that differ by one at most
 * where that can be, all judges linked through submissions that they share, and as little as possible different from
 * before. A minimum-cost flow, and then swaps between groups that share nothing.
 */
export function assignJudges(input: AssignInput): AssignResult {
  const { perSubmission, seed, before } = input;
  const judges = [...input.judges].sort();
  const submissions = [...input.submissions].sort();
  const named =
    (ask: (judge: PersonId, submissionId: string) => boolean) => (judge: number, submission: number) =>
      ask(judges[judge] ?? '', submissions[submission] ?? '');
  const may = named(input.may);
  const hasBegun = named(input.hasBegun ?? (() => false));
  const rules = {
    judges: judges.length,
    submissions: submissions.length,
    may,
    was: named((judge, submissionId) => before?.get(submissionId)?.includes(judge) ?? false),
    holds: (judge: number, submission: number) => hasBegun(judge, submission) && may(judge, submission),
  };
  const spread = spreadCases({ ...rules, perSubmission, seed });
  const { pairs, connection } = connectJudges(spread, rules, chanceFrom(seed));
  return { ...resultOf(pairs, judges, submissions, perSubmission), connection };
}

function resultOf(
  pairs: readonly Pair[],
  judges: readonly PersonId[],
  submissions: readonly string[],
  perSubmission: number,
): Omit<AssignResult, 'connection'> {
  const cases = new Map(submissions.map((id): [string, PersonId[]] => [id, []]));
  const loads = new Map(judges.map((judge): [PersonId, number] => [judge, 0]));
  for (const pair of pairs) {
    const [judge, submissionId] = [judges[pair.judge], submissions[pair.submission]];
    if (judge === undefined || submissionId === undefined) continue;
    cases.get(submissionId)?.push(judge);
    loads.set(judge, (loads.get(judge) ?? 0) + 1);
  }
  for (const list of cases.values()) list.sort();
  const short = [...cases]
    .filter(([, list]) => list.length < perSubmission)
    .map(([submissionId, list]) => ({ submissionId, judges: list.length }));
  return { cases, loads, short };
}
