import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createChatLink } from '../../../../bot/cards/chat-link.ts';
import { createRenderMessage } from '../../../../bot/cards/render-message.ts';
import {
  deliveries,
  deliveryPrefix,
  juryPostName,
  messagePrefix,
  outgoingMessages,
} from '../../../../bot/store/documents/message-documents.ts';
import {
  auditEntries,
  auditPrefix,
  sheetPrefix,
  submissionPartition,
} from '../../../../bot/store/documents/submission-documents.ts';
import {
  abstentionPrefix,
  assignmentId,
  assignments,
} from '../../../../bot/store/documents/judging-documents.ts';
import {
  editionDocumentId,
  editionPartition,
  editions,
} from '../../../../bot/store/documents/edition-documents.ts';
import { personId } from '../../../../bot/domain/person.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import { abstain } from '../../../../bot/use-cases/judging/abstain.ts';
import { noticeDivergence } from '../../../../bot/use-cases/judging/divergence.ts';
import { startNoticingDivergence } from '../../../../bot/use-cases/judging/follow-divergence.ts';
import { findAddress } from '../../../../bot/use-cases/people/find-address.ts';
import { writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { fields, full, now } from '../../domain/examples.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';
import { waitFor } from '../../../wait-for.ts';

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

const postName = juryPostName(at.roundId);
const log = async () =>
  (await auditEntries.list(world.store, partition, { prefix: auditPrefix })).map(({ value }) => value);

async function handInAll(scores: readonly number[]): Promise<void> {
  for (const [index, reuse] of scores.entries()) {
    const name = judges[index];
    if (name !== undefined) await score(name, reuse);
  }
}

/** The round has judges assigned: these. */
async function assignOnly(names: readonly (typeof judges)[number][]): Promise<void> {
  const place = editionPartition(world.edition.id);
  const stored = await editions.read(world.store, place, editionDocumentId);
  if (stored === undefined) throw new Error('there is no edition');
  const rounds = stored.value.rounds.map((round) => ({ ...round, assignment: { perSubmission: 4 } }));
  await world.store.commit(place, [
    editions.replace(editionDocumentId, { ...stored.value, rounds }, stored.etag),
  ]);
  const assigned = { roundId: at.roundId, judges: names.map((name) => personId(key(name))), plan: 1 };
  await world.store.commit(partition, [assignments.create(assignmentId(at.roundId), assigned)]);
}

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

test('as soon as the last sheet comes by, with no sheet read before', async () => {
  const listed: string[] = [];
  const store = delegatingStore(world.store, {
    list: (...args) => {
      listed.push(args[1]?.prefix ?? '');
      return world.store.list(...args);
    },
  });
  const reader = startNoticingDivergence({ ...world, store });
  await reader.caughtUp();
  await handInAll([1, 5, 3, 3]);
  const isRead = (prefix: string) => listed.includes(prefix);
  await waitFor('somebody to look', () => isRead(abstentionPrefix(at.roundId)));
  expect(isRead(sheetPrefix(at.roundId))).toBe(false);
  await score('juror5', 3);
  await waitFor('the jury to be asked', async () => (await messages()).length === 1);
  await reader.stop();
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

test('again for another criterion, and for that one alone', async () => {
  await handInAll([1, 5, 3, 3, 3]);
  expect(await notice()).toEqual(['reuse']);
  const scores = { ...full.scores, reuse: 1, success: 1 };
  await writeSheet(world, key('juror1'), {
    ...{ ...at, content: { ...full, scores }, wish: 'hand-in', basedOn: 1 },
  });
  expect(await notice()).toEqual(['success']);
  expect(await notice()).toEqual([]);
  expect((await messages()).map(({ content }) => content)).toEqual([
    { kind: 'divergence', ...at, criterionIds: ['reuse'] },
    { kind: 'divergence', ...at, criterionIds: ['success'] },
  ]);
});

test('all the same when it died before it could say so, and when it notices twice at once', async () => {
  await handInAll([1, 5, 3, 3, 3]);
  const dying = delegatingStore(world.store, { commit: () => Promise.reject(new Error('killed')) });
  await expect(noticeDivergence({ ...world, store: dying }, at.submissionId, at.roundId)).rejects.toThrow(
    'killed',
  );
  expect(await messages()).toEqual([]);
  expect((await Promise.all([notice(), notice(), notice()])).flat()).toEqual(['reuse']);
  expect(await messages()).toHaveLength(1);
  expect((await log()).filter(({ act }) => act === 'note-divergence')).toHaveLength(1);
});

test('what another server was first with is not said again', async () => {
  await handInAll([1, 5, 3, 3, 3]);
  let isFirst = true;
  const slower = delegatingStore(world.store, {
    commit: async (...args) => {
      if (!isFirst) return world.store.commit(...args);
      isFirst = false;
      await world.store.commit(...args);
      // The other one had the same to say.
      return world.store.commit(...args);
    },
  });
  expect(await noticeDivergence({ ...world, store: slower }, at.submissionId, at.roundId)).toEqual([]);
  expect(await messages()).toHaveLength(1);
});

test('when others are assigned and all of those have handed in', async () => {
  await handInAll([1, 5, 3, 3]);
  expect(await notice()).toEqual([]);
  await assignOnly(judges.slice(0, 4));
  const reader = startNoticingDivergence(world);
  await reader.caughtUp();
  await reader.stop();
  expect(await messages()).toHaveLength(1);
});

test('below the post as it stands now, when it has moved', async () => {
  await handInAll([1, 5, 3, 3, 3]);
  await notice();
  const [message] = await messages();
  if (message === undefined) throw new Error('nothing was said');
  const [old] = await outgoingMessages.list(world.store, partition, { prefix: messagePrefix + postName });
  if (old === undefined) throw new Error('there is no post');
  const place = { serviceUrl: 'http://127.0.0.1:9/', tenantId: 't' };
  const stands = (root: number) =>
    ({
      state: 'posted',
      shown: 1,
      at: { ...place, conversationId: `19:jury;messageid=${root}`, activityId: String(root) },
    }) as const;
  await world.store.commit(partition, [
    outgoingMessages.replace(old.id, { ...old.value, content: { kind: 'nothing' }, wanted: 2 }, old.etag),
    outgoingMessages.create(`${old.id}:indirect`, old.value),
    deliveries.create(deliveryPrefix + postName, stands(7)),
    deliveries.create(`${deliveryPrefix}${postName}:indirect`, stands(8)),
  ]);
  expect(await findAddress(world.store, message.destination)).toMatchObject({
    thread: { conversationId: '19:jury;messageid=8' },
  });
});

test('what a sheet said before it was revised stays in the log', async () => {
  await handInAll([1, 5, 3, 3, 3]);
  await notice();
  await score('juror1', 4, 1);
  const revised = (await log()).filter(({ act }) => act === 'revise-sheet');
  expect(revised).toMatchObject([{ before: { scores: { reuse: 1 } }, after: { scores: { reuse: 4 } } }]);
});
