import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runs } from '../runs.ts';
import type { RoleName } from './access/cast.ts';
import { roleNames } from './access/cast.ts';
import type { Doors, Tried, Try } from './access/doors.ts';
import { openDoors } from './access/doors.ts';
import { callDoors, routeDoors, verbDoors, verbsOnCards } from './access/known-doors.ts';
import type { Place } from './access/place.ts';
import { openPlace } from './access/place.ts';
import type { State } from './access/table.ts';
import { doorsInTable, expected, relationsOf, states } from './access/table.ts';

/**
 * Every door, tried by everybody, to every submission, at every moment: what the table does not allow is refused
 * without any effect, and in the same words whatever others have scored.
 */

const canary = { score: 2, remark: 'kanarie-7391' };

interface Two {
  /** Nobody has scored yet. */
  quiet: Place;
  quietDoors: Doors;
  /** Others have. */
  scored: Place;
  scoredDoors: Doors;
}

async function openTwo(state: State): Promise<Two> {
  const [quiet, scored] = [await openPlace(state), await openPlace(state, canary)];
  return { quiet, scored, quietDoors: await openDoors(quiet), scoredDoors: await openDoors(scored) };
}

async function closeTwo({ quiet, scored, quietDoors, scoredDoors }: Two): Promise<void> {
  await Promise.all([quietDoors.close(), scoredDoors.close()]);
  await Promise.all([quiet.close(), scored.close()]);
}

/** Where a tap comes from makes a difference to none of them; the jury's are tried from both. */
function triesBy(who: RoleName): Try[] {
  return doorsInTable.flatMap((door) => {
    const places =
      door.startsWith('tap sheet.') || runs(0, 1) === 1
        ? (['channel', 'chat'] as const)
        : (['chat'] as const);
    return relationsOf(door).flatMap((to) => places.map((where) => ({ door, who, to, where })));
  });
}

describe.each(states)('when the round is: %s', (state) => {
  let two: Two;
  let before: string[];
  beforeAll(async () => {
    two = await openTwo(state);
    before = await keptIn(two.scored);
  });
  afterAll(() => closeTwo(two));

  test.each(roleNames)('%s may do what the table says, and nothing else', async (who) => {
    const { quietDoors, scoredDoors } = two;
    const wrong: unknown[] = [];
    for (const one of triesBy(who)) {
      const allowed = expected(one.door, who, one.to, state);
      const quiet = await quietDoors.through(one);
      const scored = await scoredDoors.through(one);
      const isSame = scored.outcome !== 'refused' || scored.answer === quiet.answer;
      if (scored.outcome !== allowed || quiet.outcome !== allowed || !isSame) {
        wrong.push({ ...one, allowed, quiet: inShort(quiet), scored: inShort(scored) });
      }
    }
    expect(wrong).toEqual([]);
  });

  test('nothing of any submission, question or edition was written meanwhile', async () => {
    expect(await keptIn(two.scored)).toEqual(before);
  });
});

/** Each document, and which writing of it. */
async function keptIn(place: Place): Promise<string[]> {
  const kept = (await place.documents()).filter(({ partition }) => !partition.startsWith('person:'));
  return kept.map(({ partition, id, etag }) => `${partition}/${id} ${etag}`);
}

function inShort({ outcome, answer }: Tried): string {
  return `${outcome}: ${answer.slice(0, 200)}`;
}

describe('no door is left out', () => {
  let place: Place;
  let doors: Doors;
  beforeAll(async () => {
    place = await openPlace('open');
    doors = await openDoors(place);
  });
  afterAll(async () => {
    await doors.close();
    await place.close();
  });

  test('every verb, route and use case has a row in the table, and every row a door', () => {
    const there = [...verbDoors(doors.groups), ...routeDoors(doors.server), ...callDoors()];
    const inTable = new Set(doorsInTable.map((door) => door.split('?')[0]));
    expect([...inTable]).toEqual(there.sort());
  });

  test('every verb on a card is answered by somebody, and every verb that is answered is on a card', () => {
    const answered = verbDoors(doors.groups).map((door) => door.split(' ')[1]);
    expect(verbsOnCards()).toEqual([...new Set(answered)].sort());
  });

  test('no verb is answered by two', () => {
    const verbs = doors.groups.flatMap((group) => group.verbs);
    expect(verbs).toEqual([...new Set(verbs)]);
  });
});
