import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Talk } from '../../../../bot/domain/discussion.ts';
import {
  discussionLineId,
  discussionLines,
  discussionSizeId,
  discussionSizes,
  juryThreads,
} from '../../../../bot/store/documents/discussion-documents.ts';
import {
  deliveries,
  deliveryPrefix,
  juryPostName,
} from '../../../../bot/store/documents/message-documents.ts';
import { auditHeads, submissionPartition } from '../../../../bot/store/documents/submission-documents.ts';
import type { DocumentStore } from '../../../../bot/store/port.ts';
import { PreconditionFailedError } from '../../../../bot/store/port.ts';
import { startKeepingThreads } from '../../../../bot/use-cases/judging/jury-threads.ts';
import { keepTalk } from '../../../../bot/use-cases/submitting/keep-talk.ts';
import { writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { verifyState } from '../../../../bot/use-cases/log/verify-log-state.ts';
import { withdrawSubmission } from '../../../../bot/use-cases/submitting/withdraw-submission.ts';
import { createJuryThreads } from '../../../../bot/views/jury-threads.ts';
import { effort } from '../../../runs.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { fields, full, now } from '../../domain/examples.ts';
import { anyHistory, anyOrder, talkAt } from '../../domain/talk-histories.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

const submissionId = 'luisterpaal';
const partition = submissionPartition(submissionId);
const place = { serviceUrl: 'http://127.0.0.1:9/', tenantId: 't' };
const conversationId = '19:jury;messageid=7';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
  await submitInitiative(world.store, {
    ...{ submissionId, editionId: world.edition.id, submitter: 't:s', fields, receivedAt: now },
  });
  await post(7);
});
afterEach(() => world.close());

/** The post stands in Teams. */
async function post(root: number, suffix = ''): Promise<void> {
  const at = { ...place, conversationId: `19:jury;messageid=${root}`, activityId: String(root) };
  const id = `${deliveryPrefix}${juryPostName('preselection')}${suffix}`;
  const before = await deliveries.read(world.store, partition, id);
  await world.store.commit(partition, [deliveries.write(id, { state: 'posted', at, shown: 1 }, before)]);
}

const keep = (talk: Talk, thread = conversationId, store: DocumentStore = world.store) =>
  keepTalk(store, { submissionId, conversationId: thread }, talk);
const lines = async () => (await discussionLines.list(world.store, partition)).map(({ value }) => value);
const everything = async () => JSON.stringify(await world.store.list(partition));

test('what is said is kept with the submission, and what is said again writes nothing', async () => {
  expect(await keep(talkAt('new', 1, 'mooi'))).toBe(true);
  const before = await everything();
  expect(await keep(talkAt('new', 1, 'mooi'))).toBe(true);
  expect(await everything()).toBe(before);
  expect(await lines()).toEqual([
    {
      ...{ roundId: 'preselection', messageId: 'm-1', author: 't:juror', authorName: 'Jurylid 1' },
      ...{ text: 'mooi', isCut: false, hasAttachment: false, saidAt: talkAt('new', 1).at },
    },
  ]);
});

test('what is deleted leaves no text anywhere, whatever order it is told in', async () => {
  let place = 0;
  await fc.assert(
    fc.asyncProperty(anyHistory, anyOrder, async (history, order) => {
      const messageId = `p-${(place += 1)}`;
      const mark = (talk: Talk): Talk => ({
        ...{ ...talk, messageId, author: `t:${messageId}` },
        text: talk.text === '' ? '' : `kanarie${messageId}|${talk.text}`,
      });
      const told = [...history, talkAt('deleted', 99)].map(mark);
      for (const talk of order(told)) await keep(talk);
      const line = (await lines()).find((each) => each.messageId === messageId);
      expect(line).toMatchObject({ text: '', deletedAt: talkAt('deleted', 99).at });
      expect(await everything()).not.toContain(`kanarie${messageId}|`);
    }),
    effort(25, 400),
  );
});

test('all at once, also under another id, it is one line', async () => {
  const said = talkAt('new', 1, 'mooi');
  const tellings = [said, said, { ...said, messageId: 'm-2' }, talkAt('edited', 2, 'heel mooi'), said];
  await Promise.all(tellings.map((talk) => keep(talk)));
  expect((await lines()).filter(({ sameAs }) => sameAs === undefined)).toMatchObject([{ text: 'heel mooi' }]);
});

test('two servers at once know of each other', async () => {
  const said = talkAt('new', 1, 'mooi');
  let isFirst = true;
  const other = delegatingStore(world.store, {
    commit: async (at, operations) => {
      if (isFirst) {
        isFirst = false;
        await keepElsewhere({ ...said, messageId: 'm-2' });
      }
      return world.store.commit(at, operations);
    },
  });
  await keep(said, conversationId, other);
  expect((await lines()).filter(({ sameAs }) => sameAs === undefined)).toHaveLength(1);
});

/** As another process would: without waiting in this one's line. */
async function keepElsewhere(talk: Talk): Promise<void> {
  const { kind: _kind, at, ...line } = talk;
  await world.store.commit(partition, [
    discussionLines.create(discussionLineId('preselection', talk.messageId), {
      ...{ ...line, roundId: 'preselection', saidAt: at },
    }),
    discussionSizes.create(discussionSizeId('preselection'), { lines: 1 }),
  ]);
}

describe('what is not the jury’s talk is left alone:', () => {
  test.each([
    ['another thread', '19:jury;messageid=8', 'm-1'],
    ['the channel itself', '19:jury', 'm-1'],
    ['the post itself, taken away', conversationId, '7'],
  ])('%s', async (_what, thread, messageId) => {
    const before = await everything();
    for (const kind of ['new', 'edited', 'deleted'] as const)
      expect(await keep({ ...talkAt(kind, 1, 'x'), messageId }, thread)).toBe(false);
    expect(await everything()).toBe(before);
  });

  test('a thread of another submission', async () => {
    expect(
      await keepTalk(world.store, { submissionId: 'ander', conversationId }, talkAt('new', 1, 'x')),
    ).toBe(false);
  });
});

test('judges go on scoring meanwhile: nobody waits, and the log does not tell', async () => {
  const judge = { tenantId, objectId: people.juror1.id };
  const at = { submissionId, roundId: 'preselection', wish: 'save' } as const;
  const command = { ...at, content: full, basedOn: 0 };
  const head = await auditHeads.list(world.store, partition);
  await keep(talkAt('new', 1, 'kanarie'));
  expect(await auditHeads.list(world.store, partition)).toEqual(head);
  // The sheet was being written when something was said: it is written at the first attempt.
  let commits = 0;
  const store = delegatingStore(world.store, {
    commit: async (...args) => {
      commits += 1;
      if (commits === 1) await keep(talkAt('edited', 2, 'kanarie op stok'));
      return world.store.commit(...args);
    },
  });
  await writeSheet({ ...world, store }, judge, command);
  expect(commits).toBe(1);
  const documents = await world.store.list(partition);
  expect(verifyState(partition, documents).faults).toEqual([]);
  expect(JSON.stringify(documents.filter(({ type }) => type === 'audit-entry'))).not.toContain('kanarie');
});

test('it goes on after the submission was withdrawn and the round has closed', async () => {
  world.setNow('2027-12-01T10:00:00.000Z');
  const other = { ...talkAt('new', 2, 'jammer'), messageId: 'm-2' };
  await keep(talkAt('new', 1, 'mooi'));
  const withdrawal = { submissionId, submitter: 't:s', basedOn: 1, receivedAt: now };
  await withdrawSubmission(world.store, withdrawal);
  expect(await keep(other)).toBe(true);
  expect(await lines()).toHaveLength(2);
});

test('an old thread stays the submission’s when its post was taken away, also after a restart', async () => {
  const reader = startKeepingThreads({ store: world.store });
  await reader.caughtUp();
  const id = `${deliveryPrefix}${juryPostName('preselection')}`;
  const { etag = '' } = (await deliveries.read(world.store, partition, id)) ?? {};
  await world.store.commit(partition, [{ kind: 'delete', id, etag }]);
  await post(8, ':indirect');
  await reader.stop();
  const again = startKeepingThreads({ store: world.store });
  await again.caughtUp();
  await again.stop();
  expect(await juryThreads.list(world.store, partition)).toHaveLength(2);
  const view = createJuryThreads();
  view.apply(await world.catchUp());
  for (const root of [7, 8]) {
    const thread = `19:jury;messageid=${root}`;
    expect(view.threadAt(thread)).toEqual({ submissionId, roundId: 'preselection', conversationId: thread });
    expect(await keep({ ...talkAt('new', root, 'mooi'), messageId: `m-${root}` }, thread)).toBe(true);
  }
  expect(view.threadAt('19:jury;messageid=9')).toBeUndefined();
});

test('what goes wrong is thrown, so that Teams brings it again', async () => {
  const store = delegatingStore(world.store, {
    commit: () => Promise.reject(new Error('the disk is full')),
  });
  await expect(keep(talkAt('new', 1, 'x'), conversationId, store)).rejects.toThrow('the disk is full');
  const never = delegatingStore(world.store, {
    commit: (at) => Promise.reject(new PreconditionFailedError(at, 'x')),
  });
  await expect(keep(talkAt('new', 1, 'x'), conversationId, never)).rejects.toThrow(PreconditionFailedError);
});
