import { expect, test } from '@jest/globals';
import type { World } from '../../../../bot/use-cases/world.ts';
import { viewMe } from '../../../../bot/use-cases/overview/view-me.ts';
import { viewEditions } from '../../../../bot/use-cases/editions/view-editions.ts';
import { createReadModel } from '../../../../bot/views/kept-read-model.ts';
import { openFreshStore } from '../../store/sqlite/open-fresh-store.ts';

test('before the first edition who is organiser by the settings can write one, and nobody else', async () => {
  const opened = await openFreshStore();
  const first = { tenantId: 't', objectId: 'daan' };
  const world: World = {
    ...{ store: opened.store, readModel: createReadModel(), similar: { find: () => [] } },
    ...{ now: () => '2026-11-22T10:00:00.000Z', newId: () => 'id' },
    firstOrganisers: new Set(['t:daan']),
  };
  expect((await viewMe(world, first)).may).toMatchObject({ edition: true, submissions: false });
  expect((await viewMe(world, { ...first, objectId: 'sanne' })).may.edition).toBe(false);
  expect(await viewEditions(world, first)).toBeDefined();
  await expect(viewEditions(world, { ...first, objectId: 'sanne' })).rejects.toThrow();
  await opened.close();
});
