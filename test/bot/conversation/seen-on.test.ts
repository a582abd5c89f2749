import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { people, personDocumentId, personPartition } from '../../../bot/store/documents/person-documents.ts';
import type { Place } from './chat.ts';
import { openPlace } from './chat.ts';

let place: Place;
beforeEach(async () => void (place = await openPlace()));
afterEach(() => place.close());

const kept = () => people.read(place.world.store, personPartition('tenant:sanne'), personDocumentId);

test('when somebody was last here is kept to the week, and is no write of its own in between', async () => {
  const chat = place.with();
  await chat.say('hoi');
  const first = await kept();
  expect(first?.value.seenOn).toBe('2026-11-22');
  place.setNow('2026-11-28T12:00:00.000Z');
  await chat.say('stop');
  expect((await kept())?.etag).toBe(first?.etag);
  place.setNow('2026-11-29T12:00:00.000Z');
  await chat.say('hoi');
  expect((await kept())?.value.seenOn).toBe('2026-11-29');
});
