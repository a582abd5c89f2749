import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../../../bot/store/documents/submission-documents.ts';
import { askPostsAnew } from '../../../../bot/use-cases/channels/ask-posts-anew.ts';
import { changeSubmission } from '../../../../bot/use-cases/submitting/change-submission.ts';
import { juryChannelOf } from '../../../../bot/use-cases/people/find-address.ts';
import { noticePlace } from '../../../../bot/use-cases/channels/lose-channel.ts';
import { fieldsOf } from '../../../../bot/domain/submission/submission-fields.ts';
import { tenantId } from '../../../teams/people.ts';
import { effort } from '../../../runs.ts';
import type { Death } from '../../delivery/mortal.ts';
import type { ChannelWorld } from './channel-world.ts';
import { openChannelWorld, organiser } from './channel-world.ts';

/**
 * Channels that are bound, unbound, lost and found, submissions that come and change category, posts that people take
 * away, and processes that die: in the end every submission stands once where it is judged, and nowhere else.
 */

type Act =
  | { kind: 'bind'; category?: string; channel: string }
  | { kind: 'unbind'; category: string }
  | { kind: 'lose' | 'return'; channel: string }
  | { kind: 'hand-in' | 'take-away'; submission: number }
  | { kind: 'recategorise'; submission: number; category: string }
  | { kind: 'ask-anew' }
  | { kind: 'work'; death?: Death };

const categories = ['direct', 'indirect'];
const entries = ['een', 'twee', 'drie'];
const place = fc.constantFrom('A', 'B', 'C');
const submission = fc.nat({ max: 2 });
const death = fc.record({
  atCall: fc.integer({ min: 1, max: 20 }),
  when: fc.constantFrom<Death['when']>('before', 'after'),
});
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('bind' as const),
      category: fc.option(fc.constantFrom(...categories), { nil: undefined }),
      channel: place,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('unbind' as const),
      category: fc.constantFrom('all', ...categories),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('lose' as const, 'return' as const), channel: place }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('hand-in' as const, 'take-away' as const), submission }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('recategorise' as const),
      submission,
      category: fc.constantFrom(...categories),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('ask-anew' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('work' as const), death: fc.option(death, { nil: undefined }) }),
  },
);

/** Nobody knows whether a post arrived in a channel that is lost: it may no longer be looked for there. */
const lostInDoubt: Act[] = [
  { kind: 'bind', category: undefined, channel: 'C' },
  { kind: 'hand-in', submission: 1 },
  { kind: 'ask-anew' },
  { kind: 'work', death: { atCall: 3, when: 'after' } },
  { kind: 'bind', category: undefined, channel: 'B' },
  { kind: 'hand-in', submission: 0 },
  { kind: 'work', death: { atCall: 10, when: 'before' } },
  { kind: 'lose', channel: 'B' },
  { kind: 'lose', channel: 'C' },
  { kind: 'take-away', submission: 1 },
  { kind: 'work', death: { atCall: 9, when: 'before' } },
  { kind: 'recategorise', submission: 1, category: 'indirect' },
];

test(
  'every submission is judged in one place',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        const channels = await openChannelWorld();
        try {
          for (const [index, each] of acts.entries()) await take(channels, each, String(index));
          await channels.work();
          await askPostsAnew(channels.world, organiser, 'last');
          await channels.work();
          await check(channels);
        } finally {
          await channels.close();
        }
      }),
      { ...effort(40, 1_000), examples: [[lostInDoubt]] },
    );
  },
  20 * 60_000,
);

async function take(channels: ChannelWorld, one: Act, key: string): Promise<void> {
  const { world, away, teams } = channels;
  switch (one.kind) {
    case 'bind': {
      const { category: categoryId } = one;
      if (!away.has(one.channel))
        await channels.bind({ use: 'jury', ...(categoryId && { categoryId }) }, one.channel);
      return;
    }
    case 'unbind':
      await channels.unbind(`channel:${one.category}`);
      return;
    case 'lose': {
      away.add(one.channel);
      const at = '2026-11-23T10:00:00.000Z';
      const gone = { tenantId, channelId: one.channel };
      return noticePlace(world, { place: gone, change: 'gone', happenedAt: at, at: world.now() });
    }
    case 'return':
      away.delete(one.channel);
      return;
    case 'hand-in':
      return channels.handIn(entries[one.submission] ?? '');
    case 'take-away': {
      const post = teams.messages.find(
        ({ shows }) => shows.summary === `jury-post ${entries[one.submission]}`,
      );
      if (post !== undefined) post.removed = true;
      return;
    }
    case 'recategorise':
      return recategorise(channels, entries[one.submission] ?? '', one.category, key);
    case 'ask-anew':
      return askPostsAnew(world, organiser, key);
    case 'work':
      return channels.work(one.death);
    default:
      return one satisfies never;
  }
}

async function recategorise({ world }: ChannelWorld, submissionId: string, categoryId: string, key: string) {
  const stored = await submissions.read(world.store, submissionPartition(submissionId), submissionDocumentId);
  if (stored === undefined) return;
  const basedOn = fieldsOf(stored.value);
  await changeSubmission(world.store, {
    ...{ changeId: key, submissionId, submitter: 't:s', receivedAt: world.now(), basedOn },
    fields: { ...basedOn, categoryId },
  });
}

async function check(channels: ChannelWorld): Promise<void> {
  const { world, away } = channels;
  for (const id of entries) {
    const stored = await submissions.read(world.store, submissionPartition(id), submissionDocumentId);
    if (stored === undefined) continue;
    const right = await juryChannelOf(world.store, world.edition.id, stored.value.categoryId);
    // Where the app can do nothing, nothing can be put right until it is back and the channel is bound.
    const seen = channels.live(id).filter((where) => !away.has(where));
    if (right === undefined || away.has(right.conversationId)) expect(seen.length).toBeLessThanOrEqual(1);
    else expect(seen).toEqual([right.conversationId]);
  }
}
