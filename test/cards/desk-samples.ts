import { deskAssignmentDrawing } from '../../bot/cards/desk-assignment-drawing.ts';
import { deskChannelsDrawing } from '../../bot/cards/desk-channels-drawing.ts';
import { deskDrawing } from '../../bot/cards/desk-drawing.ts';
import { deskRoundDrawing } from '../../bot/cards/desk-round-drawing.ts';
import { movedPostDrawing } from '../../bot/cards/moved-post-card.ts';
import type { AssignmentPreview } from '../../bot/use-cases/rounds/assign-judges.ts';
import type {
  DeskChannel,
  DeskChannelsView,
  DeskRoundView,
  DeskView,
} from '../../bot/use-cases/overview/view-desk.ts';
import { edition as makeEdition, now, role, round as makeRound, submission } from '../bot/domain/examples.ts';

/** The cards of an organiser's desk as people meet them, to look at and to test. */

const edition = makeEdition();
const preselection = makeRound();
const assessment = makeRound({ id: 'assessment', name: { nl: 'Beoordeling', en: 'Assessment' } });
const channel = {
  ...{ serviceUrl: 'https://smba.trafficmanager.net/emea/', conversationId: '19:jury@thread.tacv2' },
  ...{ tenantId: '5d0a7c1e-94b2-4f3a-8c6d-2e1f7b9a3c40', teamId: '6e9d4c2b-1a0f-4e8d-b7c6-a5948372615f' },
};
const own = edition.categories.map((category): DeskChannel => ({
  ...{ id: `channel:${category.id}`, category, use: { use: 'jury', categoryId: category.id } },
}));
const [direct, ...others] = own;
const channels: DeskChannel[] = [
  { id: 'channel:all', use: { use: 'jury' }, binding: { ...channel, since: now } },
  ...(direct === undefined ? [] : [{ ...direct, binding: { ...channel, state: 'lost' as const, turn: 2 } }]),
  ...others,
  { id: 'organisers-channel', use: { use: 'organisers' }, binding: channel },
];

export const deskView: DeskView = {
  edition,
  phase: 'open',
  rounds: [
    {
      round: preselection,
      phase: 'open',
      submissions: 12,
      sheets: { handedIn: 31, expected: 56 },
    },
    { round: assessment, phase: 'before', submissions: 12, sheets: { handedIn: 0, expected: 56 } },
  ],
  channels: channels.filter(({ binding }) => binding?.state !== 'lost'),
};

const roundView: DeskRoundView = {
  ...{ edition, now, round: preselection, phase: 'open', submissions: 12 },
  sheets: { handedIn: 31, expected: 56 },
};
const closed: DeskRoundView = { ...roundView, phase: 'closed', round: { ...preselection, closesAt: now } };

export const channelsView: DeskChannelsView = { edition, channels, askedAnew: 0 };

const judges = ['Jurylid 1', 'Jurylid 2', 'Jurylid 3'].map((name) => role(name, ['juror']));
export const preview: AssignmentPreview = {
  edition,
  round: { ...preselection, assignment: { perSubmission: 3 } },
  seed: 1,
  cases: [1, 2].map((number) => ({
    submission: submission({ id: `inzending-${String(number)}`, number }),
    ...{ judges: judges.map(({ name }) => name), added: ['Jurylid 1'], removed: [] },
  })),
  judges: judges.map((judge, index) => ({ judge, before: index, after: index + 1 })),
  short: [],
  connection: 'connected',
  fingerprint: '0f1e2d3c',
};
const many = Array.from({ length: 45 }, (_, index) => ({
  ...{ judge: role(`Scoorder ${String(index + 1).padStart(2, '0')}`, ['scorer']), before: 12, after: 13 },
}));
const short = [1, 2].map((number) => ({ submissionId: `inzending-${String(number)}`, judges: 2 }));

/** By card, then by file name without `.json`. */
export const deskSamples: Record<string, Record<string, object>> = {
  desk: {
    sample: deskDrawing(deskView, 'nl').values,
    'sample.lost': deskDrawing({ ...deskView, channels, phase: 'closed' }, 'nl').values,
    'sample.english': deskDrawing({ ...deskView, phase: 'before' }, 'en').values,
  },
  'desk-round': {
    sample: deskRoundDrawing(roundView, 'nl').values,
    'sample.before': deskRoundDrawing({ ...roundView, phase: 'before' }, 'nl').values,
    'sample.asking': deskRoundDrawing(roundView, 'nl', { asking: { act: 'close' } }).values,
    'sample.closed': deskRoundDrawing(closed, 'nl', { remark: 'desk.round.done.close' }).values,
    'sample.reopening': deskRoundDrawing(closed, 'nl', {
      asking: { act: 'reopen', until: '2026-12-04T16:00:00.000Z' },
    }).values,
  },
  'desk-assignment': {
    sample: deskAssignmentDrawing({ ...preview, preview }, 'nl').values,
    'sample.everybody': deskAssignmentDrawing(roundView, 'nl').values,
    'sample.many': deskAssignmentDrawing(
      { ...preview, preview: { ...preview, judges: many, short, connection: 'kept-apart' } },
      'nl',
      { page: 1, remark: 'desk.assignment.changed' },
    ).values,
  },
  'desk-channels': {
    sample: deskChannelsDrawing(channelsView, 'nl').values,
    'sample.unbinding': deskChannelsDrawing(channelsView, 'nl', { asking: { unbind: 'channel:all' } }).values,
    'sample.anew': deskChannelsDrawing(channelsView, 'nl', { asking: 'anew' }).values,
  },
  'moved-post': {
    sample: movedPostDrawing('GD27-0013', {
      ...{ tenantId: channel.tenantId, teamId: channel.teamId },
      ...{ channelId: '19:direct@thread.tacv2', messageId: '1795693014420' },
    }).values,
    'sample.on-its-way': movedPostDrawing('GD27-0013', undefined).values,
  },
};
