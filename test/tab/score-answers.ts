import type { Judging } from '../../bot/http/contract/judging.ts';
import { abstentionBody, judgeList, judging, sheetBody } from '../../bot/http/contract/judging.ts';
import type { Asked } from './fake-answers.ts';
import type { FakeRoute } from './fake-routes.ts';
import type { Entry, Stage } from './stage.ts';
import { judgesOf, lineOf, meanOf } from './stage.ts';

/** What a judge keeps of one submission; the card writes it too. */
interface Kept {
  sheet?: Judging['sheet'];
  abstention?: Judging['abstention'];
}

const keptOn = new WeakMap<Stage, Map<string, Kept>>();
const at = '2026-12-03T13:03:00.000Z';
const period = {
  phase: 'open',
  opensAt: '2026-10-01T07:00:00.000Z',
  closesAt: '2026-12-18T23:00:00.000Z',
} as const;
const criteria = [
  { id: 'success', name: 'Succesvol', explanation: 'Het werkt aantoonbaar in de praktijk.', share: 0.5 },
  { id: 'value', name: 'Waardevol', explanation: 'Inwoners hebben er echt iets aan.', share: 0.25 },
  { id: 'reuse', name: 'Herbruikbaar', explanation: 'Een andere gemeente kan het overnemen.', share: 0.25 },
];

/** What the judge in these tests has written of a submission. */
export function keptOf(stage: Stage, id: string): Kept {
  const all = keptOn.get(stage) ?? new Map<string, Kept>();
  keptOn.set(stage, all);
  const found = all.get(id) ?? firstOf(stage, id);
  all.set(id, found);
  return found;
}

function firstOf(stage: Stage, id: string): Kept {
  const { own, means } = entryOf(stage, id) ?? { own: 'none', means: [] };
  if (own === 'none' || own === 'conflict') return {};
  const scores: Record<string, number> =
    own === 'draft' ? { success: 4 } : { success: 4, value: 5, reuse: 4 };
  const sheet = { scores, remarks: {}, overallRemark: '', revision: 1, updatedAt: at };
  return own === 'draft'
    ? { sheet: { ...sheet, status: 'draft' } }
    : { sheet: { ...sheet, status: 'handed-in', handedInAt: at, mean: meanOf(means) } };
}

/** Written on the card, or on another device. */
export function writeElsewhere(
  stage: Stage,
  id: string,
  content: Partial<NonNullable<Judging['sheet']>>,
): void {
  const kept = keptOf(stage, id);
  const before = kept.sheet ?? { scores: {}, remarks: {}, overallRemark: '', status: 'draft', revision: 0 };
  kept.sheet = { ...before, ...content, revision: before.revision + 1, updatedAt: at };
}

function entryOf(stage: Stage, id: string): Entry | undefined {
  return stage.entries.find((each) => each.id === id);
}

function listOf(stage: Stage) {
  const judged = stage.entries.filter(({ own }) => own !== 'conflict');
  return judgeList.parse({
    ...{ roundId: 'preselection', ...period },
    tasks: judged.map((each) => {
      const { sheet, abstention } = keptOf(stage, each.id);
      const state = abstention?.status === 'abstained' ? 'abstained' : (sheet?.status ?? 'none');
      return { submission: lineOf(stage, each), state };
    }),
    conflicts: stage.entries.filter(({ own }) => own === 'conflict').map((each) => lineOf(stage, each)),
  });
}

function judgingOf(stage: Stage, entry: Entry, more: Pick<Partial<Judging>, 'event' | 'missing'> = {}) {
  const { sheet, abstention } = keptOf(stage, entry.id);
  const isAbstaining = abstention?.status === 'abstained';
  return judging.parse({
    judge: 'tenant:juror',
    submission: {
      ...{ line: lineOf(stage, entry), categoryName: 'Direct', whose: 'own', description: entry.description },
      ...{ finished: { from: '2025-03-01', to: '2025-03-31' }, partners: ['Delft', 'Gouda'] },
      ...{ proof: 'Zeven op de tien inwoners vinden het beter dan eerst.', answers: [] },
      judgements: [{ question: 'Kan een andere gemeente het overnemen?', answer: 'yes' }],
    },
    round: {
      ...{ id: 'preselection', name: 'Voorselectie', phase: 'open', closesAt: period.closesAt, criteria },
      scale: { lowest: 1, highest: 5, anchors: [{ value: 3, text: 'goed' }] },
    },
    ...(sheet && !isAbstaining && { sheet }),
    ...(abstention && { abstention }),
    missing: [],
    ...(sheet?.status === 'handed-in' &&
      !isAbstaining && { jury: { handedIn: entry.means.length + 1, judges: judgesOf(entry) } }),
    ...more,
  });
}

function write(stage: Stage, entry: Entry, asked: Asked) {
  const { content, wish, basedOn } = sheetBody.parse(asked.body);
  const kept = keptOf(stage, entry.id);
  if ((kept.sheet?.revision ?? 0) !== basedOn) {
    return judgingOf(stage, entry, { event: 'changed-elsewhere' });
  }
  const missing = criteria.map(({ id }) => id).filter((id) => content.scores[id] === undefined);
  const handsIn = wish === 'hand-in' && missing.length === 0;
  const scores = Object.values(content.scores).filter((score) => score !== 'not-assessable');
  kept.sheet = {
    ...{ ...content, revision: basedOn + 1, updatedAt: at },
    ...(handsIn
      ? { status: 'handed-in', handedInAt: kept.sheet?.handedInAt ?? at, mean: meanOf(scores) }
      : { status: 'draft' }),
  };
  return judgingOf(stage, entry, {
    event: handsIn ? 'handed-in' : 'saved',
    missing: wish === 'save' ? [] : missing,
  });
}

function abstain(stage: Stage, entry: Entry, asked: Asked) {
  const { reason, basedOn } = abstentionBody.parse(asked.body);
  const kept = keptOf(stage, entry.id);
  kept.abstention = {
    ...{ revision: basedOn + 1, updatedAt: at, reason: reason ?? kept.abstention?.reason ?? '' },
    status: reason === undefined ? 'undone' : 'abstained',
  };
  return judgingOf(stage, entry);
}

type Answering = (stage: Stage, entry: Entry, asked: Asked) => unknown;

/** Only for who judges it. */
function route(method: Asked['method'], part: string, answering: Answering): FakeRoute {
  return {
    method,
    path: new RegExp(`^/submissions/([^/]+)/${part}$`),
    answer: (stage, asked, [, id = '']) => {
      const entry = entryOf(stage, id);
      const judges = asked.actor === 'juror' && entry !== undefined && entry.own !== 'conflict';
      return judges ? answering(stage, entry, asked) : undefined;
    },
  };
}

export const scoreRoutes: readonly FakeRoute[] = [
  {
    method: 'GET',
    path: /^\/judging$/,
    answer: (stage, { actor }) => (actor === 'juror' ? listOf(stage) : undefined),
  },
  route('GET', 'sheet', (stage, entry) => judgingOf(stage, entry)),
  route('POST', 'sheet', write),
  route('POST', 'abstention', abstain),
];
