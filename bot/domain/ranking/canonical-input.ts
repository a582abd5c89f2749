import type { RankingInput, RankingSettings } from './ranking-input.ts';

/** Counts up when the same input would give another result. */
const rankingVersion = 1;

/**
 * All that a result follows from, as text: the same for the same sheets, settings and seed in whatever order they
 * come, and another as soon as one of them differs.
 */
export function canonicalInput(input: RankingInput): string {
  const { submissions, sheets, abstentions = [], criteria, settings, seed } = input;
  return JSON.stringify({
    rankingVersion,
    seed,
    settings: plainSettings(settings),
    criteria: criteria.map(({ id, weight }) => [id, weight]),
    submissions: [...submissions].sort(),
    sheets: sheets
      .map(({ submissionId, judge, scores }) => ({
        ids: [submissionId, judge],
        scores: Object.entries(scores).sort(byId),
      }))
      .sort((a, b) => byId(a.ids, b.ids))
      .map(({ ids, scores }) => [...ids, scores]),
    abstentions: abstentions.map(({ submissionId, judge }) => [submissionId, judge]).sort(byId),
  });
}

/** SHA-256 of the canonical input, in hexadecimal. */
export async function inputHash(input: RankingInput): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalInput(input));
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Field by field, so that the order in which somebody wrote them does not count. */
function plainSettings(settings: RankingSettings) {
  const { decideBy, method, supportLevel, trust, interval, tieChain, cut, draws } = settings;
  return {
    decideBy,
    method,
    supportLevel,
    trust,
    interval,
    tieChain,
    cut: cut && { size: cut.size, threshold: cut.threshold },
    draws,
  };
}

/** By the first of two ids, then by the second. */
function byId(one: readonly unknown[], other: readonly unknown[]): number {
  const [first, second] = [String(one[0]), String(other[0])];
  if (first !== second) return first < second ? -1 : 1;
  return String(one[1]) < String(other[1]) ? -1 : 1;
}
