import { byItself } from '../../domain/audit-entry.ts';
import { isJudge } from '../../domain/edition/edition-role.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import { phaseOf, roundOf } from '../../domain/edition/edition.ts';
import { panelFor } from '../../domain/judging/panel.ts';
import type { FrozenSheets, RoundClosing } from '../../domain/judging/round-turn.ts';
import { isFrozen, mayFreeze } from '../../domain/judging/round-turn.ts';
import type { ScoreSheet } from '../../domain/judging/score-sheet.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import {
  closingId,
  frozenId,
  frozenRounds,
  roundClosings,
  roundTurnDocuments,
  roundTurnsId,
} from '../../store/documents/judging-documents.ts';
import {
  scoreSheets,
  sheetPrefix,
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import { auditOperations, newSalt, readAuditEnd } from '../log/audit-trail.ts';
import { freezeHash, hashOf } from './close-round-hash.ts';
import { findCurrentEdition, readEdition, rolesOf } from '../edition-context.ts';
import { submissionIdsOf } from '../editions/edition-use.ts';
import { readSeating } from '../judging/own-seat.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

type Place = Pick<World, 'store' | 'now'>;

/**
 * Freezes the sheets of every round of the running edition that has closed: each once, however often this is done.
 * Broken off, it goes on where it was.
 */
export async function freezeClosedRounds(world: Place): Promise<void> {
  const edition = await findCurrentEdition(world.store);
  for (const round of edition?.rounds ?? []) {
    if (edition !== undefined) await freezeRound(world, edition, round);
  }
}

/** @returns what it closed with; `undefined` while it has not closed, or what came before that may still be on its way */
export async function freezeRound(
  world: Place,
  edition: Edition,
  round: Round,
): Promise<RoundClosing | undefined> {
  const { store } = world;
  const now = world.now();
  if (phaseOf(round, now) !== 'closed' || !mayFreeze(round, now)) return undefined;
  const partition = editionPartition(edition.id);
  const done = await roundClosings.read(store, partition, closingId(round.id, round.closesAt));
  if (done !== undefined) return done.value;

  const judges = (await rolesOf(store, edition.id)).filter(isJudge);
  const parts: ({ submissionId: string } & FrozenSheets)[] = [];
  for await (const submissionId of submissionIdsOf(store, edition.id)) {
    const frozen = await freezeSheets(world, round, judges, submissionId);
    if (frozen !== undefined) parts.push({ submissionId, ...frozen });
  }
  return writeClosing(world, edition, round, parts);
}

/** From this commit on no sheet of the submission is written in this round, whatever was under way. */
async function freezeSheets(
  { store, now }: Place,
  round: Round,
  judges: readonly EditionRole[],
  submissionId: string,
): Promise<FrozenSheets | undefined> {
  const partition = submissionPartition(submissionId);
  return retryWhenChanged(partition, async () => {
    const end = await readAuditEnd(store, partition);
    const submission = await submissions.read(store, partition, submissionDocumentId);
    if (submission === undefined) return undefined;
    const before = await frozenRounds.read(store, partition, frozenId(round.id));
    if (before !== undefined && isFrozen(before.value, round)) return before.value;
    const seating = await readSeating(store, partition, round);
    const isIn = submission.value.status === 'submitted';
    const panel = new Set(isIn ? panelFor(judges, submission.value, seating) : []);
    const sheets = (await scoreSheets.list(store, partition, { prefix: sheetPrefix(round.id) }))
      .map(({ value }) => value)
      .filter(({ status, judge }) => status === 'handed-in' && panel.has(judge));
    const frozen = frozenOf(round, sheets, now());
    const deed = {
      at: frozen.frozenAt,
      by: byItself,
      act: 'freeze-sheets',
      subject: frozenId(round.id),
    } as const;
    await store.commit(partition, [
      frozenRounds.write(frozenId(round.id), frozen, before),
      ...(await auditOperations(store, partition, { ...deed, before: before?.value, after: frozen }, end)),
    ]);
    return frozen;
  });
}

function frozenOf(round: Round, sheets: readonly ScoreSheet[], frozenAt: string): FrozenSheets {
  const { id: roundId, closesAt } = round;
  const salt = newSalt();
  const hash = freezeHash({ salt }, sheets);
  return { roundId, closesAt, judges: sheets.map(({ judge }) => judge), hash, salt, frozenAt };
}

async function writeClosing(
  { store, now }: Place,
  { id: editionId }: Edition,
  round: Round,
  parts: readonly ({ submissionId: string } & FrozenSheets)[],
): Promise<RoundClosing | undefined> {
  const partition = editionPartition(editionId);
  const id = closingId(round.id, round.closesAt);
  return retryWhenChanged(partition, async () => {
    const end = await readAuditEnd(store, partition);
    const done = await roundClosings.read(store, partition, id);
    if (done !== undefined) return done.value;
    const edition = await readEdition(store, editionId);
    // It was opened again meanwhile: this closing has not been.
    if (edition === undefined || roundOf(edition, round.id)?.closesAt !== round.closesAt) return undefined;
    const turns = (await roundTurnDocuments.read(store, partition, roundTurnsId))?.value.turns;
    const { closedBy } = turns?.[round.id] ?? {};
    const closing: RoundClosing = {
      roundId: round.id,
      closesAt: round.closesAt,
      method: closedBy === undefined ? 'clock' : 'organiser',
      by: closedBy ?? byItself,
      frozenAt: now(),
      submissions: parts.length,
      sheets: parts.reduce((sum, { judges }) => sum + judges.length, 0),
      hash: closingHash(parts),
    };
    const deed = {
      at: closing.frozenAt,
      by: byItself,
      act: 'freeze-round',
      subject: id,
      after: closing,
    } as const;
    await store.commit(partition, [
      roundClosings.create(id, closing),
      ...(await auditOperations(store, partition, deed, end)),
    ]);
    return closing;
  });
}

/** Over the hash of each submission's sheets, by id. */
export function closingHash(parts: readonly { submissionId: string; hash: string }[]): string {
  const list = parts.map(({ submissionId, hash }) => ({ submissionId, hash }));
  return hashOf(list.sort((a, b) => (a.submissionId < b.submissionId ? -1 : 1)));
}
