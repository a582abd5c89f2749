import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createChatLink } from '../../../bot/cards/chat-link.ts';
import { createRenderMessage } from '../../../bot/cards/render-message.ts';
import {
  deliveries,
  deliveryPrefix,
  juryPostName,
  messagePrefix,
  outgoingMessages,
} from '../../../bot/store/documents/message-documents.ts';
import { submissionPartition } from '../../../bot/store/documents/submission-documents.ts';
import { abstain } from '../../../bot/use-cases/abstain.ts';
import { noticeDivergence, startNoticingDivergence } from '../../../bot/use-cases/divergence.ts';
import { findAddress } from '../../../bot/use-cases/find-address.ts';
import { writeSheet } from '../../../bot/use-cases/score-submission.ts';
import { submitInitiative } from '../../../bot/use-cases/submit-initiative.ts';
import { people, tenantId } from '../../teams/people.ts';
import { fields, full, now } from '../domain/examples.ts';
import type { OpenWorld } from './world.ts';
import { openWorld } from './world.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
  await submitInitiative(world.store, {
    submissionId: 'luisterpaal',
    editionId: world.edition.id,
    submitter: 't:s',
    fields,
    receivedAt: now,
  });
});
afterEach(() => world.close());

const partition = submissionPartition('luisterpaal');
const at = { submissionId: 'luisterpaal', roundId: 'preselection' } as const;
const judges = ['juror1', 'juror2', 'juror3', 'juror4', 'juror5'] as const;
const key = (name: (typeof judges)[number]) => ({ tenantId, objectId: people[name].id });
const score = (name: (typeof judges)[number], reuse: number, basedOn = 0) =>
  writeSheet(world, key(name), {
    ...{ ...at, content: { ...full, scores: { ...full.scores, reuse } }, wish: 'hand-in', basedOn },
  });
const notice = () => noticeDivergence(world, 'luisterpaal', 'preselection');
const messages = async () =>
  (await outgoingMessages.list(world.store, partition, { prefix: `${messagePrefix}divergence:` })).map(
    ({ value }) => value,
  );

test('the jury is asked to talk once everybody who counts has handed in, and once', async () => {
  await score('juror1', 1);
  await score('juror2', 5);
  await score('juror3', 3);
  await score('juror4', 3);
  expect(await notice()).toEqual([]);
  await abstain(world, key('juror5'), { ...at, basedOn: 0, reason: 'Ken de indiener' });
  expect(await notice()).toEqual(['reuse']);
  expect(await notice()).toEqual([]);
  await score('juror1', 2, 1);
  await score('juror2', 4, 1);
  await score('juror1', 1, 2);
  expect(await notice()).toEqual([]);
  expect(await messages()).toHaveLength(1);
});

test('from the feed, however often it comes by', async () => {
  for (const [index, name] of judges.entries()) await score(name, index + 1);
  for (let again = 0; again < 2; again += 1) {
    const reader = startNoticingDivergence(world);
    await reader.caughtUp();
    await reader.stop();
  }
  expect(await messages()).toHaveLength(1);
});

test('below the post, in words that give nothing away', async () => {
  for (const [index, name] of judges.entries()) await score(name, index + 1);
  await notice();
  const [message] = await messages();
  if (message === undefined) throw new Error('nothing was said');
  expect(await findAddress(world.store, message.destination)).toBeUndefined();
  const place = { serviceUrl: 'http://127.0.0.1:9/', tenantId: 't', conversationId: '19:jury;messageid=7' };
  await world.store.commit(partition, [
    deliveries.create(deliveryPrefix + juryPostName('preselection'), {
      ...{ state: 'posted', shown: 1, at: { ...place, activityId: '7' } },
    }),
  ]);
  expect(await findAddress(world.store, message.destination)).toEqual({
    kind: 'thread',
    thread: { ...place, teamId: 'team' },
  });
  const render = createRenderMessage({
    world,
    deepLink: () => 'https://teams.example/',
    chatLink: createChatLink({ appId: 'bot' }),
    renderJudging: async () => undefined,
    renderPersonal: async () => undefined,
  });
  const drawn = await render(message.content, message.destination, 'm-1');
  expect(drawn?.summary).toBe('Over Herbruikbaar lopen de oordelen uiteen. Wilt u daar hier over praten?');
  expect(JSON.stringify(drawn?.card.body)).toContain('Over **Herbruikbaar** lopen de oordelen uiteen.');
  expect(JSON.stringify(drawn?.card.body)).not.toMatch(/\d|uror|urylid/);
});
