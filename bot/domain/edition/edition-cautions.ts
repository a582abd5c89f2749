import { canonicalJson } from '../canonical-json.ts';
import type { Instant } from '../instant.ts';
import type { RoundTurns } from '../judging/round-turn.ts';
import type { Edition, Round } from './edition.ts';
import { phaseOf } from './edition.ts';
import type { EditionUse } from './refuse-changes.ts';

/** What a change does to people who are in the middle of something. `name` is of the round or category, in Dutch. */
export type Caution =
  | { code: 'intake-ends-earlier' | 'intake-goes-on' | 'intake-opens-again'; from: Instant; to: Instant }
  | { code: 'intake-closes-now' }
  | { code: 'questions-change' }
  | { code: 'consent-changes' }
  | { code: 'category-renamed'; name: string; to: string; count: number }
  | { code: 'round-ends-earlier' | 'round-goes-on'; name: string; from: Instant; to: Instant }
  | { code: 'round-closes-now'; name: string }
  | { code: 'round-turned'; name: string }
  | { code: 'weights-change' | 'criteria-reworded'; name: string; count: number };

/** A round as it stands: what was opened or closed by hand goes before what the edition says. */
export interface EditionNow {
  use: EditionUse;
  turns: RoundTurns;
  now: Instant;
}

/** What an organiser should know before an edition changes like this. */
export function cautionsOf(before: Edition, after: Edition, state: EditionNow): Caution[] {
  return [
    ...intakeCautions(before, after, state),
    ...before.categories.flatMap(({ id, name }): Caution[] => {
      const to = after.categories.find((category) => category.id === id)?.name.nl;
      const count = state.use.byCategory.get(id) ?? 0;
      return to === undefined || to === name.nl || count === 0
        ? []
        : [{ code: 'category-renamed', name: name.nl, to, count }];
    }),
    ...before.rounds.flatMap((round) => {
      const changed = after.rounds.find(({ id }) => id === round.id);
      return changed === undefined ? [] : roundCautions(round, changed, state);
    }),
  ];
}

function intakeCautions(before: Edition, after: Edition, { now, use }: EditionNow): Caution[] {
  const phase = phaseOf(before, now);
  const isInUse = phase === 'open' || use.submissions > 0;
  const moved = { from: before.closesAt, to: after.closesAt };
  return [
    ...(phase === 'open' && after.closesAt <= now ? [{ code: 'intake-closes-now' as const }] : []),
    ...(phase === 'open' && after.closesAt > now && after.closesAt < before.closesAt
      ? [{ code: 'intake-ends-earlier' as const, ...moved }]
      : []),
    ...(phase === 'open' && after.closesAt > before.closesAt
      ? [{ code: 'intake-goes-on' as const, ...moved }]
      : []),
    ...(phase === 'closed' && after.closesAt > now
      ? [{ code: 'intake-opens-again' as const, ...moved }]
      : []),
    ...(phase === 'open' && isOther(before.steps, after.steps)
      ? [{ code: 'questions-change' as const }]
      : []),
    ...(isInUse && isOther(before.consent, after.consent) ? [{ code: 'consent-changes' as const }] : []),
  ];
}

function roundCautions(before: Round, after: Round, { now, use, turns }: EditionNow): Caution[] {
  const name = before.name.nl;
  const count = use.sheetsByRound.get(before.id) ?? 0;
  const turn = turns.turns[before.id];
  const isMoved = before.opensAt !== after.opensAt || before.closesAt !== after.closesAt;
  return [
    ...(turn !== undefined && isMoved ? [{ code: 'round-turned' as const, name }] : []),
    ...(turn === undefined ? closingCautions(before, after, now) : []),
    ...(count > 0 && isOther(weightsOf(before), weightsOf(after))
      ? [{ code: 'weights-change' as const, name, count }]
      : []),
    ...(count > 0 && isOther(wordsOf(before), wordsOf(after))
      ? [{ code: 'criteria-reworded' as const, name, count }]
      : []),
  ];
}

function closingCautions(before: Round, after: Round, now: Instant): Caution[] {
  if (phaseOf(before, now) !== 'open' || before.closesAt === after.closesAt) return [];
  const name = before.name.nl;
  if (after.closesAt <= now) return [{ code: 'round-closes-now', name }];
  const code = after.closesAt < before.closesAt ? 'round-ends-earlier' : 'round-goes-on';
  return [{ code, name, from: before.closesAt, to: after.closesAt }];
}

function weightsOf({ criteria }: Round) {
  return Object.fromEntries(criteria.map(({ id, weight }) => [id, weight]));
}

function wordsOf({ criteria }: Round) {
  return Object.fromEntries(criteria.map(({ id, name, explanation }) => [id, { name, explanation }]));
}

function isOther(one: unknown, other: unknown): boolean {
  return canonicalJson(one) !== canonicalJson(other);
}
