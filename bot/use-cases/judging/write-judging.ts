import type { Round } from '../../domain/edition/edition.ts';
import { remarkLength, sameContent, tidyRemark } from '../../domain/judging/score-sheet.ts';
import type { SheetContent } from '../../domain/judging/score-sheet.ts';
import type { PersonKey } from '../../domain/person.ts';
import type { AbstentionCommand } from './abstain.ts';
import { abstain, undoAbstention } from './abstain.ts';
import { RefusedError } from '../refusal.ts';
import type { SheetCommand } from './score-submission.ts';
import { viewOwnSheet, writeSheet } from './score-submission.ts';
import type { JudgingView } from './view-judging.ts';
import { viewJudging, withJury } from './view-judging.ts';
import type { World } from '../world.ts';

/**
 * Keeps or hands in a sheet as somebody typed it. The same content on an older revision is no disagreement: it goes
 * through.
 * @throws RefusedError; `malformed` for a criterion that the round does not have, or a remark that is too long
 */
export async function writeJudging(
  world: World,
  judge: PersonKey,
  command: SheetCommand,
): Promise<JudgingView> {
  const { submissionId, roundId } = command;
  const { round } = await viewOwnSheet(world, judge, submissionId, roundId);
  const tidy = { ...command, content: tidyContent(command.content, round) };
  const view = await writeSheet(world, judge, tidy);
  const isSame = view.sheet !== undefined && sameContent(view.sheet, tidy.content);
  if (view.event !== 'changed-elsewhere' || !isSame) return withJury(world, judge, view);
  const basedOn = view.sheet?.revision ?? 0;
  return withJury(world, judge, await writeSheet(world, judge, { ...tidy, basedOn }));
}

/**
 * A judge abstains, with a reason, or judges after all, without one.
 * @throws RefusedError; `malformed` for a reason that has a fault
 */
export async function changeAbstention(
  world: World,
  judge: PersonKey,
  { reason, ...command }: AbstentionCommand & { reason?: string },
): Promise<JudgingView> {
  if (reason === undefined) await undoAbstention(world, judge, command);
  else await abstain(world, judge, { ...command, reason: tidyRemark(reason) });
  return viewJudging(world, judge, command.submissionId, command.roundId);
}

function tidyContent({ scores, remarks, overallRemark }: SheetContent, { criteria }: Round): SheetContent {
  const known = new Set(criteria.map(({ id }) => id));
  if ([...Object.keys(scores), ...Object.keys(remarks)].some((id) => !known.has(id)))
    throw new RefusedError('malformed');
  const tidied = Object.entries(remarks).map(([id, remark]) => [id, tidyRemark(remark)] as const);
  const content = {
    scores,
    remarks: Object.fromEntries(tidied.filter(([, remark]) => remark !== '')),
    overallRemark: tidyRemark(overallRemark),
  };
  const all = [...Object.values(content.remarks), content.overallRemark];
  if (all.some(({ length }) => length > remarkLength.most)) throw new RefusedError('malformed');
  return content;
}
