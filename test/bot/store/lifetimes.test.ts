import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Draft } from '../../../bot/domain/draft/draft.ts';
import type { MessageContent, OutgoingMessage } from '../../../bot/domain/outgoing-message.ts';
import type { Person } from '../../../bot/domain/person.ts';
import { addressLists } from '../../../bot/store/documents/invitation-documents.ts';
import { conversations } from '../../../bot/store/documents/conversation-documents.ts';
import { drafts } from '../../../bot/store/documents/draft-documents.ts';
import {
  deliveries,
  emptyLineDeliveries,
  outgoingMessages,
} from '../../../bot/store/documents/message-documents.ts';
import { openSheets } from '../../../bot/store/documents/open-sheet-documents.ts';
import { questionDeeds, questionPartition } from '../../../bot/store/documents/question-documents.ts';
import {
  submissionPartition,
  takenChangePrefix,
  takenChanges,
} from '../../../bot/store/documents/submission-documents.ts';
import { newConversation } from '../../../bot/domain/draft/conversation.ts';
import type { Operation } from '../../../bot/store/port.ts';
import { askQuestion } from '../../../bot/use-cases/questions/ask-question.ts';
import { changeSubmission } from '../../../bot/use-cases/submitting/change-submission.ts';
import { continueQuestion } from '../../../bot/use-cases/questions/continue-question.ts';
import { keepSheetOpen, openFormOf } from '../../../bot/use-cases/judging/keep-sheet-open.ts';
import { submitInitiative } from '../../../bot/use-cases/submitting/submit-initiative.ts';
import { fields, now } from '../domain/examples.ts';
import type { OpenWorld } from '../use-cases/world.ts';
import { openWorld } from '../use-cases/world.ts';
import { openFreshStore } from './sqlite/open-fresh-store.ts';

const day = 24 * 60 * 60;
const hour = 60 * 60;

describe('what is written with an end, in seconds', () => {
  const delivered = { state: 'undeliverable', reason: 'blocked', since: now } as const;
  const message = (content: MessageContent): OutgoingMessage => ({
    destination: { kind: 'person', person: 'tenant:sanne' },
    content,
    wanted: 1,
  });
  const line = (values: Record<string, string | number>) =>
    message({ kind: 'asked-line', text: 'intake.deleted.line', values });
  const answered = message({ kind: 'answered-line', draftId: 'd', step: 'title', answer: 'Luisterpaal' });
  const inChannel: OutgoingMessage = {
    ...line({}),
    destination: { kind: 'organisers-channel', editionId: 'gd27' },
  };
  const draft = (status: Draft['status']): Draft => ({
    ...{ id: 'd', editionId: 'gd27', submitter: 'tenant:sanne', status, answers: {} },
    ...{ step: 'title', revision: 1, updatedAt: now },
  });

  test.each<[string, number | undefined, Operation[]]>([
    ['an open sheet', day / 2, both(openSheets, { form: 'scores', openedAt: now })],
    ['what was done about a question', 7 * day, both(questionDeeds, { place: 1 })],
    ['that a change was made', 30 * day, both(takenChanges, { revision: 2 })],
    ['a list of addresses', 30 * day, both(addressLists, { taken: 1, invited: 1, given: 0, already: 0 })],
    ['a draft that was thrown away', 30 * day, both(drafts, draft('discarded'))],
    ['a draft that somebody works on', undefined, both(drafts, draft('open'))],
    ['a draft that is being handed in', undefined, both(drafts, draft('handing-in'))],
    ['a draft that was handed in', undefined, both(drafts, draft('handed-in'))],
    ['a chat', undefined, both(conversations, newConversation)],
    ['a line without words of anybody', 30 * day, both(outgoingMessages, line({ count: 2 }))],
    ['a line with what somebody typed', undefined, both(outgoingMessages, line({ title: 'Luisterpaal' }))],
    ['an answer', undefined, both(outgoingMessages, answered)],
    ['a line in a channel', undefined, both(outgoingMessages, inChannel)],
    ['where such a line stands', 90 * day, both(emptyLineDeliveries, delivered)],
    ['where anything else stands', undefined, both(deliveries, delivered)],
  ])('%s: %p', (_, seconds, operations) => {
    expect(operations.map((each) => ('ttlSeconds' in each ? each.ttlSeconds : undefined))).toEqual([
      seconds,
      seconds,
    ]);
  });
});

/** Made, and written again: each write begins anew. */
function both<T>(
  of: { create(id: string, value: T): Operation; replace(id: string, value: T, etag: string): Operation },
  value: T,
): Operation[] {
  return [of.create('a', value), of.replace('a', value, 'e')];
}

describe('when it is over', () => {
  let storeNow: number;
  let world: OpenWorld;
  const pass = (seconds: number) => void (storeNow += seconds * 1_000);
  const judge = { tenantId: 'tenant', objectId: 'juror' };
  const sanne: Person = { tenantId: 'tenant', objectId: 'sanne', name: 'Sanne de Wit', language: 'nl' };

  beforeEach(async () => {
    storeNow = Date.parse(now);
    world = await openWorld({ opened: await openFreshStore(undefined, () => storeNow) });
  });
  afterEach(() => world.close());

  test('a sheet that a judge goes on with stays open, and one that they left closes', async () => {
    const openForm = () => openFormOf(world, judge, 's', 'preselection');
    await keepSheetOpen(world, judge, 's', 'preselection', 'scores');
    pass(11 * hour);
    await keepSheetOpen(world, judge, 's', 'preselection', 'scores');
    pass(11 * hour);
    expect(await openForm()).toBe('scores');
    pass(2 * hour);
    expect(await openForm()).toBeUndefined();
    await keepSheetOpen(world, judge, 's', 'preselection', 'scores');
    expect(await openForm()).toBe('scores');
  });

  test('what Teams brings again is one line of a question; the same a week later is another', async () => {
    await askQuestion(world.store, { key: 'k', at: now, person: sanne, text: 'Mag dit?' });
    const { changes } = await world.store.readFeed('all', null, 1_000);
    const partition = changes.find(({ type }) => type === 'question')?.partition ?? '';
    const questionId = partition.slice(questionPartition('').length);
    const again = async () =>
      (await continueQuestion(world, { key: 'dank', at: now, person: sanne, questionId, text: 'Dank u' }))
        .lines;
    expect(await again()).toBe(2);
    pass(6 * day);
    expect(await again()).toBe(2);
    pass(2 * day);
    expect(await again()).toBe(3);
  });

  describe('that a change was made', () => {
    const submissionId = 'initiatief';
    const partition = submissionPartition(submissionId);
    const change = (changeId: string, before: string, title: string) =>
      changeSubmission(world.store, {
        ...{ changeId, submissionId, submitter: 'tenant:sanne', receivedAt: now },
        basedOn: { ...fields, title: before },
        fields: { ...fields, title },
      });
    const taken = (id: string) => takenChanges.read(world.store, partition, takenChangePrefix + id);

    beforeEach(async () => {
      const { id: editionId } = world.edition;
      await submitInitiative(world.store, {
        ...{ submissionId, editionId, submitter: 'tenant:sanne', fields, receivedAt: now },
      });
      expect(await change('een', fields.title, 'Nieuw')).toMatchObject({ kind: 'done' });
    });

    test('and it is made again, nothing is doubled', async () => {
      const before = await world.store.list(partition);
      pass(29 * day);
      expect(await taken('een')).toBeDefined();
      pass(2 * day);
      expect(await taken('een')).toBeUndefined();
      expect(await change('een', fields.title, 'Nieuw')).toMatchObject({ submission: { revision: 2 } });
      const after = await world.store.list(partition);
      expect(after.map(({ id }) => id)).toEqual(
        before.map(({ id }) => id).filter((id) => id !== `${takenChangePrefix}een`),
      );
    });

    test('and something else was changed since, that stays', async () => {
      await change('twee', 'Nieuw', 'Nieuwer');
      pass(31 * day);
      expect(await change('een', fields.title, 'Nieuw')).toMatchObject({
        kind: 'refused',
        why: 'changed-elsewhere',
        submission: { title: 'Nieuwer' },
      });
    });
  });
});
