import type { Edition, Round } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import type { RankingInput } from '../domain/ranking/ranking-input.ts';
import type { RankingResult } from '../domain/ranking/ranking-result.ts';
import { inputOfRound } from '../domain/ranking/round-input.ts';
import type { CategoryStandings, RankedCategory } from '../use-cases/read-model.ts';
import type { Tally } from './keep-standings.ts';
import { keepStandings } from './keep-standings.ts';
import type { RankingTurns } from './ranking-turns.ts';

/** What a category's round is made of, as the facts have it. */
export interface CategoryFacts {
  edition: Edition;
  round: Round;
  tallies: readonly Tally[];
  /** What a ranking takes besides; made only when its turn has come. */
  scores(): Pick<RankingInput, 'submissions' | 'sheets' | 'abstentions'>;
}

export interface KeptStandings {
  of(category: RankedCategory): CategoryStandings;
  /** Something it is made of has changed. */
  outdate(category: RankedCategory): void;
  /** The same, of all categories and rounds that are kept of this edition, or of one category of it. */
  outdateAll(editionId: string, categoryId?: string): void;
}

export interface KeptStandingsOptions {
  factsOf: (category: RankedCategory) => CategoryFacts | undefined;
  turns: Pick<RankingTurns, 'want'>;
  onRanked: (category: RankedCategory) => void;
}

interface Kept {
  category: RankedCategory;
  /** Counts changes: a result is of the version that its input was made of. */
  version: number;
  shown?: CategoryStandings;
  ranking?: { result: RankingResult; version: number; asOf?: Instant; sheets: number };
}

/**
 * The standings of each category and round. Whatever changes is shown by fair mean at the next look and asks for a
 * turn to be ranked. What nobody has scored and nobody has looked at is not ranked.
 */
export function createKeptStandings({ factsOf, turns, onRanked }: KeptStandingsOptions): KeptStandings {
  const all = new Map<string, Kept>();

  const keptOf = (category: RankedCategory): Kept => {
    const key = keyOf(category);
    const there = all.get(key);
    if (there !== undefined) return there;
    const kept: Kept = { category, version: 0 };
    all.set(key, kept);
    want(kept);
    return kept;
  };

  const want = (kept: Kept) =>
    turns.want(keyOf(kept.category), () => {
      const { version, category } = kept;
      const facts = factsOf(category);
      if (facts === undefined || kept.ranking?.version === version) return undefined;
      const input = inputOfRound(facts.edition, facts.round, category.categoryId, facts.scores());
      const counted = countOf(facts.tallies);
      return {
        input,
        done: (result) => {
          kept.ranking = { result, version, ...counted };
          kept.shown = undefined;
          onRanked(category);
        },
      };
    });

  const outdate = (kept: Kept) => {
    kept.version += 1;
    kept.shown = undefined;
    want(kept);
  };

  return {
    of: (category) => {
      const kept = keptOf(category);
      return (kept.shown ??= show(kept, factsOf(category)));
    },
    outdate: (category) => outdate(keptOf(category)),
    outdateAll: (editionId, categoryId) => {
      for (const kept of all.values()) {
        const { category } = kept;
        if (category.editionId !== editionId) continue;
        if (categoryId === undefined || category.categoryId === categoryId) outdate(kept);
      }
    },
  };
}

function show({ version, ranking }: Kept, facts: CategoryFacts | undefined): CategoryStandings {
  if (facts === undefined) return { sheets: 0, standings: [] };
  const kept = ranking && {
    result: ranking.result,
    isCurrent: ranking.version === version,
    asOf: ranking.asOf,
    sheets: ranking.sheets,
  };
  return { ...countOf(facts.tallies), standings: keepStandings(facts.tallies, kept), ranking: kept };
}

function countOf(tallies: readonly Tally[]): { asOf?: Instant; sheets: number } {
  let asOf: Instant | undefined;
  let sheets = 0;
  for (const tally of tallies) {
    sheets += tally.sheets;
    if (tally.asOf !== undefined && (asOf === undefined || tally.asOf > asOf)) asOf = tally.asOf;
  }
  return { asOf, sheets };
}

function keyOf({ editionId, categoryId, roundId }: RankedCategory): string {
  return JSON.stringify([editionId, categoryId, roundId]);
}
