import { entries, judgesProgress, nudge, nudged } from '../../bot/http/contract/progress.ts';
import type { Entries, JudgesProgress } from '../../bot/http/contract/progress.ts';
import { existsOn, municipalities } from '../../bot/domain/municipality/municipality.ts';
import { entriesPerProvince, entriesUpTo } from '../../bot/domain/submission/count-entries.ts';
import type { FakeRoute } from './fake-routes.ts';
import type { Actor, Stage } from './stage.ts';

type Late = NonNullable<JudgesProgress['judges'][number]['late']>;

/** By judge: which presses of a button had them reminded. */
const reminded = new WeakMap<Stage, Map<string, string>>();

function remindedIn(stage: Stage): Map<string, string> {
  const known = reminded.get(stage) ?? new Map<string, string>();
  reminded.set(stage, known);
  return known;
}

const reaches: readonly Pick<Late, 'reach' | 'plannedAt' | 'lastJudgedAt'>[] = [
  { reach: 'ready', lastJudgedAt: '2026-11-30T13:03:00.000Z' },
  { reach: 'ready', lastJudgedAt: '2026-12-01T09:30:00.000Z' },
  { reach: 'planned', plannedAt: '2026-12-07T08:00:00.000Z', lastJudgedAt: '2025-12-01T09:30:00.000Z' },
  { reach: 'off' },
  { reach: 'unreachable' },
];

function judgesProgressOf(stage: Stage, actor: Actor): JudgesProgress {
  const mayNudge = actor === 'organiser' && stage.roundPhase === 'open';
  const counts = (judge: number, categoryId: string) => {
    const there = stage.entries.filter((each) => each.categoryId === categoryId);
    const done = there.filter(({ means }) => means.length > judge).length;
    return { categoryId, all: there.length, done, left: there.length - done };
  };
  const judges = reaches.map((reach, index) => {
    const categories = ['direct', 'indirect'].map((id) => counts(index, id)).filter(({ all }) => all > 0);
    const judge = `t:jurylid-${String(index + 1)}`;
    const total = sum(categories);
    const isReminded = remindedIn(stage).has(judge);
    const late = { judge, ...reach, ...(isReminded && { reach: 'reminded-today' as const }) };
    return {
      ...{ name: `Jurylid ${String(index + 1)}`, ...total, categories },
      ...(mayNudge && total.left > 0 && { late }),
    };
  });
  const present = judges.filter(({ all }) => all > 0).sort((one, other) => other.left - one.left);
  return judgesProgress.parse({
    ...{ roundId: 'preselection', roundPhase: stage.roundPhase, mayNudge, judges: present },
    categories: ['direct', 'indirect'].flatMap((categoryId) => {
      const there = present.flatMap(({ categories }) =>
        categories.filter((each) => each.categoryId === categoryId),
      );
      if (there.length === 0) return [];
      const judgesDone = there.filter(({ left }) => left === 0).length;
      return [{ categoryId, ...sum(there), judges: there.length, judgesDone }];
    }),
  });
}

function sum(counts: readonly { all: number; done: number; left: number }[]) {
  const total = (key: 'all' | 'done' | 'left') => counts.reduce((so, each) => so + each[key], 0);
  return { all: total('all'), done: total('done'), left: total('left') };
}

function nudgedOf(stage: Stage, actor: Actor, body: unknown) {
  const { judge, key } = nudge.parse(body);
  const known = remindedIn(stage);
  const late = judgesProgressOf(stage, actor).judges.filter((each) => each.late !== undefined);
  const outcomes = late
    .filter((each) => judge === undefined || each.late?.judge === judge)
    .map(({ name, late: of }) => {
      const again = known.get(of?.judge ?? '') === key;
      if (of?.reach === 'ready') known.set(of.judge, key);
      const { plannedAt } = of ?? {};
      return { name, outcome: of?.reach === 'ready' || again ? 'sent' : of?.reach, plannedAt };
    });
  return nudged.parse({ outcomes, progress: judgesProgressOf(stage, actor) });
}

/** What comes in little by little at first and much at the end. */
function growing(days: number, total: number): number[] {
  const by = (day: number) => Math.round(total * ((day + 1) / days) ** 1.7);
  return Array.from({ length: days }, (_, day) => by(day) - (day === 0 ? 0 : by(day - 1)));
}

function earlierEdition(name: string, days: number, total: number): Entries['earlier'][number] {
  const perDay = growing(days, total);
  return { name, perDay, atThisDay: entriesUpTo(perDay, 63), total };
}

function entriesOf(stage: Stage): Entries {
  const isEmpty = stage.entries.length === 0;
  const present = municipalities.filter((each) => existsOn(each, '2026-12-03'));
  const takingPart = present
    .filter(({ province }) => province !== 'Zeeland' && province !== 'Flevoland')
    .filter((_, index) => index % 8 === 0);
  const of = isEmpty
    ? []
    : takingPart.map(({ code }) => ({ participant: { kind: 'municipality' as const, code } }));
  const provinces = entriesPerProvince(of, '2026-12-03');
  const sizes = [1, 2, 0, 4, 3];
  return entries.parse({
    ...{ phase: 'open', from: '2026-10-01', to: '2026-12-18', days: 79 },
    perDay: isEmpty ? Array.from({ length: 64 }, () => 0) : [...growing(63, of.length - 1), 3],
    total: isEmpty ? 0 : of.length + 2,
    earlier: isEmpty
      ? []
      : [earlierEdition('GemeenteDelers 2022/23', 75, 62), earlierEdition('GemeenteDelers 2021/22', 82, 41)],
    provinces: provinces.map((each, index) => ({
      ...each,
      ...(!isEmpty && { earlier: sizes[index % sizes.length] }),
    })),
    elsewhere: isEmpty ? 0 : 2,
  });
}

const leads = (actor: Actor) => actor === 'organiser' || actor === 'chair';

export const progressRoutes: readonly FakeRoute[] = [
  {
    method: 'GET',
    path: /^\/progress\/judges$/,
    answer: (stage, { actor }) => (leads(actor) ? judgesProgressOf(stage, actor) : undefined),
  },
  {
    method: 'GET',
    path: /^\/progress\/entries$/,
    answer: (stage, { actor }) => (actor === 'organiser' ? entriesOf(stage) : undefined),
  },
  {
    method: 'POST',
    path: /^\/progress\/nudge$/,
    answer: (stage, { actor, body }) => (actor === 'organiser' ? nudgedOf(stage, actor, body) : undefined),
  },
];
