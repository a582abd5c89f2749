import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SheetContent } from '../../bot/domain/judging/score-sheet.ts';
import { effort, runs } from '../runs.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { Case } from './blind/blind-world.ts';
import { BlindWorld, blindOnes, cases, keyOf } from './blind/blind-world.ts';

/**
 * A judge hears nothing of others' sheets before theirs is in: what others write carries canaries, which no path to
 * this judge may hold; and two juries that differ only in what others write look the same, to the byte.
 */

const { juror1, juror2, juror3, juror4, juror5, chair, organiser } = people;

const canaryRemark = 'kanarie-7391';
/** Means and scores as anything could write them; no text of ours holds them. */
const canaries = [
  canaryRemark,
  juror2.name,
  juror3.name,
  juror2.id,
  juror3.id,
  juror2.mail,
  '4.75',
  '4,75',
  '4,8',
];
const canary: SheetContent = {
  scores: { success: 5, value: 5, reuse: 5, inclusion: 4 },
  remarks: { success: canaryRemark, value: canaryRemark },
  overallRemark: canaryRemark,
};

let jury: BlindWorld;
beforeEach(async () => {
  jury = await BlindWorld.open();
});
afterEach(() => jury.close());

describe('what others wrote', () => {
  beforeEach(async () => {
    for (const submission of cases) {
      await jury.write(juror2, submission, canary, 'hand-in');
      await jury.write(juror3, submission, canary, 'save');
    }
  });

  test.each(blindOnes.map((person): [string, Person] => [person.name, person]))(
    'does not reach %s on any path',
    async (_name, person) => {
      const seen = await jury.seenBy(person);
      const leaks = Object.entries(seen).flatMap(([path, bytes]) =>
        canaries.filter((each) => bytes.includes(each)).map((each) => `${each} by ${path}`),
      );
      expect(leaks).toEqual([]);
    },
  );

  test('is there to be found by who may see it', async () => {
    const seen = await jury.seenBy(chair);
    expect(seen['GET leaderboard?category=direct']).toContain('4.75');
    expect(seen['sheet.refresh of grip in channel']).toContain('1 van 4 beoordeeld');
    for (const format of ['csv', 'json']) {
      const file = seen[`GET export?round=preselection&format=${format}&names=yes`];
      expect(file).toMatch(/^200 /);
      expect(file).toContain(canaryRemark);
    }
  });

  test('stands in no line of the log', async () => {
    for (const person of [...blindOnes, chair, organiser]) await jury.seenBy(person);
    expect(jury.log.length).toBeGreaterThan(50);
    expect(jury.log.filter((line) => canaries.some((each) => line.includes(each)))).toEqual([]);
  });

  test('stays with them when a judge has handed in their own', async () => {
    await jury.write(juror1, 'luisterpaal', canary, 'hand-in');
    const seen = JSON.stringify(await jury.seenBy(juror1));
    expect([juror2.name, juror3.name, juror2.id].filter((each) => seen.includes(each))).toEqual([]);
  });
});

test('an open tab hears of a sheet that is handed in, and of nothing else that others do', async () => {
  const stream = await listen(juror1);
  await jury.write(juror2, 'luisterpaal', canary, 'save');
  await jury.write(juror2, 'luisterpaal', { ...canary, overallRemark: '' }, 'save');
  await jury.write(juror2, 'luisterpaal', canary, 'hand-in');
  await waitFor('the news', () => stream.told().length > 0);
  await jury.write(juror2, 'luisterpaal', { ...canary, scores: { ...canary.scores, reuse: 1 } }, 'hand-in');
  await jury.write(juror3, 'grip', canary, 'save');
  // What comes last shows that nothing was still to come.
  await jury.write(juror1, 'drempel', canary, 'save');
  await waitFor('the last news', () => stream.told().length > 3);
  stream.close();
  // Of their own also the sheet, and the list, which says how far they are.
  const own = ['{"kind":"submissions"}', '{"kind":"sheet","submissionId":"drempel"}'];
  expect(stream.told().sort()).toEqual(['{"kind":"progress"}', '{"kind":"progress"}', ...own].sort());
});

test('that opinions differ is said when all who score have handed in, and not before', async () => {
  const far: SheetContent = { ...canary, scores: { success: 1, value: 1, reuse: 1, inclusion: 1 } };
  const said = async () =>
    Object.keys(await jury.seenBy(juror1)).filter((path) => path.includes('message:divergence'));
  for (const judge of [juror2, juror4]) await jury.write(judge, 'luisterpaal', canary, 'hand-in');
  for (const judge of [juror3, juror5]) await jury.write(judge, 'luisterpaal', far, 'hand-in');
  expect(await said()).toEqual([]);
  await jury.write(juror1, 'luisterpaal', far, 'save');
  expect(await said()).toEqual([]);
  await jury.write(juror1, 'luisterpaal', far, 'hand-in');
  expect(await said()).toHaveLength(1);
});

/** What others do at one submission: who hands in is the same in both juries, all else is their own. */
interface Filling {
  scores: number[];
  remark: string;
  drafts: number;
  revisions: number;
}

const filling = fc.record({
  scores: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }),
  remark: fc.string({ maxLength: 40 }),
  drafts: fc.nat({ max: 2 }),
  revisions: fc.nat({ max: 2 }),
});
const place = fc.record({ judge: fc.constantFrom(juror2, juror3), about: fc.constantFrom(...cases) });
const evening = fc.record({
  handedIn: fc.uniqueArray(place, { selector: ({ judge, about }) => judge.id + about, maxLength: 6 }),
  one: fc.array(filling, { minLength: 6, maxLength: 6 }),
  other: fc.array(filling, { minLength: 6, maxLength: 6 }),
  onlyDrafts: fc.array(filling, { maxLength: 2 }),
});

test(
  'two juries that differ only in scores, remarks, drafts and second thoughts look the same to who is blind',
  async () => {
    await fc.assert(
      fc.asyncProperty(evening, async ({ handedIn, one, other, onlyDrafts }) => {
        const seen = await Promise.all([look(handedIn, one, []), look(handedIn, other, onlyDrafts)]);
        expect(seen[1]).toEqual(seen[0]);
      }),
      effort(6, 200),
    );
  },
  runs(120_000, 1_800_000),
);

async function look(
  handedIn: readonly { judge: Person; about: Case }[],
  fillings: readonly Filling[],
  onlyDrafts: readonly Filling[],
): Promise<unknown> {
  const one = await BlindWorld.open();
  try {
    for (const person of blindOnes) await one.follow(person);
    for (const each of onlyDrafts) await one.write(juror4, 'luisterpaal', contentOf(each, 0), 'save');
    for (const [index, { judge, about }] of handedIn.entries()) {
      const each = fillings[index];
      if (each !== undefined) await fillIn(one, judge, about, each);
    }
    const seen: unknown[] = [];
    // Whoever has a draft there sees that.
    for (const person of blindOnes.filter(({ id }) => id !== juror4.id)) seen.push(await one.seenBy(person));
    return { seen, log: one.log };
  } finally {
    await one.close();
  }
}

async function fillIn(one: BlindWorld, judge: Person, about: Case, each: Filling): Promise<void> {
  for (let count = 1; count <= each.drafts; count += 1) {
    await one.write(judge, about, contentOf(each, count), 'save');
  }
  await one.write(judge, about, contentOf(each, 0), 'hand-in');
  for (let count = 1; count <= each.revisions; count += 1) {
    await one.write(judge, about, contentOf(each, count), 'hand-in');
  }
}

function contentOf({ scores, remark }: Filling, shift: number): SheetContent {
  const ids = ['success', 'value', 'reuse', 'inclusion'];
  const shifted = ids.map((id, index): [string, number] => [id, 1 + (((scores[index] ?? 1) + shift) % 5)]);
  return { scores: Object.fromEntries(shifted), remarks: { success: remark }, overallRemark: remark };
}

/** An open tab of this person. */
async function listen(person: Person): Promise<{ told(): string[]; close(): void }> {
  const controller = new AbortController();
  const response = await fetch(`${jury.tab.address}/api/tab/events`, {
    headers: jury.tab.headersOf(keyOf(person)),
    signal: controller.signal,
  });
  let text = '';
  const read = async () => {
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read())
      text += Buffer.from(part.value).toString();
  };
  const reading = read().catch((error: unknown) => {
    if (!controller.signal.aborted) throw error;
  });
  await waitFor('the stream', () => text.includes(': open'));
  return {
    told: () => [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => data),
    close: () => {
      controller.abort();
      void reading;
    },
  };
}
