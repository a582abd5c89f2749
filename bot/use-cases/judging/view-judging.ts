import { hasConflict } from '../../domain/judging/conflict.ts';
import type { RoundId } from '../../domain/edition/edition.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { viewOwnAbstention } from './abstain.ts';
import { RefusedError } from '../refusal.ts';
import { roundNow } from '../rounds/round-now.ts';
import type { SheetView } from './score-submission.ts';
import { viewOwnSheet } from './score-submission.ts';
import { viewJuryPostAs } from './view-jury-post-as.ts';
import type { TodoView } from './view-todo.ts';
import { viewTodo } from './view-todo.ts';
import type { World } from '../world.ts';

/** One judge's part in one submission: their sheet, or that they abstain, and how far the others are. */
export interface JudgingView extends SheetView {
  judge: string;
  /** How many handed in, of how many; once their own is in, as their card shows it. */
  jury?: { handedIn: number; judges: number };
}

/** A judge's list, and what is kept away from them. */
export interface JudgeListView extends TodoView {
  conflicts: Submission[];
}

/**
 * In the round that runs now, unless told.
 * @throws RefusedError
 */
export async function viewJudging(
  world: World,
  judge: PersonKey,
  submissionId: string,
  roundId?: RoundId,
): Promise<JudgingView> {
  const round = roundId ?? (await roundNow(world, judge)).round.id;
  return withJury(world, judge, await sheetOrAbstention(world, judge, submissionId, round));
}

/** @throws RefusedError `not-a-judge`, `no-edition` */
export async function viewJudgeList(world: World, person: PersonKey): Promise<JudgeListView> {
  const [todo, { role }] = await Promise.all([viewTodo(world, person), roundNow(world, person)]);
  const conflicts = world.readModel
    .submissionsOf(todo.edition.id)
    .filter((each) => each.status === 'submitted' && role !== undefined && hasConflict(role, each));
  return { ...todo, conflicts };
}

/** A sheet with what its judge may know besides. */
export async function withJury(world: World, judge: PersonKey, view: SheetView): Promise<JudgingView> {
  const own = { ...view, judge: personId(judge) };
  if (view.sheet?.status !== 'handed-in' || view.abstention?.status === 'abstained') return own;
  const { handedIn, judges } = await viewJuryPostAs(world, judge, view.submission.id, view.round.id);
  return { ...own, jury: { handedIn, judges } };
}

/** Who abstains has no sheet to see: that they do, and why. */
async function sheetOrAbstention(
  world: World,
  judge: PersonKey,
  submissionId: string,
  roundId: RoundId,
): Promise<SheetView> {
  try {
    return await viewOwnSheet(world, judge, submissionId, roundId);
  } catch (error) {
    if (!(error instanceof RefusedError) || error.code !== 'abstained') throw error;
    const { sheet: _kept, ...view } = await viewOwnAbstention(world, judge, submissionId, roundId);
    return { ...view, faults: [] };
  }
}
