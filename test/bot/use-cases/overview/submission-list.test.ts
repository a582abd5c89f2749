import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PersonKey } from '../../../../bot/domain/person.ts';
import { RefusedError } from '../../../../bot/use-cases/refusal.ts';
import type { ListWish } from '../../../../bot/use-cases/overview/submission-list.ts';
import {
  viewListPlaces,
  viewPlaceInList,
  viewSubmissionList,
} from '../../../../bot/use-cases/overview/view-submission-list.ts';
import { viewSubmission } from '../../../../bot/use-cases/overview/view-submission.ts';
import { personOf, roleNames } from '../../access/cast.ts';
import type { Place } from '../../access/place.ts';
import { openPlace } from '../../access/place.ts';
import { relations } from '../../access/table.ts';

const all: ListWish = { typed: '', order: 'oldest' };
const whole = { from: 0, most: 10_000 };

let place: Place;
beforeAll(async () => {
  place = await openPlace('open');
});
afterAll(() => place.close());

const everyId = () => [
  ...new Set(relations.flatMap((to) => roleNames.map((who) => place.submissionTo(to, who)))),
];

async function mayRead(person: PersonKey, id: string): Promise<boolean> {
  try {
    await viewSubmission(place.world, person, id);
    return true;
  } catch (error) {
    if (error instanceof RefusedError) return false;
    throw error;
  }
}

describe.each(roleNames)('%s', (name) => {
  const person = personOf(name);

  test('sees in the list what they may open, and counts nothing else', async () => {
    const list = await viewSubmissionList(place.world, person, all, whole).catch((error: unknown) => error);
    if (list instanceof RefusedError) {
      expect(list.code).toBe('not-found');
      await expect(viewListPlaces(place.world, person)).rejects.toThrow('not-found');
      return;
    }
    const listed = await viewSubmissionList(place.world, person, all, whole);
    const readable = [];
    for (const id of everyId()) if (await mayRead(person, id)) readable.push(id);
    expect(listed.lines.map(({ submission }) => submission.id).sort()).toEqual(readable.sort());
    expect(listed.total).toBe(readable.length);
  });

  test('finds nothing by a number or a place of what they may not see', async () => {
    for (const id of everyId()) {
      const found = await viewPlaceInList(place.world, person, id, all).catch(() => undefined);
      if (found === undefined) return;
      const isListed = found.position !== undefined;
      expect({ id, isListed }).toEqual({ id, isListed: await mayRead(person, id) });
      const { number, participant } = place.world.readModel.submission(id) ?? {};
      const typed = `${place.edition.numberPrefix}-${String(number).padStart(4, '0')}`;
      const hits = await viewSubmissionList(place.world, person, { ...all, typed }, whole);
      expect(hits.lines.some(({ submission }) => submission.id === id)).toBe(isListed);
      if (isListed || participant?.kind !== 'municipality') continue;
      const there = { ...all, municipality: participant.code };
      const listed = await viewSubmissionList(place.world, person, there, whole);
      const { municipalities } = await viewListPlaces(place.world, person);
      expect(municipalities.some(({ code }) => code === participant.code)).toBe(listed.total > 0);
    }
  });
});
