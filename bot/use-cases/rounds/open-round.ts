import { mayRunRounds } from '../../domain/access.ts';
import type { Round, RoundId } from '../../domain/edition/edition.ts';
import { roundOf } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import type { TurnWish } from '../../domain/judging/round-turn.ts';
import { turnRound } from '../../domain/judging/round-turn.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { roundTurnDocuments, roundTurnsId } from '../../store/documents/judging-documents.ts';
import { auditOperations, readAuditEnd } from '../log/audit-trail.ts';
import { readEdition, roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

export interface RoundCommand {
  editionId: string;
  roundId: RoundId;
  /** When it was first received: what the round opens or closes at. Now unless told. */
  receivedAt?: Instant;
  /** When it opened and closed as they saw it: at another opening or closing nothing is done. */
  basedOn?: { opensAt: Instant; closesAt: Instant };
}

/** The round as it is now; `isChanged` whether this command did that. */
export interface RoundOutcome {
  round: Round;
  isChanged: boolean;
}

/**
 * Opens a round before its time. One that is open stays as it is.
 * @throws RefusedError `not-organiser`, `not-found`, `round-closed` (reopening is an act of its own), `changed-meanwhile`
 */
export function openRound(world: World, person: PersonKey, command: RoundCommand): Promise<RoundOutcome> {
  return turn(world, person, command, { kind: 'open' });
}

/**
 * Opens a round again that has closed, until a moment. What was frozen at its closing stays in the log.
 * @throws RefusedError `not-organiser`, `not-found`, `round-not-open`, `bad-moment`, `changed-meanwhile`
 */
export function reopenRound(
  world: World,
  person: PersonKey,
  { until, ...command }: RoundCommand & { until: Instant },
): Promise<RoundOutcome> {
  return turn(world, person, command, { kind: 'reopen', until: new Date(until).toISOString() });
}

/**
 * Closes a round before its time; what was received earlier still counts. One that has closed stays as it is.
 * @throws RefusedError `not-organiser`, `not-found`, `round-not-open`, `changed-meanwhile`
 */
export function closeRound(world: World, person: PersonKey, command: RoundCommand): Promise<RoundOutcome> {
  return turn(world, person, command, { kind: 'close', by: personId(person) });
}

const acts = { open: 'open-round', close: 'close-round', reopen: 'reopen-round' } as const;

async function turn(
  world: World,
  person: PersonKey,
  { editionId, roundId, receivedAt: at = world.now(), basedOn }: RoundCommand,
  wish: TurnWish,
): Promise<RoundOutcome> {
  const partition = editionPartition(editionId);
  if (!mayRunRounds(await roleIn(world, editionId, person))) throw new RefusedError('not-organiser');
  return retryWhenChanged(partition, async () => {
    const end = await readAuditEnd(world.store, partition);
    const edition = await readEdition(world.store, editionId);
    const round = edition && roundOf(edition, roundId);
    if (round === undefined) throw new RefusedError('not-found');
    const stored = await roundTurnDocuments.read(world.store, partition, roundTurnsId);
    const before = stored?.value.turns[roundId] ?? {};
    const outcome = turnRound(round, before, wish, at);
    if (outcome.kind === 'refused') throw new RefusedError(outcome.code);
    if (outcome.kind === 'unchanged') return { round, isChanged: false };
    if (basedOn !== undefined && !isAsSeen(round, basedOn)) throw new RefusedError('changed-meanwhile');

    const turns = { turns: { ...stored?.value.turns, [roundId]: outcome.turn } };
    const deed = { at, by: personId(person), act: acts[wish.kind], subject: `round:${roundId}` };
    await world.store.commit(partition, [
      roundTurnDocuments.write(roundTurnsId, turns, stored),
      ...(await auditOperations(world.store, partition, { ...deed, before, after: outcome.turn }, end)),
    ]);
    const { opensAt = round.opensAt, closesAt = round.closesAt } = outcome.turn;
    return { round: { ...round, opensAt, closesAt }, isChanged: true };
  });
}

function isAsSeen({ opensAt, closesAt }: Round, seen: { opensAt: Instant; closesAt: Instant }): boolean {
  return opensAt === seen.opensAt && closesAt === seen.closesAt;
}
