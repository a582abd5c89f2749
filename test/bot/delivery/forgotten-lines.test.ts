import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { MessageContent } from '../../../bot/domain/outgoing-message.ts';
import { messagePrefix } from '../../../bot/store/documents/message-documents.ts';
import { waitFor } from '../../wait-for.ts';
import { openWorld, partition, type World } from './delivery-world.ts';

const day = 86_400_000;

let storeNow: number;
let world: World;
beforeEach(async () => {
  storeNow = Date.parse('2026-11-22T12:00:00.000Z');
  world = await openWorld({}, () => storeNow);
});
afterEach(() => world.close());

const line: MessageContent = { kind: 'asked-line', text: 'intake.deleted.line', values: {} };
const isStored = async () => (await world.store.read(partition, `${messagePrefix}card`)) !== undefined;
const shown = async () => {
  const delivery = await world.deliveryOf('card');
  return delivery?.state === 'posted' ? delivery.shown : undefined;
};

test('a line is forgotten before where it stands is, so that it is never posted again', async () => {
  const first = world.start();
  await world.want('card', 'Hoe heet het?');
  await waitFor('the card', async () => (await shown()) === 1);
  await world.wantContent('card', line);
  await waitFor('the line', async () => (await shown()) === 2);
  await first.stop();

  storeNow += 31 * day;
  expect([await isStored(), await shown()]).toEqual([false, 2]);
  const second = world.start();
  await world.want('next', 'Waarover gaat het?');
  await waitFor('what came after it', () => world.seen('next').length > 0);
  await second.stop();

  storeNow += 60 * day;
  expect([await isStored(), await shown()]).toEqual([false, undefined]);
  world.start();
  await world.want('last', 'Klaar?');
  await waitFor('what came after that', () => world.seen('last').length > 0);
  expect(world.posts('card')).toHaveLength(1);
});

test('where a card stands that can be redrawn is kept', async () => {
  const first = world.start();
  await world.want('card', 'Hoe heet het?');
  await waitFor('the card', async () => (await shown()) === 1);
  await first.stop();
  storeNow += 400 * day;
  expect([await isStored(), await shown()]).toEqual([true, 1]);
  world.start();
  await world.want('card', 'Hoe heet het nu?');
  await waitFor('the card drawn anew', async () => (await shown()) === 2);
  expect(world.seen('card')).toEqual(['Hoe heet het nu?']);
});
