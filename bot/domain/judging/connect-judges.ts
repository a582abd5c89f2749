import type { Chance } from '../ranking/chance.ts';
import type { Pair, SpreadInput } from './spread-cases.ts';

type Rules = Pick<SpreadInput, 'judges' | 'submissions' | 'may' | 'was' | 'holds'>;

/**
 * Whether scores can be compared across all judges: each is linked to each other by submissions that they share, with
 * others in between. If not: there are too few pairs for it, conflicts keep groups apart whoever judges, or none was
 * found.
 */
export type Connection = 'connected' | 'too-few-pairs' | 'kept-apart' | 'not-found';

/** Which group each judge and then each submission is in, by the place of one of them. */
type Groups = { find: (node: number) => number; join: (one: number, other: number) => boolean };

const tries = 8;

/**
 * Changes as few pairs as it needs to link all judges. Two that swap a submission keep their loads; where conflicts
 * forbid every swap, a submission goes to another judge, which may cost balance.
 */
export function connectJudges(
  pairs: readonly Pair[],
  rules: Rules,
  chance: Chance,
): { pairs: Pair[]; connection: Connection } {
  let linked = [...pairs];
  for (let failed = 0; failed < tries;) {
    const groups = groupsOf(linked, rules);
    if (countIn(groups, linked, rules) <= 1) return { pairs: linked, connection: 'connected' };
    const better = linkTwo(shuffled(linked, chance), groups, rules);
    if (better === undefined) failed += 1;
    else linked = better;
  }
  return { pairs: linked, connection: whyNot(linked, rules) };
}

function whyNot(pairs: readonly Pair[], rules: Rules): Connection {
  if (pairs.length < nodesIn(pairs, rules).length - 1) return 'too-few-pairs';
  const possible = allowedPairs(rules);
  return countIn(groupsOf(possible, rules), pairs, rules) > 1 ? 'kept-apart' : 'not-found';
}

/** What can go without cutting a group in two: it closes a ring. */
function spareIn(pairs: readonly Pair[], rules: Rules): Pair[] {
  const { was, holds } = rules;
  const rank = ({ judge, submission }: Pair) =>
    holds(judge, submission) ? 0 : was(judge, submission) ? 1 : 2;
  const groups = groupsOf([], rules);
  return [...pairs]
    .sort((a, b) => rank(a) - rank(b))
    .filter((pair) => !groups.join(...nodesOf(pair, rules)))
    .filter((pair) => rank(pair) > 0);
}

function linkTwo(pairs: readonly Pair[], groups: Groups, rules: Rules): Pair[] | undefined {
  const spare = spareIn(pairs, rules);
  const groupOf = (pair: Pair) => groups.find(pair.judge);
  const free = pairs.filter(({ judge, submission }) => !rules.holds(judge, submission));
  const changes = (pair: Pair) => (rules.was(pair.judge, pair.submission) ? 1 : 0);
  let best: { one: Pair; other: Pair; cost: number } | undefined;
  for (const one of spare) {
    for (const other of free) {
      const cost = changes(one) + changes(other);
      if (best !== undefined && cost >= best.cost) continue;
      const fits = rules.may(other.judge, one.submission) && rules.may(one.judge, other.submission);
      if (fits && groupOf(one) !== groupOf(other)) best = { one, other, cost };
      if (best?.cost === 0) break;
    }
    if (best?.cost === 0) break;
  }
  if (best === undefined) return handOver(pairs, spare, groups, rules);
  const { one, other } = best;
  return [
    ...pairs.filter((pair) => pair !== one && pair !== other),
    { judge: other.judge, submission: one.submission },
    { judge: one.judge, submission: other.submission },
  ];
}

/** A spare pair's submission goes to somebody of another group, to whom it does least to the balance. */
function handOver(
  pairs: readonly Pair[],
  spare: readonly Pair[],
  groups: Groups,
  rules: Rules,
): Pair[] | undefined {
  const loads = new Map<number, number>();
  for (const { judge } of pairs) loads.set(judge, (loads.get(judge) ?? 0) + 1);
  const load = (judge: number) => loads.get(judge) ?? 0;
  const options = spare.flatMap((pair) =>
    places(rules.judges)
      .filter((judge) => rules.may(judge, pair.submission))
      .filter((judge) => groups.find(judge) !== groups.find(pair.judge))
      .map((judge) => ({ pair, judge, tilt: load(judge) - load(pair.judge) })),
  );
  const [best] = options.sort((a, b) => a.tilt - b.tilt);
  if (best === undefined) return undefined;
  const kept = pairs.filter((pair) => pair !== best.pair);
  return [...kept, { judge: best.judge, submission: best.pair.submission }];
}

function countIn(groups: Groups, pairs: readonly Pair[], rules: Rules): number {
  return new Set(nodesIn(pairs, rules).map((node) => groups.find(node))).size;
}

/** Judges who could judge something, and submissions that somebody judges. */
function nodesIn(pairs: readonly Pair[], rules: Rules): number[] {
  const able = places(rules.judges).filter((judge) =>
    places(rules.submissions).some((submission) => rules.may(judge, submission)),
  );
  return [...new Set([...able, ...pairs.flatMap((pair) => nodesOf(pair, rules))])];
}

function allowedPairs({ judges, submissions, may }: Rules): Pair[] {
  return places(judges).flatMap((judge) =>
    places(submissions)
      .filter((submission) => may(judge, submission))
      .map((submission) => ({ judge, submission })),
  );
}

function nodesOf({ judge, submission }: Pair, { judges }: Rules): [judge: number, submission: number] {
  return [judge, judges + submission];
}

function groupsOf(pairs: readonly Pair[], rules: Rules): Groups {
  const above = places(rules.judges + rules.submissions);
  const find = (node: number): number => {
    const up = above[node] ?? node;
    if (up === node) return node;
    return (above[node] = find(up));
  };
  const join = (one: number, other: number): boolean => {
    const [top, below] = [find(one), find(other)];
    above[below] = top;
    return top !== below;
  };
  for (const pair of pairs) join(...nodesOf(pair, rules));
  return { find, join };
}

function places(count: number): number[] {
  return Array.from({ length: count }, (_, place) => place);
}

function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  return list
    .map((item) => ({ item, luck: chance.uniform() }))
    .sort((a, b) => a.luck - b.luck)
    .map(({ item }) => item);
}
