import type { Nudged } from '../../use-cases/chasing/nudge-judges.ts';
import type { EntriesView } from '../../use-cases/overview/view-entries.ts';
import type { JudgeProgress, JudgesProgressView } from '../../use-cases/chasing/view-judges-progress.ts';
import type { Reach } from '../../use-cases/chasing/view-late.ts';
import type { Entries, JudgesProgress, NudgedAnswer } from '../contract/progress.ts';

export function shapeJudgesProgress(view: JudgesProgressView): JudgesProgress {
  return {
    ...{ roundId: view.round.id, roundPhase: view.roundPhase, mayNudge: view.mayNudge },
    categories: view.categories.map(({ categoryId, all, done, left, judges, judgesDone }) => ({
      ...{ categoryId, all, done, left, judges, judgesDone },
    })),
    judges: view.judges.map(({ judge, name, all, done, left, categories, contact }) => ({
      ...{ name, all, done, left },
      categories: categories.map((each) => ({
        ...{ categoryId: each.categoryId, all: each.all, done: each.done, left: each.left },
      })),
      late: contact && shapeLate(judge, contact),
    })),
  };
}

function shapeLate(
  judge: string,
  { lastJudgedAt, reach }: NonNullable<JudgeProgress['contact']>,
): JudgesProgress['judges'][number]['late'] {
  return { judge, lastJudgedAt, reach: reach.kind, plannedAt: momentOf(reach) };
}

export function shapeNudged(nudged: readonly Nudged[], view: JudgesProgressView): NudgedAnswer {
  return {
    outcomes: nudged.map(({ name, outcome }) => ({
      ...{ name, outcome: outcome.kind, plannedAt: momentOf(outcome) },
    })),
    progress: shapeJudgesProgress(view),
  };
}

export function shapeEntries(view: EntriesView): Entries {
  const { phase, days, perDay, total, elsewhere } = view;
  return {
    ...{ phase, days: days.length, from: days[0]?.day ?? '', to: days.at(-1)?.day ?? '' },
    ...{ perDay, total, elsewhere },
    earlier: view.earlier.map(({ edition, ...each }) => ({
      ...{ name: edition.name, perDay: each.perDay, atThisDay: each.atThisDay, total: each.total },
    })),
    provinces: view.provinces.map(({ province, entries, earlier, municipalities, entered }) => ({
      ...{ province, entries, earlier, municipalities, entered },
    })),
  };
}

function momentOf(state: Reach | Nudged['outcome']): string | undefined {
  return state.kind === 'planned' ? state.at : undefined;
}
