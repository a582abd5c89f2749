import type { EditionParts } from '../../../../bot/http/contract/edition.ts';

export const roundIds = ['preselection', 'assessment', 'pitch'] as const;

export type RoundId = (typeof roundIds)[number];
export type Round = NonNullable<EditionParts['preselection']>;

/** The rounds that there are, each with where it stands in the edition's list. */
export function roundsOf(parts: EditionParts): { id: RoundId; round: Round; at: string }[] {
  const there = roundIds.flatMap((id) => {
    const round = parts[id];
    return round === undefined ? [] : [{ id, round }];
  });
  return there.map((each, index) => ({ ...each, at: `rounds.${index}` }));
}

/** A round as it begins: after the one before it. */
export function newRound(parts: EditionParts, name: string): Round {
  const last = roundsOf(parts).at(-1)?.round;
  const closes = last?.closes ?? parts.dates.closes;
  return {
    name: { nl: name },
    opens: closes.slice(0, 10),
    closes: closes.slice(0, 10),
    criteria: last?.criteria.map((criterion) => ({ ...criterion })) ?? [],
    scale: last?.scale ?? { lowest: 1, highest: 5 },
    shortlistSize: last?.shortlistSize ?? 3,
  };
}

/** What each criterion counts for, of 1; nothing while a weight is missing. */
export function sharesOf(criteria: Round['criteria']): (number | undefined)[] {
  const total = criteria.reduce((sum, { weight = 0 }) => sum + weight, 0);
  return criteria.map(({ weight }) => (weight === undefined || total === 0 ? undefined : weight / total));
}
