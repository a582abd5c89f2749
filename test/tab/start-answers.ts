import type { Start, StartTask } from '../../bot/http/contract/start.ts';
import { start } from '../../bot/http/contract/start.ts';
import type { FakeRoute } from './fake-routes.ts';
import type { Actor, Stage } from './stage.ts';
import { lineOf } from './stage.ts';

const closesAt = '2026-12-18T23:00:00.000Z';
const preselection = { id: 'preselection', name: 'Voorselectie' };

export const startRoutes: readonly FakeRoute[] = [
  {
    method: 'GET',
    path: /^\/start$/,
    answer: (stage, { actor }) => start.parse({ ...startOf(stage, actor), ...stage.start }),
  },
];

function startOf(stage: Stage, actor: Actor): Start {
  const common = {
    now: '2026-12-03T13:05:00.000Z',
    chat: 'https://teams.microsoft.com/l/chat/0/0?users=28:app',
  };
  if (!stage.hasEdition) return { ...common, tasks: [], own: ownOf(stage, actor) };
  return {
    ...common,
    steps: [
      { opensAt: '2026-10-01T07:00:00.000Z', closesAt: '2026-11-30T23:00:00.000Z', phase: 'closed' },
      { round: preselection, opensAt: '2026-11-01T07:00:00.000Z', closesAt, phase: 'open' },
      {
        round: { id: 'assessment', name: 'Inhoudelijke beoordeling' },
        ...{ opensAt: '2027-01-10T07:00:00.000Z', closesAt: '2027-02-10T23:00:00.000Z', phase: 'before' },
      },
      {
        round: { id: 'pitch', name: 'Pitch' },
        ...{ opensAt: '2027-03-01T07:00:00.000Z', closesAt: '2027-03-01T23:00:00.000Z', phase: 'before' },
      },
    ],
    tasks: tasksOf(stage, actor),
    own: ownOf(stage, actor),
  };
}

function tasksOf(stage: Stage, actor: Actor): StartTask[] {
  switch (actor) {
    case 'organiser':
      return [
        { kind: 'late-judges', round: preselection, closesAt, late: 3, sheets: 17 },
        { kind: 'soon', what: 'closes', round: preselection, at: closesAt },
        { kind: 'unbound-channels', jury: ['Indirect'], organisers: true },
      ];
    case 'chair':
      return [{ kind: 'cut', what: 'fix', round: preselection, category: { id: 'direct', name: 'Direct' } }];
    case 'juror': {
      const next = stage.entries.find(({ own }) => own === 'draft' || own === 'none');
      return [
        {
          ...{ kind: 'judge', round: preselection, closesAt, all: 6, done: 1, left: 5 },
          ...(next && { next: lineOf(stage, next) }),
        },
      ];
    }
    case 'civilServant':
      return [{ kind: 'finish-draft', title: 'Reizende luisterpaal', changes: false, closesAt }];
    case 'newcomer':
      return [{ kind: 'hand-in', closesAt }];
    case 'stranger':
      return [];
    default:
      return actor satisfies never;
  }
}

function ownOf(stage: Stage, actor: Actor): Start['own'] {
  const mine = stage.entries.filter((each) => actor === 'civilServant' && each.mine !== undefined);
  return mine.map((each) => ({
    submission: lineOf(stage, each),
    submittedAt: '2026-11-24T15:30:00.000Z',
    status: each.mine ?? 'submitted',
    categoryName: each.categoryId === 'direct' ? 'Direct' : 'Indirect',
    ...(each.mine === 'withdrawn'
      ? { stage: 'withdrawn', until: '2026-11-30T23:00:00.000Z' }
      : { stage: 'judging', until: closesAt, feedbackAt: '2026-12-02T10:00:00.000Z' }),
  }));
}
