import { mayChaseJudges, maySeeJudgesProgress } from '../../domain/access.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Edition, Phase, Round } from '../../domain/edition/edition.ts';
import { phaseOf } from '../../domain/edition/edition.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { JudgeContacts } from './judge-contacts.ts';
import type { JudgeTask, TaskCounts } from '../judging/judge-tasks.ts';
import { countTasks } from '../judging/judge-tasks.ts';
import { RefusedError } from '../refusal.ts';
import { readNudges } from './remind-judges.ts';
import { roundNow } from '../rounds/round-now.ts';
import type { LateJudge, Reach } from './view-late.ts';
import { contactNow, judgesAtWork } from './view-late.ts';
import type { World } from '../world.ts';

/** How far each judge is in the round that runs now: how many of how many, never a score, nor what is being written. */
export interface JudgesProgressView {
  edition: Edition;
  round: Round;
  roundPhase: Phase;
  mayNudge: boolean;
  /** In the edition's order: all sheets of all judges there, and how many of them have nothing left. */
  categories: (CategoryCounts & { judges: number; judgesDone: number })[];
  /** Who has most left first. */
  judges: JudgeProgress[];
}

interface CategoryCounts extends TaskCounts {
  categoryId: string;
}

export interface JudgeProgress extends TaskCounts {
  judge: PersonId;
  name: string;
  /** Where they have something to judge. */
  categories: CategoryCounts[];
  /** Only for who may remind them, while there is something to remind them of. */
  contact?: Pick<LateJudge, 'lastJudgedAt' | 'reach'>;
}

/**
 * @param changed what has just become of some of them, which the feed may not have brought yet
 * @throws RefusedError `not-found`, `no-edition`
 */
export async function viewJudgesProgress(
  world: World,
  contacts: JudgeContacts,
  person: PersonKey,
  changed: ReadonlyMap<PersonId, Reach> = new Map(),
): Promise<JudgesProgressView> {
  const { edition, round, role } = await roundNow(world, person);
  if (!maySeeJudgesProgress(role)) throw new RefusedError('not-found');
  const roundPhase = phaseOf(round, world.now());
  const mayNudge = mayChaseJudges(role) && roundPhase === 'open';
  const asked = mayNudge ? await readNudges(world.store, edition.id) : undefined;
  const judges = judgesAtWork(world, { edition, round })
    .map(({ judge, tasks }) => progressOf(edition, role, judge, tasks))
    .filter(({ all }) => all > 0)
    .map((line): JudgeProgress => {
      if (!mayNudge || line.left === 0) return line;
      const seen = contactNow(world, contacts, { edition, round }, line.judge, asked?.get(line.judge)?.value);
      return { ...line, contact: { ...seen, reach: changed.get(line.judge) ?? seen.reach } };
    })
    .sort((one, other) => other.left - one.left || one.name.localeCompare(other.name, 'nl'));
  return { ...{ edition, round, roundPhase, mayNudge, judges }, categories: categoriesOf(edition, judges) };
}

/** A chair of one category sees how far judges are in that one. */
function progressOf(
  { categories }: Edition,
  role: EditionRole | undefined,
  judge: EditionRole,
  tasks: readonly JudgeTask[],
): JudgeProgress {
  const counts = categories
    .filter(({ id }) => maySeeJudgesProgress(role, id))
    .map(({ id: categoryId }) => {
      const there = tasks.filter(({ submission }) => submission.categoryId === categoryId);
      return { categoryId, ...countTasks(there) };
    })
    .filter(({ all }) => all > 0);
  return { judge: personId(judge), name: judge.name, ...sum(counts), categories: counts };
}

function categoriesOf(
  { categories }: Edition,
  judges: readonly JudgeProgress[],
): JudgesProgressView['categories'] {
  return categories.flatMap(({ id: categoryId }) => {
    const there = judges.flatMap((judge) =>
      judge.categories.filter((each) => each.categoryId === categoryId),
    );
    if (there.length === 0) return [];
    const judgesDone = there.filter(({ left }) => left === 0).length;
    return [{ categoryId, ...sum(there), judges: there.length, judgesDone }];
  });
}

function sum(counts: readonly TaskCounts[]): TaskCounts {
  const total = (key: keyof TaskCounts) => counts.reduce((so, each) => so + each[key], 0);
  return { all: total('all'), done: total('done'), left: total('left') };
}
