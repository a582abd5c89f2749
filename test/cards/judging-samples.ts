import { judgingReminderDrawing } from '../../bot/cards/judging-reminder-drawing.ts';
import { lateJudgesDrawing } from '../../bot/cards/late-judges-drawing.ts';
import { todoListDrawing } from '../../bot/cards/todo-list-drawing.ts';
import type { JudgeTask } from '../../bot/use-cases/judging/judge-tasks.ts';
import { countTasks } from '../../bot/use-cases/judging/judge-tasks.ts';
import type { LateJudge, LateView } from '../../bot/use-cases/chasing/view-late.ts';
import type { TodoView } from '../../bot/use-cases/judging/view-todo.ts';
import { edition, round, submission } from '../bot/domain/examples.ts';

/** The cards of what judges still have to do, as judges and organisers meet them. */

const titles = [
  'Reizende luisterpaal',
  'Eén loket voor wie verhuist',
  'De buurt beslist mee over groen, water en parkeren in de hele wijk',
  'Brieven die iedereen begrijpt',
  'Schuldhulp zonder formulier',
  'Data voor de dijk',
  'Samen leren bellen',
  'Vergunning in een dag',
  'Bakkie troost',
  'Huis van de wijk op wielen',
];

function tasksOf(...states: JudgeTask['state'][]): JudgeTask[] {
  return states.map((state, index) => ({
    submission: submission({
      id: `inzending-${String(index)}`,
      number: ((index * 7) % 40) + 1,
      title: titles[index % titles.length] ?? '',
    }),
    state,
  }));
}

export function todoView(states: JudgeTask['state'][], changes: Partial<TodoView> = {}): TodoView {
  const tasks = tasksOf(...states);
  return {
    ...{ edition: edition(), round: round(), roundPhase: 'open', tasks },
    counts: countTasks(tasks),
    ...changes,
  };
}

const half = todoView(['none', 'handed-in', 'draft', 'none', 'abstained', 'handed-in']);
const long = todoView(Array.from({ length: 12 }, (_, index) => (index % 4 === 3 ? 'handed-in' : 'none')));
const pitch = { ...round(), name: { nl: 'Pitch', en: 'Pitch' }, opensAt: '2027-03-01T08:00:00.000Z' };

const judge = (number: number, changes: Partial<LateJudge> = {}): LateJudge => ({
  judge: `5d0a7c1e-94b2-4f3a-8c6d-2e1f7b9a3c40:0b5e0000-7a11-4c0d-9e00-00000000000${String(number)}`,
  name: `Jurylid ${String(number)}`,
  all: 12,
  left: 9 - number,
  lastJudgedAt: '2026-11-20T10:00:00.000Z',
  reach: { kind: 'ready' },
  ...changes,
});
const plannedAt = '2026-11-23T08:00:00.000Z';

export const lateView: LateView = {
  edition: edition(),
  round: round(),
  roundPhase: 'open',
  late: [
    judge(1, { lastJudgedAt: undefined, left: 12, reach: { kind: 'unreachable' } }),
    judge(2),
    judge(3, { reach: { kind: 'reminded-today' } }),
    judge(4, { reach: { kind: 'planned', at: plannedAt } }),
    judge(5, { reach: { kind: 'off' } }),
  ],
  judges: 8,
  asked: 2,
};
const many = { ...lateView, late: Array.from({ length: 9 }, (_, index) => judge(index)), judges: 24 };

const outcomes = [
  { judge: 'a', name: 'Jurylid 2', outcome: { kind: 'sent' } },
  { judge: 'b', name: 'Jurylid 6', outcome: { kind: 'sent' } },
  { judge: 'c', name: 'Jurylid 3', outcome: { kind: 'reminded-today' } },
  { judge: 'd', name: 'Jurylid 1', outcome: { kind: 'unreachable' } },
] as const;
const toCome = [
  { judge: 'a', name: 'Judge 2', outcome: { kind: 'planned', at: plannedAt } },
  { judge: 'e', name: 'Judge 7', outcome: { kind: 'done' } },
  { judge: 'f', name: 'Judge 5', outcome: { kind: 'off' } },
] as const;

/** By card, then by file name without `.json`. */
export const judgingSamples: Record<string, Record<string, object>> = {
  'todo-list': {
    sample: todoListDrawing(half, 'nl').values,
    'sample.second-page': todoListDrawing(long, 'nl', 1).values,
    'sample.done': todoListDrawing(todoView(['handed-in', 'handed-in']), 'nl').values,
    'sample.abstained': todoListDrawing(todoView(['abstained']), 'nl').values,
    'sample.nothing-yet': todoListDrawing(todoView([], { nextRound: pitch }), 'nl').values,
    'sample.before': todoListDrawing(todoView(['none'], { roundPhase: 'before' }), 'nl').values,
    'sample.closed-english': todoListDrawing(
      todoView(['handed-in', 'none'], { roundPhase: 'closed', nextRound: pitch }),
      'en',
    ).values,
  },
  'judging-reminder': {
    sample: judgingReminderDrawing(long, 'nl')?.values ?? {},
    'sample.snoozed': judgingReminderDrawing(long, 'nl', plannedAt)?.values ?? {},
    'sample.one-english': judgingReminderDrawing(todoView(['none']), 'en')?.values ?? {},
  },
  'late-judges': {
    sample: lateJudgesDrawing(lateView, 'nl').values,
    'sample.nudged': lateJudgesDrawing(lateView, 'nl', { nudged: outcomes }).values,
    'sample.planned-english': lateJudgesDrawing(lateView, 'en', { nudged: toCome }).values,
    'sample.many': lateJudgesDrawing(many, 'nl', { page: 1 }).values,
    'sample.nobody': lateJudgesDrawing({ ...lateView, late: [] }, 'nl').values,
    'sample.closed': lateJudgesDrawing({ ...lateView, late: [], roundPhase: 'closed' }, 'nl').values,
    'sample.before': lateJudgesDrawing({ ...lateView, late: [], roundPhase: 'before' }, 'nl').values,
  },
};
