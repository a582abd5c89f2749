import type { Feedback } from '../../bot/http/contract/feedback.ts';
import {
  feedback,
  feedbackDeed,
  feedbackDone,
  feedbackForAll,
  feedbackList,
  feedbackRun,
} from '../../bot/http/contract/feedback.ts';
import type { Asked } from './fake-answers.ts';
import type { FakeRoute } from './fake-routes.ts';
import type { Entry, Stage } from './stage.ts';
import { lineOf } from './stage.ts';

/** Feedback as the server of these tests keeps it. */
export interface StagedFeedback {
  status: Feedback['line']['status'];
  revision: number;
  words: Feedback['words'];
  remarks: Feedback['remarks'];
}

const kept = new WeakMap<Stage, Map<string, StagedFeedback>>();

/** For a test to change: what somebody else did, say. */
export function stagedFeedback(stage: Stage, id: string): StagedFeedback {
  const ofStage = kept.get(stage) ?? new Map<string, StagedFeedback>();
  kept.set(stage, ofStage);
  const there = ofStage.get(id) ?? {
    ...{ status: 'none' as const, revision: 0, words: { nl: '', en: '' }, remarks: [] },
  };
  ofStage.set(id, there);
  return there;
}

function drafted(staged: StagedFeedback, { id, title }: Entry): void {
  Object.assign(staged, {
    status: 'draft',
    words: {
      nl: `Bedankt voor uw inzending ‘${title}’.\nUw inzending gaat door.`,
      en: `Thank you for ‘${title}’.\nYour submission goes on.`,
    },
    remarks: [
      { criterionId: 'success', text: 'Mooi onderbouwd.', seemsToName: false, leftOut: false },
      { text: 'Zoals Petra al zei: dit werkt.', seemsToName: id === 'a2', leftOut: false },
    ],
  });
}

function lineFor(stage: Stage, entry: Entry): Feedback['line'] {
  const { status, remarks } = stagedFeedback(stage, entry.id);
  const told = remarks.filter(({ leftOut }) => !leftOut);
  return {
    ...{ submission: lineOf(stage, entry), status, isOutdated: false, remarks: told.length },
    naming: told.filter(({ seemsToName }) => seemsToName).length,
    ...(status !== 'none' && { next: 'goes-on' }),
    ...(status === 'sent' && { sentAt: '2026-12-05T09:00:00.000Z', delivery: 'delivered' }),
  };
}

function feedbackOf(stage: Stage, id: string): Feedback | undefined {
  const entry = stage.entries.find((each) => each.id === id);
  if (entry === undefined) return undefined;
  const { revision, words, remarks, status } = stagedFeedback(stage, id);
  const who = { by: 'organiser', at: '2026-12-05T09:00:00.000Z' };
  return feedback.parse({
    ...{ line: lineFor(stage, entry), revision, words, remarks },
    roundName: { nl: 'Voorselectie', en: 'Preselection' },
    criteria: [{ id: 'success', name: { nl: 'Succesvol', en: 'Successful' } }],
    most: { words: 4_000, remark: 1_000 },
    ...(status === 'approved' && { approved: who }),
    ...(status === 'sent' && { approved: who, sent: who }),
  });
}

function carryOut(stage: Stage, { body }: Asked, id: string) {
  const said = feedbackDeed.parse(body);
  const entry = stage.entries.find((each) => each.id === id);
  const staged = stagedFeedback(stage, id);
  if (entry === undefined) return undefined;
  const isDone = staged.revision === said.basedOn;
  if (isDone) {
    if (said.deed === 'draft') drafted(staged, entry);
    else if (said.deed === 'edit') Object.assign(staged, { ...said, status: 'draft' });
    else staged.status = said.deed === 'approve' ? 'approved' : 'sent';
    staged.revision += 1;
  }
  return feedbackDone.parse({ kind: isDone ? 'done' : 'changed', feedback: feedbackOf(stage, id) });
}

/** Two at a time, so that there is something to see of how far it is. */
function forAll(stage: Stage, { body }: Asked) {
  const { wish, from } = feedbackForAll.parse(body);
  const part = stage.entries.slice(from, from + 2);
  let done = 0;
  for (const entry of part) {
    const staged = stagedFeedback(stage, entry.id);
    const { status, naming } = lineFor(stage, entry);
    if (wish === 'draft' && status === 'none') drafted(staged, entry);
    else if (wish === 'approve' && status === 'draft' && naming === 0) staged.status = 'approved';
    else if (wish === 'send' && status === 'approved') staged.status = 'sent';
    else continue;
    staged.revision += 1;
    done += 1;
  }
  return feedbackRun.parse({ done, passedOver: 0, upTo: from + part.length, of: stage.entries.length });
}

const organises = ({ actor }: Asked) => actor === 'organiser';

export const feedbackRoutes: readonly FakeRoute[] = [
  {
    ...{ method: 'GET', path: /^\/feedback$/ },
    answer: (stage, asked) =>
      organises(asked)
        ? feedbackList.parse({
            roundId: 'preselection',
            lines: stage.entries.map((entry) => lineFor(stage, entry)),
          })
        : undefined,
  },
  {
    ...{ method: 'POST', path: /^\/feedback\/all$/ },
    answer: (stage, asked) => (organises(asked) ? forAll(stage, asked) : undefined),
  },
  {
    ...{ method: 'GET', path: /^\/feedback\/(\w+)$/ },
    answer: (stage, asked, [, id = '']) => (organises(asked) ? feedbackOf(stage, id) : undefined),
  },
  {
    ...{ method: 'POST', path: /^\/feedback\/(\w+)$/ },
    answer: (stage, asked, [, id = '']) => (organises(asked) ? carryOut(stage, asked, id) : undefined),
  },
];
