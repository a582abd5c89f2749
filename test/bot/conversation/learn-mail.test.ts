import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createLearnMail } from '../../../bot/conversation/learn-mail.ts';
import type { Place } from './chat.ts';
import { openPlace, sanne } from './chat.ts';

let place: Place;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(() => place.close());

const unknown = { ...sanne, mail: undefined };

function asking(answer: () => Promise<{ name: string; mail?: string } | undefined>) {
  let times = 0;
  const profileOf = () => {
    times += 1;
    return answer();
  };
  const warnings: string[] = [];
  const log = { warn: (_details: object, message: string) => warnings.push(message) };
  const learn = createLearnMail(place.world.store, { profileOf, log });
  return { learn, times: () => times, warnings };
}

test('Teams is asked once for an address that is not known', async () => {
  const { learn, times } = asking(async () => ({ name: 'S. de Wit', mail: 'sanne@utrecht.example' }));
  expect(await learn(unknown)).toEqual({ ...unknown, mail: 'sanne@utrecht.example' });
  expect(await learn({ ...unknown, name: '' })).toMatchObject({ name: 'S. de Wit' });
  expect(times()).toBe(1);
});

test('what Teams says too late for one turn is known in the next', async () => {
  const late = Promise.withResolvers<{ name: string; mail: string }>();
  const { learn, times } = asking(() => late.promise);
  expect(await learn(unknown)).toEqual(unknown);
  late.resolve({ name: 'S. de Wit', mail: 'sanne@utrecht.example' });
  await late.promise;
  expect(await learn(unknown)).toEqual({ ...unknown, mail: 'sanne@utrecht.example' });
  expect(times()).toBe(1);
});

test('nobody is asked about whose address is known', async () => {
  await place.with().say('hoi');
  const { learn, times } = asking(async () => undefined);
  expect(await learn(sanne)).toEqual(sanne);
  expect(await learn(unknown)).toEqual(unknown);
  expect(times()).toBe(0);
});

test('who Teams does not know, or is slow about, is served without', async () => {
  const failing = asking(() => Promise.reject(new Error('429')));
  expect(await failing.learn(unknown)).toEqual(unknown);
  expect(failing.warnings).toHaveLength(1);
  const slow = asking(() => new Promise(() => undefined));
  expect(await slow.learn(unknown)).toEqual(unknown);
});
