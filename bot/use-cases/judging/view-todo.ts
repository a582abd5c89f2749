import type { EditionRole } from '../../domain/edition/edition-role.ts';
import { isJudge, judgesAt } from '../../domain/edition/edition-role.ts';
import type { Edition, Phase, Round } from '../../domain/edition/edition.ts';
import { phaseOf } from '../../domain/edition/edition.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { abstentionId, abstentions } from '../../store/documents/judging-documents.ts';
import { scoreSheets, sheetId, submissionPartition } from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import type { JudgeTask, TaskCounts } from './judge-tasks.ts';
import { countTasks, inJudgesOrder, isLeft, judgeTasks } from './judge-tasks.ts';
import { RefusedError } from '../refusal.ts';
import { roundNow } from '../rounds/round-now.ts';
import type { SheetView } from './score-submission.ts';
import { viewOwnSheet } from './score-submission.ts';
import type { World } from '../world.ts';

/** What a judge has to do in the round that runs now. */
export interface TodoView {
  edition: Edition;
  round: Round;
  roundPhase: Phase;
  /** In their own order. */
  tasks: JudgeTask[];
  counts: TaskCounts;
  /** The next round in which they judge something. */
  nextRound?: Round;
}

/**
 * @param changed a submission that they have just done something with: as it is in the store
 * @throws RefusedError `not-a-judge`, `no-edition`
 */
export async function viewTodo(world: World, person: PersonKey, changed?: string): Promise<TodoView> {
  const { edition, round, role } = await roundNow(world, person);
  if (!isJudge(role)) throw new RefusedError('not-a-judge');
  const known = inJudgesOrder(judgeTasks(world.readModel, edition.id, round, role), role, round);
  const tasks = await Promise.all(
    known.map(async (task) =>
      task.submission.id === changed ? asStored(world.store, round, role, task) : task,
    ),
  );
  const nextRound = nextRoundOf(edition, role, world.now());
  return {
    ...{ edition, round, tasks },
    roundPhase: phaseOf(round, world.now()),
    counts: countTasks(tasks),
    ...(nextRound && { nextRound }),
  };
}

/**
 * The sheet of the next submission that they have not handed in, after `after` and around; `undefined` when there is
 * none, or the round is not open. What the feed has not brought yet is read from the store.
 * @throws RefusedError `not-a-judge`, `no-edition`
 */
export async function viewNextSheet(
  world: World,
  person: PersonKey,
  after?: string,
): Promise<SheetView | undefined> {
  const { tasks, round, roundPhase } = await viewTodo(world, person);
  if (roundPhase !== 'open') return undefined;
  const from = tasks.findIndex(({ submission }) => submission.id === after) + 1;
  for (const { submission } of [...tasks.slice(from), ...tasks.slice(0, from)].filter(isLeft)) {
    const view = await sheetIfAny(world, person, submission.id, round);
    if (view !== undefined && view.sheet?.status !== 'handed-in') return view;
  }
  return undefined;
}

async function sheetIfAny(
  world: World,
  person: PersonKey,
  submissionId: string,
  { id }: Round,
): Promise<SheetView | undefined> {
  try {
    return await viewOwnSheet(world, person, submissionId, id);
  } catch (error) {
    if (error instanceof RefusedError) return undefined;
    throw error;
  }
}

async function asStored(
  store: DocumentStore,
  round: Round,
  role: EditionRole,
  { submission }: JudgeTask,
): Promise<JudgeTask> {
  const partition = submissionPartition(submission.id);
  const judge = personId(role);
  const [sheet, abstention] = await Promise.all([
    scoreSheets.read(store, partition, sheetId(round.id, judge)),
    abstentions.read(store, partition, abstentionId(round.id, judge)),
  ]);
  const isAbstaining = abstention?.value.status === 'abstained';
  return { submission, state: isAbstaining ? 'abstained' : (sheet?.value.status ?? 'none') };
}

export function nextRoundOf(
  { rounds, categories }: Edition,
  role: EditionRole,
  now: string,
): Round | undefined {
  return rounds
    .filter(({ opensAt }) => opensAt > now)
    .filter(({ id: roundId }) => categories.some(({ id }) => judgesAt(role, { categoryId: id, roundId })))
    .sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1))[0];
}
