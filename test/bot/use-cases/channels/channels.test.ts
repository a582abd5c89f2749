import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { messagePrefix, outgoingMessages } from '../../../../bot/store/documents/message-documents.ts';
import {
  people as peopleDocuments,
  personDocumentId,
  personPartition,
} from '../../../../bot/store/documents/person-documents.ts';
import { personId } from '../../../../bot/domain/person.ts';
import { submissionPartition } from '../../../../bot/store/documents/submission-documents.ts';
import { askPostsAnew } from '../../../../bot/use-cases/channels/ask-posts-anew.ts';
import { changeSubmission } from '../../../../bot/use-cases/submitting/change-submission.ts';
import { findAddress } from '../../../../bot/use-cases/people/find-address.ts';
import { noticePlace } from '../../../../bot/use-cases/channels/lose-channel.ts';
import { unbindHere } from '../../../../bot/use-cases/channels/unbind-channel.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { fields, now } from '../../domain/examples.ts';
import type { ChannelWorld } from './channel-world.ts';
import { openChannelWorld, organiser } from './channel-world.ts';

let channels: ChannelWorld;
beforeEach(async () => {
  channels = await openChannelWorld();
});
afterEach(() => channels.close());

const all = { use: 'jury' } as const;
const direct = { use: 'jury', categoryId: 'direct' } as const;
const later = '2026-11-23T10:00:00.000Z';
const gone = (channelId: string, happenedAt = later) =>
  noticePlace(channels.world, {
    ...{ place: { tenantId, channelId }, change: 'gone', happenedAt, at: later },
  });

async function stored(submissionId: string) {
  const partition = submissionPartition(submissionId);
  const messages = await outgoingMessages.list(channels.world.store, partition, { prefix: messagePrefix });
  return messages.map(({ id, value }) => [id.slice(messagePrefix.length), value.content]);
}

describe('a channel of a category', () => {
  test('has the posts of that category, and the others stay in the channel of all', async () => {
    await channels.bind(all, 'A');
    await channels.bind(direct, 'B');
    await channels.handIn('een', 'direct');
    await channels.handIn('twee', 'indirect');
    await channels.work();
    expect([channels.live('een'), channels.live('twee')]).toEqual([['B'], ['A']]);
  });

  test('bound later, takes over the posts of its category, and a line is left', async () => {
    await channels.bind(all, 'A');
    await channels.handIn('een', 'direct');
    await channels.work();
    await channels.bind(direct, 'B');
    await channels.work();
    expect([channels.live('een'), channels.lines('een')]).toEqual([['B'], ['A']]);
    await channels.unbind('channel:direct');
    await channels.work();
    expect([channels.live('een'), channels.lines('een')]).toEqual([['A'], ['B']]);
    expect(await channels.acts()).toEqual([
      'bind-channel channel:all',
      'bind-channel channel:direct',
      'unbind-channel channel:direct',
    ]);
  });

  test('is of a category that there is', async () => {
    const none = channels.bind({ use: 'jury', categoryId: 'weg' }, 'B');
    await expect(none).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('to another channel and back', () => {
  test('there is one post each, in the end in the first, where its thread is', async () => {
    await channels.bind(all, 'A');
    for (const id of ['een', 'twee', 'drie']) await channels.handIn(id);
    await channels.work();
    for (const [to, from] of ['BA', 'AB']) {
      await channels.bind(all, to ?? '');
      await channels.work();
      for (const id of ['een', 'twee', 'drie'])
        expect([channels.live(id), channels.lines(id)]).toEqual([[to], [from]]);
    }
    expect(channels.teams.messages).toHaveLength(6);
  });

  test('in one go moves nothing that need not move', async () => {
    await channels.bind(all, 'A');
    await channels.handIn('een');
    await channels.work();
    await channels.bind(all, 'B');
    await channels.bind(all, 'A');
    await channels.work();
    expect([channels.live('een'), channels.lines('een')]).toEqual([['A'], []]);
  });

  test('the line that is left leads to where the post stands', async () => {
    await channels.bind(all, 'A');
    await channels.handIn('een');
    await channels.work();
    await channels.bind(all, 'B');
    await channels.work();
    const there = channels.teams.messages.find(({ at }) => at.conversationId === 'B');
    const to = { tenantId, channelId: 'B', messageId: there?.at.activityId, teamId: 'group-B' };
    const about = { submissionId: 'een', roundId: 'preselection' };
    expect(await stored('een')).toEqual([
      ['post:preselection', { kind: 'moved-post', ...about, to }],
      ['post:preselection:2', { kind: 'jury-post', ...about }],
    ]);
  });

  test('what is handed in meanwhile comes in the new one only', async () => {
    await channels.bind(all, 'A');
    await channels.handIn('een');
    await channels.work();
    await channels.bind(all, 'B');
    await channels.handIn('twee');
    await channels.work();
    expect([channels.live('een'), channels.live('twee'), channels.lines('twee')]).toEqual([['B'], ['B'], []]);
  });

  test.each(Array.from({ length: 24 }, (_, call) => [call + 1]))(
    'a process that dies around its call %i leaves nothing that the next does not finish',
    async (atCall) => {
      await channels.bind(all, 'A');
      for (const id of ['een', 'twee', 'drie']) await channels.handIn(id);
      await channels.work();
      await channels.bind(all, 'B');
      await channels.work({ atCall, when: 'after' });
      await channels.work({ atCall, when: 'before' });
      await channels.work();
      for (const id of ['een', 'twee', 'drie'])
        expect([channels.live(id), channels.lines(id)]).toEqual([['B'], ['A']]);
    },
  );

  test('another category goes the same way', async () => {
    await channels.bind(all, 'A');
    await channels.bind(direct, 'B');
    await channels.handIn('een', 'indirect');
    await channels.work();
    const change = (changeId: string, from: string, categoryId: string) =>
      changeSubmission(channels.world.store, {
        ...{ changeId, submissionId: 'een', submitter: 't:s', receivedAt: now },
        basedOn: { ...fields, categoryId: from },
        fields: { ...fields, categoryId },
      });
    await change('a', 'indirect', 'direct');
    await channels.work();
    expect([channels.live('een'), channels.lines('een')]).toEqual([['B'], ['A']]);
    await change('b', 'direct', 'indirect');
    await channels.work();
    expect([channels.live('een'), channels.lines('een')]).toEqual([['A'], ['B']]);
  });
});

describe('without a channel', () => {
  test('what is handed in waits, and what stands stays where it is', async () => {
    await channels.bind(all, 'A');
    await channels.handIn('een');
    await channels.work();
    expect(await channels.unbind('channel:all')).toBe(true);
    expect(await channels.unbind('channel:all')).toBe(false);
    await channels.handIn('twee');
    await channels.work();
    expect([channels.live('een'), channels.live('twee')]).toEqual([['A'], []]);
    await channels.bind(all, 'B');
    await channels.work();
    expect([channels.live('een'), channels.live('twee')]).toEqual([['B'], ['B']]);
  });

  test('a mention unbinds what the channel was, for organisers only', async () => {
    await channels.bind(all, 'A');
    await channels.bind({ use: 'organisers' }, 'A');
    for (const name of ['chair', 'juror1', 'sanne'] as const) {
      const person = { tenantId, objectId: people[name].id };
      await expect(unbindHere(channels.world, person, 'A')).rejects.toMatchObject({ code: 'not-organiser' });
    }
    expect(await unbindHere(channels.world, organiser, 'B')).toEqual([]);
    expect(await unbindHere(channels.world, organiser, 'A', all)).toEqual(['channel:all']);
    expect(await unbindHere(channels.world, organiser, 'A')).toEqual(['organisers-channel']);
    expect(await unbindHere(channels.world, organiser, 'A')).toEqual([]);
  });
});

describe('a channel that is gone', () => {
  const told = async () => {
    const partition = personPartition(personId(organiser));
    const messages = await outgoingMessages.list(channels.world.store, partition, { prefix: messagePrefix });
    return messages.map(({ value }) => ('text' in value.content ? value.content.text : ''));
  };

  beforeEach(async () => {
    const chat = { serviceUrl: 'http://127.0.0.1:9/', conversationId: 'chat' };
    const person = { ...organiser, chat };
    await channels.world.store.commit(personPartition(personId(organiser)), [
      peopleDocuments.create(personDocumentId, person),
    ]);
    await channels.bind(all, 'A');
    for (const id of ['een', 'twee']) await channels.handIn(id);
    await channels.work();
  });

  test('is written down and told once, and everything comes again in another', async () => {
    channels.away.add('A');
    await Promise.all([gone('A'), gone('A')]);
    await channels.work();
    await channels.handIn('drie');
    await channels.work();
    expect(await told()).toEqual(['channel.lost.all']);
    expect(channels.live('drie')).toEqual([]);
    await channels.bind(all, 'B');
    await channels.work();
    for (const id of ['een', 'twee', 'drie'])
      expect(channels.live(id).filter((place) => place === 'B')).toHaveLength(1);
    expect(await channels.acts()).toEqual([
      'bind-channel channel:all',
      'lose-channel channel:all',
      'bind-channel channel:all',
    ]);
  });

  test('may be one of a team that is gone, and news from before it was bound is old', async () => {
    const team = (happenedAt: string) =>
      noticePlace(channels.world, {
        ...{ place: { tenantId, teamsTeamId: 'team-A' }, change: 'gone', happenedAt, at: later },
      });
    await team('2026-01-01T00:00:00.000Z');
    expect(await channels.acts()).toEqual(['bind-channel channel:all']);
    await team(later);
    const destination = {
      kind: 'jury-channel',
      editionId: channels.world.edition.id,
      categoryId: 'direct',
    } as const;
    expect(await findAddress(channels.world.store, destination)).toBeUndefined();
  });

  test('of another tenant, or another channel, is none of ours', async () => {
    await gone('B');
    await noticePlace(channels.world, {
      ...{ place: { tenantId: 'other', channelId: 'A' }, change: 'gone', happenedAt: later, at: later },
    });
    expect(await channels.acts()).toEqual(['bind-channel channel:all']);
  });

  test('where the app comes back, has every post once when it is bound again', async () => {
    channels.away.add('A');
    await gone('A');
    await channels.work();
    channels.away.delete('A');
    await channels.bind(all, 'A');
    await channels.work();
    expect([channels.live('een'), channels.live('twee')]).toEqual([['A'], ['A']]);
    const posts = channels.teams.messages.filter(({ at }) => at.conversationId === 'A');
    expect(posts).toHaveLength(2);
  });

  test('where the app comes back after the posts went elsewhere, has lines only', async () => {
    channels.away.add('A');
    await gone('A');
    await channels.bind(all, 'B');
    await channels.work();
    expect(channels.live('een')).toEqual(['A', 'B']);
    channels.away.delete('A');
    await channels.bind(direct, 'A');
    await channels.work();
    expect([channels.live('een'), channels.lines('een')]).toEqual([
      ['A'],
      expect.arrayContaining(['A', 'B']),
    ]);
  });

  test('that is restored is the channel again', async () => {
    await gone('A');
    await noticePlace(channels.world, {
      ...{ place: { tenantId, channelId: 'A' }, change: 'back', happenedAt: later, at: later },
    });
    await channels.handIn('drie');
    await channels.work();
    expect(channels.live('drie')).toEqual(['A']);
    expect((await channels.acts()).at(-1)).toBe('regain-channel channel:all');
  });
});

describe('a post that somebody took away', () => {
  test('comes again when an organiser asks, once, and the others stay', async () => {
    await channels.bind(all, 'A');
    for (const id of ['een', 'twee']) await channels.handIn(id);
    await channels.work();
    const [first] = channels.teams.messages;
    if (first !== undefined) first.removed = true;
    for (const key of ['k', 'k']) await askPostsAnew(channels.world, organiser, key);
    await channels.work();
    expect([channels.live('een'), channels.live('twee')]).toEqual([['A'], ['A']]);
    await askPostsAnew(channels.world, organiser, 'k2');
    await channels.work();
    expect(channels.teams.messages).toHaveLength(3);
    expect((await channels.acts()).filter((act) => act.startsWith('place-posts-anew'))).toHaveLength(2);
  });

  test('is no affair of anybody but an organiser', async () => {
    const asked = askPostsAnew(channels.world, { tenantId, objectId: people.chair.id }, 'k');
    await expect(asked).rejects.toMatchObject({ code: 'not-organiser' });
  });
});
