import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { feedbackWords } from '../../../../bot/conversation/feedback-words.ts';
import { viewAllFeedback } from '../../../../bot/conversation/feedback-view.ts';
import { afterFeedbackDeed } from '../../../../bot/domain/judging/feedback.ts';
import { feedbackRemarks } from '../../../../bot/domain/judging/feedback-findings.ts';
import { seemsToName } from '../../../../bot/domain/judging/names-in-text.ts';
import { feedbackMessageName } from '../../../../bot/store/documents/feedback-documents.ts';
import { messagePrefix } from '../../../../bot/store/documents/message-documents.ts';
import { submissionPartition } from '../../../../bot/store/documents/submission-documents.ts';
import {
  approveFeedback,
  draftFeedback,
  editFeedback,
  sendFeedback,
  viewFeedback,
} from '../../../../bot/use-cases/feedback/feedback-write.ts';
import { verifyLog } from '../../../../bot/use-cases/log/verify-log.ts';
import { freeze, key, openScored, scoreIt } from '../cut/cut-world.ts';
import type { OpenWorld } from '../world.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openScored();
});
afterEach(() => world.close());

const place = { submissionId: 'aap', roundId: 'preselection' } as const;
let commands = 0;
const command = (basedOn: number, submissionId = 'aap') => ({
  ...{ ...place, submissionId, basedOn },
  key: `bevel-${String((commands += 1))}`,
});
const organiser = key('organiser');
const draft = (submissionId = 'aap') =>
  draftFeedback(world, organiser, command(0, submissionId), feedbackWords);
const message = () =>
  world.store.read(submissionPartition('aap'), messagePrefix + feedbackMessageName('preselection'));

test.each([
  [undefined, ['draft', undefined, undefined, undefined]],
  ['draft', ['draft', 'draft', 'approved', undefined]],
  ['approved', ['draft', 'draft', undefined, 'sent']],
  ['sent', [undefined, undefined, undefined, undefined]],
] as const)('%s becomes %j by drafting, editing, approving, sending', (status, expected) => {
  const deeds = ['draft', 'edit', 'approve', 'send'] as const;
  expect(deeds.map((deed) => afterFeedbackDeed(status, deed))).toEqual(expected);
});

test.each([
  ['Goed onderbouwd, Nederland kan hiervan leren.', false],
  ['Dit sluit aan bij wat Petra Vermeulen zei.', true],
  ['Mooi werk van petra.', true],
  ['Wij spraken mevrouw Jansen hierover.', true],
  ['Bel ons op 06-12345678.', true],
  ['Mail naar iemand@gouda.example.', true],
  ['We hebben met Kees de Boer gesproken.', true],
])('“%s” seems to name somebody: %s', (text, names) => {
  expect(seemsToName(text, ['Petra Vermeulen', 'Jurylid 1'])).toBe(names);
});

test('remarks are tidied, kept per criterion, and shuffled by the seed alone', () => {
  const sheets = ['een', ' twee\n\nregels ', 'drie', '', 'vier'].map((text) => ({
    ...{ scores: {}, remarks: { success: text }, overallRemark: text.toUpperCase() },
  }));
  const made = (seed: number) => feedbackRemarks(sheets, [{ id: 'success', weight: 1 }], { names: [], seed });
  expect(made(1)).toEqual(made(1));
  expect(
    made(1)
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['een', 'twee regels', 'drie', 'vier', 'EEN', 'TWEE REGELS', 'DRIE', 'VIER'].sort());
  expect(
    made(1)
      .slice(0, 4)
      .every(({ criterionId }) => criterionId === 'success'),
  ).toBe(true);
});

describe('feedback', () => {
  test('is drafted once the sheets are frozen, by the organiser, in words without judges or numbers', async () => {
    await scoreIt(world, 'aap', 0, 5, { basedOn: 1, remark: 'Jurylid 2 vond dit ook sterk' });
    await expect(draft()).rejects.toMatchObject({ code: 'round-not-frozen' });
    await freeze(world);
    for (const name of ['chair', 'juror1', 'sanne'] as const) {
      await expect(viewFeedback(world, key(name), place)).rejects.toMatchObject({ code: 'not-found' });
    }
    const { feedback } = await draft();
    expect(feedback?.findings).toMatchObject({ sheets: 4, overall: 'above', next: 'announced-later' });
    expect(feedback?.findings.criteria).toHaveLength(4);
    expect(feedback?.remarks).toEqual([{ text: 'Jurylid 2 vond dit ook sterk', seemsToName: false }]);
    expect(JSON.stringify(feedback)).not.toContain(key('juror1').objectId);
  });

  test('says nothing per criterion below three sheets', async () => {
    await world.close();
    world = await openScored({ aap: [5, 1], noot: [4, 4, 4], mies: [3, 3, 3], wim: [2, 2, 2] });
    await freeze(world);
    const { feedback } = await draft();
    expect(feedback?.findings).toEqual({ sheets: 2, criteria: [], next: 'announced-later' });
  });

  test('is sent only once approved, to who handed in, once, and then read with their submission', async () => {
    await freeze(world);
    await draft();
    await expect(sendFeedback(world, organiser, command(1))).rejects.toMatchObject({
      code: 'feedback-not-approved',
    });
    await approveFeedback(world, organiser, command(1));
    const words = { nl: 'Eigen woorden', en: 'Own words' };
    await editFeedback(world, organiser, { ...command(2), words, remarks: [] });
    await expect(sendFeedback(world, organiser, command(3))).rejects.toMatchObject({
      code: 'feedback-not-approved',
    });
    await approveFeedback(world, organiser, command(3));
    expect(await viewAllFeedback(world, 't:s', 'aap', 'nl')).toEqual([]);
    expect(await message()).toBeUndefined();
    const send = command(4);
    const sent = await sendFeedback(world, organiser, send);
    expect(await sendFeedback(world, organiser, send)).toEqual(sent);
    expect(await sendFeedback(world, organiser, command(4))).toMatchObject({ kind: 'changed' });
    await expect(sendFeedback(world, organiser, command(5))).rejects.toMatchObject({ code: 'feedback-sent' });
    expect((await message())?.body).toMatchObject({
      destination: { kind: 'person', person: 't:s' },
      content: { kind: 'feedback', ...place },
    });
    expect(await viewAllFeedback(world, 't:s', 'aap', 'en')).toMatchObject([
      { view: { words: 'Own words' } },
    ]);
    expect(await viewAllFeedback(world, 't:x', 'aap', 'nl')).toEqual([]);
    expect((await verifyLog(world.store)).faults).toEqual([]);
  });
});
