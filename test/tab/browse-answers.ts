import type { SubmissionDetail, SubmissionHistory } from '../../bot/http/contract/submissions.ts';
import { submissionHistory } from '../../bot/http/contract/submissions.ts';
import type { SubmissionListLine } from '../../bot/http/contract/submission-list.ts';
import {
  listPageSize,
  listPlaces,
  listQuery,
  placeInList,
  submissionList,
} from '../../bot/http/contract/submission-list.ts';
import type { Asked } from './fake-answers.ts';
import type { FakeRoute } from './fake-routes.ts';
import type { Actor, Entry, Stage } from './stage.ts';
import { stagedFeedback } from './feedback-answers.ts';
import { lineOf } from './stage.ts';

/** The calls of the list of submissions and of one of them. */

const provinces: Record<string, string> = {
  Rotterdam: 'Zuid-Holland',
  "'s-Gravenhage": 'Zuid-Holland',
  Zwolle: 'Overijssel',
  Leeuwarden: 'Fryslân',
  Purmerend: 'Noord-Holland',
  Utrecht: 'Utrecht',
  Amersfoort: 'Utrecht',
};

const isInside = (actor: Actor) => ['organiser', 'chair', 'juror'].includes(actor);

export const browseRoutes: readonly FakeRoute[] = [
  { method: 'GET', path: /^\/submissions$/, answer: listOf },
  { method: 'GET', path: /^\/submissions\/places$/, answer: placesOf },
  {
    method: 'GET',
    path: /^\/submissions\/([\w-]+)\/place$/,
    answer: (stage, asked, [, id]) => {
      const { entries } = hitsOf(stage, asked);
      const at = entries.findIndex((entry) => entry.id === id);
      const [before, after] = [entries[at - 1], entries[at + 1]].map((each) => each && lineOf(stage, each));
      return placeInList.parse({
        total: entries.length,
        ...(at !== -1 && { position: at + 1, before, after }),
      });
    },
  },
  {
    method: 'GET',
    path: /^\/submissions\/([\w-]+)\/history$/,
    answer: (stage, { actor }, [, id]) => {
      const found = stage.entries.find((each) => each.id === id);
      const may = found !== undefined && mayHistory(actor, found);
      return may ? submissionHistory.parse(history) : undefined;
    },
  },
];

function listOf(stage: Stage, asked: Asked): unknown {
  if (!isInside(asked.actor)) return undefined;
  const { from, upTo } = queryOf(asked);
  const { entries, newer } = hitsOf(stage, asked);
  return submissionList.parse({
    lines: entries.slice(from, from + listPageSize).map((entry) => listLine(stage, asked.actor, entry)),
    total: entries.length,
    upTo: upTo ?? stage.entries.length,
    newer,
  });
}

function queryOf({ query }: Asked) {
  return listQuery.parse(Object.fromEntries(query));
}

/** As the server does, with less wit. */
function hitsOf(stage: Stage, asked: Asked): { entries: Entry[]; newer: number } {
  const wish = queryOf(asked);
  const all = stage.entries
    .map((entry, index) => ({ entry, number: index + 1 }))
    .filter(({ entry }) => asked.actor !== 'juror' || entry.own !== 'conflict')
    .filter(({ entry }) => wish.category === undefined || entry.categoryId === wish.category)
    .filter(({ entry }) => wish.province === undefined || provinces[entry.participant] === wish.province)
    .filter(({ entry }) => wish.municipality === undefined || entry.participant === wish.municipality)
    .filter(({ entry }) => wish.status === undefined || (entry.mine ?? 'submitted') === wish.status)
    .filter(({ entry }) => wish.own === undefined || entry.own === wish.own)
    .filter(({ entry }) => {
      const said = `${entry.title} ${entry.participant} ${entry.description}`.toLowerCase();
      return wish.q
        .toLowerCase()
        .split(' ')
        .every((word) => said.includes(word));
    });
  const shown = all.filter(({ number }) => number <= (wish.upTo ?? stage.entries.length));
  const ordered = wish.sort === 'oldest' ? shown : shown.toReversed();
  if (wish.sort === 'title') ordered.sort((a, b) => a.entry.title.localeCompare(b.entry.title, 'nl'));
  return { entries: ordered.map(({ entry }) => entry), newer: all.length - shown.length };
}

function listLine(stage: Stage, actor: Actor, entry: Entry): SubmissionListLine {
  return {
    submission: lineOf(stage, entry),
    status: entry.mine ?? 'submitted',
    province: provinces[entry.participant],
    submittedAt: '2026-11-24T15:30:00.000Z',
    ...(actor === 'juror' && { own: entry.own }),
  };
}

function placesOf(stage: Stage, { actor }: Asked): unknown {
  if (!isInside(actor)) return undefined;
  const names = [...new Set(stage.entries.map(({ participant }) => participant))].sort();
  const municipalities = names.map((name) => ({ code: name, name, province: provinces[name] ?? 'Utrecht' }));
  return listPlaces.parse({ municipalities, hasNone: true });
}

function mayHistory(actor: Actor, { mine }: Entry): boolean {
  return actor === 'organiser' || (actor === 'civilServant' && mine !== undefined);
}

/** What a submission says besides its text, and what the reader can do with it. */
export function answersOf(stage: Stage, actor: Actor, entry: Entry): Partial<SubmissionDetail> {
  const mine = actor === 'civilServant' && entry.mine !== undefined;
  const judges = actor === 'juror';
  return {
    partners: ['Waterschap Aa en Maas', 'Tilburg'],
    proof: 'Sinds maart kwamen er 40 vragen binnen.',
    conditions: [{ question: 'Kan een andere gemeente het overnemen?', answer: 'yes' }],
    own: [{ label: 'Website', text: 'https://www.utrecht.example/balie' }],
    novelty: 'sequel',
    follows: 'Digitale Balie 2025',
    mine,
    may: {
      history: mayHistory(actor, entry),
      score: judges && entry.own !== 'conflict',
      change: mine && entry.mine === 'submitted',
    },
    post: judges ? 'https://teams.microsoft.com/l/message/19:jury@thread.tacv2/17' : undefined,
    chat: 'https://teams.microsoft.com/l/chat/0/0?users=28:app',
    feedback: mine ? [heardOf(stage, entry.id)] : [],
  };
}

/** What was sent in this test, or else what somebody once heard. */
function heardOf(stage: Stage, id: string): SubmissionDetail['feedback'][number] {
  const { status, words, remarks } = stagedFeedback(stage, id);
  if (status !== 'sent') return feedback;
  const told = remarks.filter(({ leftOut }) => !leftOut).map(({ text }) => ({ text }));
  return { ...feedback, words: words.nl, remarks: told };
}

const feedback: SubmissionDetail['feedback'][number] = {
  roundId: 'preselection',
  round: 'Voorselectie',
  sentAt: '2026-12-02T09:00:00.000Z',
  words: 'De jury vond uw inzending sterk.\nU gaat door naar de volgende ronde.',
  remarks: [{ about: 'Resultaat', text: 'Laat nog zien wat het kost.' }, { text: 'Mooi werk.' }],
};

const history: SubmissionHistory = {
  lines: [
    { at: '2026-11-20T09:00:00.000Z', by: 'Sanne de Wit', mine: false, act: 'submit', changes: [] },
    {
      at: '2026-11-21T09:00:00.000Z',
      by: 'Sanne de Wit',
      mine: false,
      act: 'change-submission',
      changes: [
        {
          field: 'title',
          before: { kind: 'text', text: 'Balie voor iedereen' },
          after: { kind: 'text', text: 'Digitale balie voor iedereen' },
        },
        {
          field: 'finished',
          before: { kind: 'period', from: '2025-01-01', to: '2025-12-31' },
          after: { kind: 'period', from: '2025-03-01', to: '2025-03-31' },
        },
        { field: 'own', about: 'Website', after: { kind: 'text', text: 'https://www.utrecht.example' } },
      ],
    },
    { at: '2026-11-22T09:00:00.000Z', by: '', mine: false, act: 'withdraw', changes: [] },
    { at: '2026-11-23T09:00:00.000Z', by: 'Sanne de Wit', mine: false, act: 'restore', changes: [] },
  ],
};
