import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findAddress } from '../../../../bot/use-cases/people/find-address.ts';
import { bindChannel } from '../../../../bot/use-cases/channels/bind-channel.ts';
import { editionPartition } from '../../../../bot/store/documents/edition-documents.ts';
import { auditEntries, auditPrefix } from '../../../../bot/store/documents/submission-documents.ts';
import { people, tenantId } from '../../../teams/people.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const channel = { serviceUrl: 'http://127.0.0.1:9/', conversationId: '19:office', tenantId, teamId: 'team' };
const as = ({ id: objectId, name }: { id: string; name: string }) =>
  ({ tenantId, objectId, name, language: 'nl' }) as const;

async function log(): Promise<string[]> {
  const entries = await auditEntries.list(world.store, editionPartition(world.edition.id), {
    prefix: auditPrefix,
  });
  return entries.map(({ value }) => `${value.act} ${value.subject}`);
}

test('an organiser binds a channel once, and the log says so', async () => {
  expect(await bindChannel(world, as(people.organiser), { use: 'organisers' }, channel)).toBe(true);
  expect(await bindChannel(world, as(people.organiser), { use: 'organisers' }, channel)).toBe(false);
  const editionId = world.edition.id;
  expect(await findAddress(world.store, { kind: 'organisers-channel', editionId })).toEqual({
    kind: 'channel',
    channel,
  });
  expect(await log()).toEqual(['bind-channel organisers-channel']);
});

test.each([people.chair, people.juror1, people.sanne])(
  '$name, who does not organise, binds none',
  async (person) => {
    await expect(bindChannel(world, as(person), { use: 'jury' }, channel)).rejects.toMatchObject({
      code: 'not-organiser',
    });
    expect(await log()).toEqual([]);
  },
);
