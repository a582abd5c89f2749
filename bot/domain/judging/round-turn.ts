import type { Edition, Phase, Round, RoundId } from '../edition/edition.ts';
import { phaseOf } from '../edition/edition.ts';
import type { Instant } from '../instant.ts';
import type { PersonId } from '../person.ts';

/** When an organiser opened or closed a round by hand; a moment that is not there is the edition's own. */
export interface RoundTurn {
  opensAt?: Instant;
  closesAt?: Instant;
  /** Who closed it; absent when it closes by the clock. */
  closedBy?: PersonId;
}

export interface RoundTurns {
  turns: Partial<Record<RoundId, RoundTurn>>;
}

/**
 * That the sheets of a submission can no longer change: whose count, and the SHA-256 (hex) over those. When one of those
 * judges is erased the hash stays; a log entry says what it is under their other name.
 */
export interface FrozenSheets {
  roundId: RoundId;
  /** The closing it was frozen for: at another closing the sheets are open again until that. */
  closesAt: Instant;
  judges: PersonId[];
  hash: string;
  /** Of chance, and in the hash: as that of a log entry. Goes with the first of the judges who is erased. */
  salt?: string;
  frozenAt: Instant;
}

/** That a round closed, with all its sheets. */
export interface RoundClosing {
  roundId: RoundId;
  closesAt: Instant;
  method: 'clock' | 'organiser';
  by: PersonId;
  frozenAt: Instant;
  /** Submissions whose sheets were frozen. */
  submissions: number;
  /** Sheets that count. */
  sheets: number;
  /** SHA-256, hex, over the canonical JSON of each submission's id and hash, by id. */
  hash: string;
}

/** How a round stood when its posts were last drawn anew. */
export interface RoundPassing {
  phase: Phase;
  opensAt: Instant;
  closesAt: Instant;
  /** SHA-256, hex, of who judged in it, where, and for whom they work; absent when that was not kept yet. */
  panel?: string;
}

/**
 * What is received before the closing counts, also when it is dealt with after it. A turn takes Teams 15 s at most;
 * sheets are frozen when that has gone by. In milliseconds.
 */
const freezeAfterMs = 30_000;

/** An edition with its rounds as they were opened and closed by hand. What was done by hand stands. */
export function withTurns(edition: Edition, { turns }: RoundTurns): Edition {
  const rounds = edition.rounds.map((round) => {
    const { opensAt = round.opensAt, closesAt = round.closesAt } = turns[round.id] ?? {};
    return { ...round, opensAt, closesAt };
  });
  return { ...edition, rounds };
}

export type TurnWish =
  | { kind: 'open' }
  | { kind: 'close'; by: PersonId }
  /** After it closed, until then. */
  | { kind: 'reopen'; until: Instant };

export type TurnOutcome =
  | { kind: 'turned'; turn: RoundTurn }
  | { kind: 'unchanged' }
  | { kind: 'refused'; code: 'round-not-open' | 'round-closed' | 'bad-moment' };

/**
 * What a round becomes when an organiser opens, closes or reopens it.
 * @param round as it is, earlier turns included
 * @param at when they asked for it
 */
export function turnRound(
  round: Pick<Round, 'opensAt' | 'closesAt'>,
  before: RoundTurn,
  wish: TurnWish,
  at: Instant,
): TurnOutcome {
  const phase = phaseOf(round, at);
  switch (wish.kind) {
    case 'open':
      if (phase === 'closed') return { kind: 'refused', code: 'round-closed' };
      return phase === 'open' ? { kind: 'unchanged' } : { kind: 'turned', turn: { ...before, opensAt: at } };
    case 'close':
      if (phase === 'before') return { kind: 'refused', code: 'round-not-open' };
      return phase === 'closed'
        ? { kind: 'unchanged' }
        : { kind: 'turned', turn: { ...before, closesAt: at, closedBy: wish.by } };
    case 'reopen':
      if (phase === 'before') return { kind: 'refused', code: 'round-not-open' };
      if (phase === 'open') {
        return wish.until === round.closesAt
          ? { kind: 'unchanged' }
          : { kind: 'refused', code: 'bad-moment' };
      }
      if (wish.until <= at) return { kind: 'refused', code: 'bad-moment' };
      return { kind: 'turned', turn: { ...opened(before), closesAt: wish.until } };
    default:
      return wish satisfies never;
  }
}

function opened({ opensAt }: RoundTurn): RoundTurn {
  return opensAt === undefined ? {} : { opensAt };
}

/** Whether nothing that was received before the closing can still be on its way in. */
export function mayFreeze({ closesAt }: Pick<Round, 'closesAt'>, now: Instant): boolean {
  return Date.parse(now) >= Date.parse(closesAt) + freezeAfterMs;
}

export function isFrozen(
  frozen: Pick<FrozenSheets, 'closesAt'> | undefined,
  round: Pick<Round, 'closesAt'>,
): boolean {
  return frozen?.closesAt === round.closesAt;
}
