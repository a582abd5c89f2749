import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { keepSheetOpen, letSheetGo } from '../../../bot/use-cases/judging/keep-sheet-open.ts';
import { createOpenSheets, fillingInMs } from '../../../bot/views/open-sheets.ts';
import type { OpenWorld } from '../use-cases/world.ts';
import { openWorld } from '../use-cases/world.ts';

const anna = { tenantId: 'tenant', objectId: 'anna' };
const bas = { tenantId: 'tenant', objectId: 'bas' };
const opened = Date.parse('2027-01-12T10:00:00.000Z');

const later = opened + 60_000;

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
  world.setNow(new Date(opened).toISOString());
});
afterEach(() => world.close());

async function filledInUntil(submissionId: string): Promise<number> {
  const view = createOpenSheets();
  const { changes } = await world.store.readFeed('all', null, 1_000);
  view.apply(changes);
  view.apply(changes);
  return view.filledInUntil(submissionId, 'assessment');
}

test('a post is left alone from when a judge opens their sheet until it is closed, or for a while', async () => {
  expect(await filledInUntil('post')).toBe(0);
  await keepSheetOpen(world, anna, 'post', 'assessment', 'scores');
  expect(await filledInUntil('post')).toBe(opened + fillingInMs);
  expect(await filledInUntil('other')).toBe(0);
  world.setNow(new Date(later).toISOString());
  await keepSheetOpen(world, bas, 'post', 'assessment', 'abstention');
  expect(await filledInUntil('post')).toBe(later + fillingInMs);
  await letSheetGo(world, bas, 'post', 'assessment');
  expect(await filledInUntil('post')).toBe(opened + fillingInMs);
  await letSheetGo(world, anna, 'post', 'assessment');
  expect(await filledInUntil('post')).toBe(0);
  await keepSheetOpen(world, anna, 'post', 'assessment', 'scores');
  expect(await filledInUntil('post')).toBe(later + fillingInMs);
});
