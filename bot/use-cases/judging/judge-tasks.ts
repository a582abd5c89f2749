import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Round } from '../../domain/edition/edition.ts';
import { inOwnOrder } from '../../domain/judging/own-order.ts';
import { personId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { ownState } from '../submitting/own-state.ts';
import type { ReadModel } from '../read-model.ts';

/** One submission that a judge judges in a round, and how far they are with it. */
export interface JudgeTask {
  submission: Submission;
  state: 'none' | 'draft' | 'handed-in' | 'abstained';
}

/** What a judge judges in a round, by number. For showing: a moment behind the store. */
export function judgeTasks(
  readModel: ReadModel,
  editionId: string,
  round: Round,
  role: EditionRole,
): JudgeTask[] {
  return readModel.submissionsOf(editionId).flatMap((submission): JudgeTask[] => {
    if (submission.status !== 'submitted') return [];
    const { own } = ownState(readModel, round, role, submission);
    return own === 'conflict' || own === 'not-assigned' ? [] : [{ submission, state: own }];
  });
}

/** The same in the judge's own order. */
export function inJudgesOrder(tasks: readonly JudgeTask[], role: EditionRole, round: Round): JudgeTask[] {
  const byId = new Map(tasks.map((task) => [task.submission.id, task]));
  const ordered = inOwnOrder(
    tasks.map(({ submission }) => submission),
    personId(role),
    round.id,
  );
  return ordered.flatMap(({ id }) => byId.get(id) ?? []);
}

export function isLeft({ state }: JudgeTask): boolean {
  return state === 'none' || state === 'draft';
}

export interface TaskCounts {
  /** Without those they abstain from. */
  all: number;
  done: number;
  left: number;
}

export function countTasks(tasks: readonly JudgeTask[]): TaskCounts {
  const left = tasks.filter(isLeft).length;
  const done = tasks.filter(({ state }) => state === 'handed-in').length;
  return { all: left + done, done, left };
}
