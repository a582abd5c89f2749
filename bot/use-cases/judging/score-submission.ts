import { refuseScoring } from '../../domain/access.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Edition, Phase, Round, RoundId } from '../../domain/edition/edition.ts';
import type { Abstention } from '../../domain/judging/abstention.ts';
import type { ScoreSheet, SheetContent, SheetFault } from '../../domain/judging/score-sheet.ts';
import { faultsOf, sameContent } from '../../domain/judging/score-sheet.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import type { Stored } from '../../store/collection.ts';
import { scoreSheets, sheetId, submissionPartition } from '../../store/documents/submission-documents.ts';
import type { AuditEnd } from '../log/audit-trail.ts';
import { auditOperations } from '../log/audit-trail.ts';
import { juryPostChanged } from './jury-post-messages.ts';
import { loadOwnSeat } from './own-seat.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/** A judge's own sheet, and what it is about. */
export interface SheetView {
  edition: Edition;
  round: Round;
  submission: Submission;
  roundPhase: Phase;
  /** Absent while they have not written anything. */
  sheet?: ScoreSheet;
  /** Where they abstained before; while they do, there is no sheet to see. */
  abstention?: Abstention;
  /** What has to be mended before it can be handed in; only after trying to. */
  faults: SheetFault[];
  /** What happened just now. */
  event?: 'saved' | 'handed-in' | 'changed-elsewhere';
}

export interface SheetCommand {
  submissionId: string;
  roundId: RoundId;
  content: SheetContent;
  wish: 'save' | 'hand-in';
  /** The revision the judge saw when they began; 0 when there was none. */
  basedOn: number;
  /** When it was first received, which decides whether the round was open; now unless told. */
  receivedAt?: Instant;
}

/** @throws RefusedError */
export async function viewOwnSheet(
  world: World,
  judge: PersonKey,
  submissionId: string,
  roundId: RoundId,
): Promise<SheetView> {
  const { before, end: _end, ...view } = await load(world, judge, { submissionId, roundId, wish: 'view' });
  return { ...view, sheet: before?.value, faults: [] };
}

/**
 * Keeps or hands in a judge's sheet. The same command again has no second effect and the same answer; one that was
 * made on an older revision changes nothing and gives the sheet as it is now.
 * What can't be handed in because something is missing is kept: as a draft, or, when it had been handed in before,
 * not at all (the sheet that counts stays).
 * @throws RefusedError
 */
export async function writeSheet(world: World, judge: PersonKey, command: SheetCommand): Promise<SheetView> {
  return retryWhenChanged(submissionPartition(command.submissionId), async () => {
    const { before, end, ...view } = await load(world, judge, { ...command, wish: 'write' });
    const faults = faultsOf(command.content, view.round);
    const offScale = faults.filter((fault) => fault.code === 'off-scale');
    const sheet = before?.value;
    if (offScale.length > 0) return { ...view, sheet, faults: offScale };
    if (sheet !== undefined && isRepeated(sheet, command, faults)) {
      return { ...view, sheet, faults: command.wish === 'hand-in' ? faults : [], event: eventOf(sheet) };
    }
    if ((sheet?.revision ?? 0) !== command.basedOn)
      return { ...view, sheet, faults: [], event: 'changed-elsewhere' };

    const wasHandedIn = sheet?.status === 'handed-in';
    const handsIn = faults.length === 0 && (command.wish === 'hand-in' || wasHandedIn);
    if (wasHandedIn && !handsIn) return { ...view, sheet, faults };
    const written = nextSheet(world, judge, command, sheet, handsIn);
    await commit(world, before, written, end);
    const missing = command.wish === 'hand-in' ? faults : [];
    return { ...view, sheet: written, faults: missing, event: eventOf(written) };
  });
}

function eventOf(sheet: ScoreSheet): 'saved' | 'handed-in' {
  return sheet.status === 'handed-in' ? 'handed-in' : 'saved';
}

/** Whether the sheet already is what this command would make of it. */
function isRepeated(
  sheet: ScoreSheet,
  { content, wish, basedOn }: SheetCommand,
  faults: SheetFault[],
): boolean {
  if (sheet.revision < basedOn || !sameContent(sheet, content)) return false;
  return sheet.status === 'handed-in' || wish === 'save' || faults.length > 0;
}

function nextSheet(
  world: World,
  judge: PersonKey,
  { submissionId, roundId, content, basedOn }: SheetCommand,
  before: ScoreSheet | undefined,
  handsIn: boolean,
): ScoreSheet {
  const now = world.now();
  return {
    submissionId,
    roundId,
    judge: personId(judge),
    status: handsIn ? 'handed-in' : 'draft',
    revision: basedOn + 1,
    updatedAt: now,
    ...(handsIn && { handedInAt: before?.handedInAt ?? now }),
    ...content,
  };
}

async function commit(
  world: World,
  before: Stored<ScoreSheet> | undefined,
  sheet: ScoreSheet,
  end: AuditEnd,
): Promise<void> {
  const partition = submissionPartition(sheet.submissionId);
  const act =
    sheet.status === 'draft'
      ? 'save-sheet'
      : before?.value.status === 'handed-in'
        ? 'revise-sheet'
        : 'hand-in-sheet';
  const id = sheetId(sheet.roundId, sheet.judge);
  const operations = [
    scoreSheets.write(id, sheet, before),
    ...(await auditOperations(
      world.store,
      partition,
      { at: sheet.updatedAt, by: sheet.judge, act, subject: id, before: before?.value, after: sheet },
      end,
    )),
  ];
  if (act === 'hand-in-sheet')
    operations.push(...(await juryPostChanged(world.store, partition, sheet.roundId)));
  await world.store.commit(partition, operations);
}

async function load(
  world: World,
  judge: PersonKey,
  {
    submissionId,
    roundId,
    wish,
    receivedAt = world.now(),
  }: Pick<SheetCommand, 'submissionId' | 'roundId' | 'receivedAt'> & { wish: 'view' | 'write' },
) {
  const seat = await loadOwnSeat(world, judge, submissionId, roundId);
  const { edition, round, submission, roundPhase, role, seating, isFrozen, end, sheet: before } = seat;
  const refusal =
    refuseScoring(role, submission, round, receivedAt, seating) ?? (isFrozen ? 'round-closed' : undefined);
  const abstention = seat.abstention?.value;
  const mayRead = refusal === 'round-closed' && before !== undefined && wish === 'view';
  if (mayRead && abstention?.status === 'abstained') throw new RefusedError('abstained');
  if (refusal !== undefined && !mayRead) throw new RefusedError(refusal);
  return { edition, round, submission, roundPhase, ...(abstention && { abstention }), before, end };
}
