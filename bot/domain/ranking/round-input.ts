import type { Edition, Round } from '../edition/edition.ts';
import { usualRanking } from '../edition/edition.ts';
import type { RankingInput, RankingSettings } from './ranking-input.ts';
import { usualSettings } from './ranking-input.ts';

/** What a category's round brings along, besides its settings. */
type Scores = Pick<RankingInput, 'submissions' | 'sheets' | 'abstentions'>;

/** The input for a category in a round of an edition: every server that has the same sheets has the same input. */
export function inputOfRound(
  { id }: Pick<Edition, 'id'>,
  round: Round,
  categoryId: string,
  scores: Scores,
): RankingInput {
  return {
    ...scores,
    criteria: round.criteria.map(({ id: criterionId, weight }) => ({ id: criterionId, weight })),
    settings: settingsOf(round),
    seed: seedFor([id, round.id, categoryId]),
  };
}

/** How a round wants to be ranked. */
export function settingsOf({
  ranking = usualRanking,
  shortlistSize,
}: Pick<Round, 'ranking' | 'shortlistSize'>): RankingSettings {
  return {
    ...usualSettings,
    decideBy: ranking.decides === 'calibrated-where-supported' ? 'supported' : ranking.decides,
    method: ranking.method === 'reml' ? 'mixed' : (ranking.method ?? 'auto'),
    cut: { size: shortlistSize },
  };
}

/** A whole number that follows from names alone: their 32-bit FNV-1a hash. */
export function seedFor(names: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify(names))) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash;
}
