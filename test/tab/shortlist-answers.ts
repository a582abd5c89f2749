import type { z } from 'zod';
import type { Cut, CutDecision, CutRule } from '../../bot/http/contract/cut.ts';
import {
  cut,
  cutChange,
  cutDone,
  cutHistory,
  cutPreview,
  cuts,
  cutSignature,
} from '../../bot/http/contract/cut.ts';
import type { CutDecision as Decided } from '../../bot/domain/judging/round-cut.ts';
import { cutOutcome } from '../../bot/domain/judging/cut-outcome.ts';
import type { Asked } from './fake-answers.ts';
import { feedbackRoutes } from './feedback-answers.ts';
import type { FakeRoute } from './fake-routes.ts';
import type { Actor, Stage } from './stage.ts';
import { lineOf } from './stage.ts';
import { rankingOf } from './stage-ranking.ts';

/** A cut as the server of these tests keeps it. */
export interface StagedCut {
  status: Cut['status'];
  revision: number;
  rule: CutRule;
  decisions: CutDecision[];
  isFrozen: boolean;
  proposed?: Cut['proposed'];
  fixed?: Cut['fixed'];
  sinceProposed?: Cut['sinceProposed'];
  history: z.infer<typeof cutHistory>['lines'];
  keys: string[];
}

const kept = new WeakMap<Stage, Map<string, StagedCut>>();

/** For a test to change: what somebody else did, say. */
export function stagedCut(stage: Stage, categoryId = 'direct'): StagedCut {
  const ofStage = kept.get(stage) ?? new Map<string, StagedCut>();
  kept.set(stage, ofStage);
  const cutThere = ofStage.get(categoryId) ?? {
    ...{ status: 'draft' as const, revision: 0, rule: { size: stage.shortlistSize } },
    ...{ decisions: [], isFrozen: true, history: [], keys: [] },
  };
  ofStage.set(categoryId, cutThere);
  return cutThere;
}

const leads = (actor: Actor) => actor === 'organiser' || actor === 'chair';

function cutOf(stage: Stage, { actor }: Pick<Asked, 'actor'>, categoryId: string): Cut {
  const staged = stagedCut(stage, categoryId);
  const ranked = rankingOf({ ...stage, shortlistSize: staged.rule.size ?? 99 }, categoryId);
  const decisions: Decided[] = staged.decisions.map(({ by = '', ...each }) => ({ ...each, by }));
  const outcome = cutOutcome(ranked, decisions);
  const own = actor === 'chair' ? ['a4'] : [];
  const prepare = staged.status !== 'fixed';
  return cut.parse({
    ...{ roundId: 'preselection', categoryId, status: staged.status, revision: staged.revision },
    ...{ seen: `gezien ${staged.revision}`, rule: staged.rule, scale: { lowest: 1, highest: 5 } },
    lines: outcome.lines.flatMap((line) => {
      const entry = stage.entries.find(({ id }) => id === line.submissionId);
      const { fairMean, calibrated } =
        ranked.lines.find((each) => each.submissionId === line.submissionId) ?? {};
      if (entry === undefined) return [];
      const { rank, side, because, byScores, onTheLine } = line;
      return {
        ...{ submission: lineOf(stage, entry), rank, side, because, byScores, fairMean },
        calibrated: calibrated?.score,
        isTied: ranked.cut?.tied.includes(entry.id) ?? false,
        onTheLine: onTheLine && {
          interval: onTheLine.interval,
          judgesLess: onTheLine.dependsOn.length,
          oneMoreJudge: onTheLine.oneMoreJudge,
        },
        isOwn: own.includes(entry.id),
      };
    }),
    tie:
      ranked.cut && ranked.cut.tied.length > 0
        ? { tied: ranked.cut.tied.length, places: ranked.cut.placesLeft }
        : undefined,
    isUndecided: outcome.isUndecided,
    decisions: staged.decisions,
    ...{ proposed: staged.proposed, fixed: staged.fixed, sinceProposed: staged.sinceProposed },
    frozenAt: staged.isFrozen ? stage.asOf : undefined,
    closesAt: '2026-12-02T23:00:00.000Z',
    nextRound: 'Beoordeling',
    how: {
      ...{ decidedBy: ranked.decidedBy, wanted: 'supported', method: ranked.calibration?.method },
      ...{ sheets: ranked.sheets, judges: ranked.judges.length, draws: ranked.calibration?.draws, seed: 7 },
      ...{ inputHash: 'a1'.repeat(32), closingHash: 'b2'.repeat(32) },
    },
    may: {
      ...{ prepare, propose: prepare && !outcome.isUndecided, overrule: prepare && own.length === 0 },
      fix: actor === 'chair' && staged.status === 'proposed' && staged.isFrozen,
    },
  });
}

/** Does it once, on what was seen. */
function act(
  stage: Stage,
  asked: Asked,
  said: { categoryId: string; basedOn: number; key: string },
  change: (staged: StagedCut, made: { by: string; at: string }) => void,
) {
  if (!leads(asked.actor)) return undefined;
  const staged = stagedCut(stage, said.categoryId);
  const isAgain = staged.keys.includes(said.key);
  const isDone = isAgain || staged.revision === said.basedOn;
  if (isDone && !isAgain) {
    change(staged, { by: asked.actor, at: `2026-12-04T09:0${staged.revision % 10}:00.000Z` });
    staged.revision += 1;
    staged.keys.push(said.key);
  }
  return cutDone.parse({ kind: isDone ? 'done' : 'changed', cut: cutOf(stage, asked, said.categoryId) });
}

function changed(stage: Stage, asked: Asked) {
  const said = cutChange.parse(asked.body);
  const { change } = said;
  return act(stage, asked, said, (staged, made) => {
    if (change.kind === 'set-rule') Object.assign(staged, { rule: change.rule, status: 'draft' });
    else if (change.kind === 'undo') staged.decisions.splice(change.which, 1);
    else {
      const decision: CutDecision = { ...change.wish, reason: change.reason, ...made };
      staged.decisions.push(decision);
      staged.history.push({ act: decision.kind === 'move' ? 'move-cut' : decision.kind, ...made, decision });
    }
  });
}

const signed = (status: 'proposed' | 'fixed') => (stage: Stage, asked: Asked) => {
  const act_ = status === 'proposed' ? 'propose-cut' : 'fix-cut';
  return act(stage, asked, cutSignature.parse(asked.body), (staged, made) => {
    Object.assign(staged, { status, [status]: made, sinceProposed: { scores: false, outcome: false } });
    staged.history.push({ act: act_, ...made });
  });
};

function placesOf(stage: Stage, { actor }: Asked) {
  if (!leads(actor)) return undefined;
  const categories = ['direct', 'indirect'].map((categoryId) => ({
    ...{ categoryId, status: stagedCut(stage, categoryId).status },
  }));
  const may = { feedback: actor === 'organiser', export: true, exportNames: true };
  const round = { id: 'preselection', name: 'Voorselectie', closesAt: '2026-12-02T23:00:00.000Z' };
  return cuts.parse({ rounds: [{ ...round, isFrozen: true, categories, may }] });
}

function previewOf(stage: Stage, asked: Asked) {
  if (!leads(asked.actor)) return undefined;
  const categoryId = asked.query.get('category') ?? '';
  const size = Number(asked.query.get('size'));
  const { cut: line } = rankingOf({ ...stage, shortlistSize: size }, categoryId);
  const tied = line?.tied ?? [];
  return cutPreview.parse({
    within: [...(line?.within ?? []), ...tied],
    tie: tied.length === 0 ? undefined : { tied: tied.length, places: line?.placesLeft },
  });
}

export const shortlistRoutes: readonly FakeRoute[] = [
  { method: 'GET', path: /^\/cuts$/, answer: placesOf },
  {
    ...{ method: 'GET', path: /^\/cut$/ },
    answer: (stage, asked) =>
      leads(asked.actor) ? cutOf(stage, asked, asked.query.get('category') ?? '') : undefined,
  },
  { method: 'GET', path: /^\/cut\/preview$/, answer: previewOf },
  {
    ...{ method: 'GET', path: /^\/cut\/history$/ },
    answer: (stage, { query }) =>
      cutHistory.parse({ lines: stagedCut(stage, query.get('category') ?? '').history }),
  },
  { method: 'POST', path: /^\/cut\/change$/, answer: changed },
  { method: 'POST', path: /^\/cut\/propose$/, answer: signed('proposed') },
  { method: 'POST', path: /^\/cut\/fix$/, answer: signed('fixed') },
  ...feedbackRoutes,
  {
    method: 'GET',
    path: /^\/export$/,
    answer: (_stage, { actor }) => (leads(actor) ? { rijen: [] } : undefined),
  },
];
