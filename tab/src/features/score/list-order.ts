import type { JudgeList } from '../../../../bot/http/contract/judging.ts';

export type Task = JudgeList['tasks'][number];

// A type, not an interface: texts take it as their values.
export type TaskCounts = { all: number; done: number; left: number };

export function isLeft({ state }: Task): boolean {
  return state === 'none' || state === 'draft';
}

/** Without those they abstain from. */
export function countTasks(tasks: readonly Task[]): TaskCounts {
  const left = tasks.filter(isLeft).length;
  const done = tasks.filter(({ state }) => state === 'handed-in').length;
  return { all: left + done, done, left };
}

/** The next one that is left, after `after` and around. */
export function nextLeft(tasks: readonly Task[], after?: string): Task | undefined {
  const from = tasks.findIndex(({ submission }) => submission.id === after) + 1;
  return [...tasks.slice(from), ...tasks.slice(0, from)].find(
    (task) => isLeft(task) && task.submission.id !== after,
  );
}

/** Those beside it, in the judge's own order. */
export function neighbours(
  tasks: readonly Task[],
  id: string,
): { at: number; previous?: Task | undefined; next?: Task | undefined } {
  const index = tasks.findIndex(({ submission }) => submission.id === id);
  if (index < 0) return { at: 0 };
  return { at: index + 1, previous: tasks[index - 1], next: tasks[index + 1] };
}
