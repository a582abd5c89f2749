import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { messagePrefix, outgoingMessages } from '../../../../bot/store/documents/message-documents.ts';
import { submissionPartition } from '../../../../bot/store/documents/submission-documents.ts';
import { placeRoundPosts } from '../../../../bot/use-cases/rounds/place-round-posts.ts';
import { withdrawSubmission } from '../../../../bot/use-cases/submitting/withdraw-submission.ts';
import { now } from '../../domain/examples.ts';
import type { ChannelWorld } from '../channels/channel-world.ts';
import { openChannelWorld } from '../channels/channel-world.ts';

let channels: ChannelWorld;
beforeEach(async () => {
  channels = await openChannelWorld();
  for (const id of ['een', 'twee', 'drie']) await channels.handIn(id);
  await channels.bind({ use: 'jury' }, 'A');
  await channels.work();
});
afterEach(() => channels.close());

const names = async (id: string) => {
  const partition = submissionPartition(id);
  const messages = await outgoingMessages.list(channels.world.store, partition, { prefix: messagePrefix });
  return messages.map((each) => each.id.slice(messagePrefix.length));
};

test('those that go on to a round get a post for it, once, and move with the other', async () => {
  await withdrawSubmission(channels.world.store, {
    ...{ submissionId: 'drie', submitter: 't:s', basedOn: 1, receivedAt: now },
  });
  const going = ['twee', 'een', 'drie', 'weg'];
  expect(await placeRoundPosts(channels.world, 'assessment', going)).toBe(2);
  expect(await placeRoundPosts(channels.world, 'assessment', going)).toBe(0);
  expect(await names('een')).toEqual(['post:assessment', 'post:preselection']);
  expect(await names('drie')).toEqual(['post:preselection']);
  await channels.work();
  expect(channels.live('een')).toEqual(['A', 'A']);
  await channels.bind({ use: 'jury' }, 'B');
  await channels.work();
  expect([channels.live('een'), channels.lines('een')]).toEqual([
    ['B', 'B'],
    ['A', 'A'],
  ]);
});
