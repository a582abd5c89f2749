import { channelOf } from '../../../../bot/use-cases/questions/answer-mention.ts';
import type { ChannelUse } from '../../../../bot/use-cases/channels/bind-channel.ts';
import { bindChannel } from '../../../../bot/use-cases/channels/bind-channel.ts';
import { findAddress } from '../../../../bot/use-cases/people/find-address.ts';
import { createChannelFollower } from '../../../../bot/use-cases/channels/follow-channels.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { unbindChannel } from '../../../../bot/use-cases/channels/unbind-channel.ts';
import type { Delivery } from '../../../../bot/delivery/start-delivery.ts';
import { startDelivery } from '../../../../bot/delivery/start-delivery.ts';
import { editionPartition } from '../../../../bot/store/documents/edition-documents.ts';
import { auditEntries, auditPrefix } from '../../../../bot/store/documents/submission-documents.ts';
import type { DocumentStore } from '../../../../bot/store/port.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { fields, now } from '../../domain/examples.ts';
import { quickTimings } from '../../delivery/delivery-world.ts';
import type { FakeMessenger } from '../../delivery/fake-messenger.ts';
import { fakeMessenger } from '../../delivery/fake-messenger.ts';
import type { Death } from '../../delivery/mortal.ts';
import { mortal } from '../../delivery/mortal.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

/** The app's posts in a Teams with several channels, of which it may lose one; and processes that die. */
export interface ChannelWorld {
  world: OpenWorld;
  teams: FakeMessenger;
  /** Channels where the app can do nothing: gone, or it is no longer in them. */
  away: Set<string>;
  bind(use: ChannelUse, conversationId: string): Promise<boolean>;
  unbind(id: string): Promise<boolean>;
  handIn(submissionId: string, categoryId?: string): Promise<void>;
  /** One process at work until all is done, or until it dies. */
  work(death?: Death): Promise<void>;
  /** Where the post of a submission stands to be judged: a channel for each time. */
  live(submissionId: string): string[];
  /** Where a line is left that it went elsewhere. */
  lines(submissionId: string): string[];
  acts(): Promise<string[]>;
  close(): Promise<void>;
}

export const organiser = { tenantId, objectId: people.organiser.id, name: '', language: 'nl' } as const;
const channel = (conversationId: string) => ({
  ...{ serviceUrl: 'http://127.0.0.1:9/', conversationId, tenantId, teamId: `group-${conversationId}` },
  teamsTeamId: `team-${conversationId}`,
});

export async function openChannelWorld(): Promise<ChannelWorld> {
  const world = await openWorld();
  const away = new Set<string>();
  const teams = fakeMessenger({
    fault: (call) => {
      const place = 'at' in call ? call.at.conversationId : call.conversation;
      return away.has(channelOf(place)) ? 'undeliverable' : 'none';
    },
  });
  const reading = { token: null };
  const showing = (kind: string, submissionId: string) =>
    teams.messages
      .filter(({ shows, removed }) => shows.summary === `${kind} ${submissionId}` && !removed)
      .map(({ at }) => channelOf(at.conversationId));
  return {
    world,
    teams,
    away,
    bind: (use, conversationId) => bindChannel(world, organiser, use, channel(conversationId)),
    unbind: (id) => unbindChannel(world, organiser, id),
    handIn: async (submissionId, categoryId = 'direct') => {
      await submitInitiative(world.store, {
        ...{ submissionId, editionId: world.edition.id, submitter: 't:s', receivedAt: now },
        fields: { ...fields, categoryId },
      });
    },
    work: (death) => workAt(world, teams, reading, death),
    live: (submissionId) => showing('jury-post', submissionId),
    lines: (submissionId) => showing('moved-post', submissionId),
    acts: async () => {
      const partition = editionPartition(world.edition.id);
      const entries = await auditEntries.list(world.store, partition, { prefix: auditPrefix });
      return entries.map(({ value }) => `${value.act} ${value.subject}`);
    },
    close: () => world.close(),
  };
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function workAt(
  world: OpenWorld,
  teams: FakeMessenger,
  reading: { token: string | null },
  death: Death | undefined,
): Promise<void> {
  const { store, messenger, died } = mortal(world.store, teams, death);
  const delivery = startDelivery({
    ...{ store, messenger, log: silent, timings: quickTimings, limits: { conversation: [], tenant: [] } },
    addresses: { of: (destination) => findAddress(store, destination) },
    render: async (content, _destination, marker) => ({
      ...{ card: { type: 'AdaptiveCard', body: [] }, marker },
      summary: 'submissionId' in content ? `${content.kind} ${content.submissionId}` : content.kind,
    }),
  });
  await Promise.race([died, untilDone(store, delivery, createChannelFollower({ ...world, store }), reading)]);
  await delivery.stop();
}

/** Reads the feed page by page, as the app does: what was not finished is read again by the next process. */
async function untilDone(
  store: DocumentStore,
  delivery: Delivery,
  follow: ReturnType<typeof createChannelFollower>,
  reading: { token: string | null },
): Promise<void> {
  for (;;) {
    const page = await store.readFeed('all', reading.token, 20);
    if (page.changes.length > 0) {
      await follow(page.changes).catch(() => new Promise(() => {}));
      reading.token = page.token;
      continue;
    }
    await delivery.idle();
    if ((await store.readFeed('all', reading.token, 1)).changes.length === 0) return;
  }
}
