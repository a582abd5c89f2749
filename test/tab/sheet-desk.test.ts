import { describe, expect, test } from '@jest/globals';
import type { Judging, SheetBody } from '../../bot/http/contract/judging.ts';
import type { Content } from '../../tab/src/features/score/desk/content.ts';
import { mergeContent } from '../../tab/src/features/score/desk/merge-content.ts';
import { createSheetDesk } from '../../tab/src/features/score/desk/sheet-desk.ts';
import type { UnsentStore } from '../../tab/src/features/score/desk/unsent.ts';
import { countTasks, neighbours, nextLeft } from '../../tab/src/features/score/list-order.ts';
import { reasonFault } from '../../tab/src/features/score/reason-fault.ts';
import { scoreOfKey } from '../../tab/src/features/score/score-of-key.ts';
import { waitFor } from '../wait-for.ts';

const nothing: Content = { scores: {}, remarks: {}, overallRemark: '' };
const content = (more: Partial<Content>): Content => ({ ...nothing, ...more });

function judgingOf(sheet?: Partial<NonNullable<Judging['sheet']>>): Judging {
  const line = { id: 'a', number: '1', title: 'A', participant: 'B', categoryId: 'direct', example: false };
  return {
    judge: 't:j',
    submission: {
      ...{ line, categoryName: 'Direct', whose: 'own', partners: [], description: '', proof: '' },
      ...{ finished: { from: '2025-01-01', to: '2025-12-31' }, judgements: [], answers: [] },
    },
    round: {
      ...{ id: 'preselection', name: 'Voorselectie', phase: 'open', closesAt: '2026-12-18T23:00:00.000Z' },
      ...{ criteria: [], scale: { lowest: 1, highest: 5, anchors: [] } },
    },
    missing: [],
    ...(sheet && {
      sheet: { ...nothing, status: 'draft', revision: 1, updatedAt: '2026-12-01T10:00:00.000Z', ...sheet },
    }),
  };
}

function memory(): UnsentStore & { kept: () => unknown } {
  let kept: ReturnType<UnsentStore['read']>;
  return {
    read: () => kept,
    keep: (_of, unsent) => (kept = unsent),
    drop: () => (kept = undefined),
    kept: () => kept,
  };
}

/** A desk with a server that answers as told, one after the other. */
function deskWith(...answers: (Judging | Error)[]) {
  const sent: SheetBody[] = [];
  const unsent = memory();
  const desk = createSheetDesk({
    send: async (_id, body) => {
      sent.push(body);
      const answer = answers.shift() ?? new Error('over');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    refusalOf: ({ message }: Error) => (message === 'away' ? undefined : message),
    onAnswer: () => undefined,
    ...{ unsent, pauseMs: 5, retryMs: 5 },
  });
  return { desk, sent, unsent };
}

describe('what two devices wrote', () => {
  const base = content({ scores: { a: 1, b: 2 }, remarks: { a: 'eerst' } });
  test.each<[string, Content, Content, Content, Content['scores']]>([
    ['only here', { ...base, overallRemark: 'x' }, base, { ...base, overallRemark: 'x' }, {}],
    ['only there', base, { ...base, scores: { a: 5, b: 2 } }, { ...base, scores: { a: 5, b: 2 } }, {}],
    [
      'another score on both sides',
      { ...base, scores: { a: 3, b: 2 } },
      { ...base, scores: { a: 5, b: 2 } },
      { ...base, scores: { a: 5, b: 2 } },
      { a: 3 },
    ],
    [
      'another remark on both sides',
      { ...base, remarks: { a: 'hier' } },
      { ...base, remarks: { a: 'daar' } },
      { ...base, remarks: { a: 'daar\n\nhier' } },
      {},
    ],
    ['taken away here', { ...base, remarks: { a: '' } }, base, { ...base, remarks: { a: '' } }, {}],
    [
      'the same on both sides',
      { ...base, scores: { a: 4, b: 2 } },
      { ...base, scores: { a: 4, b: 2 } },
      { ...base, scores: { a: 4, b: 2 } },
      {},
    ],
  ])('%s', (_name, here, there, merged, chosenHere) => {
    expect(mergeContent(base, here, there)).toEqual({ content: merged, chosenHere });
  });
});

describe('a sheet on the desk', () => {
  const four = content({ scores: { a: 4 } });

  test('is sent once for what is typed in one go, and then no longer kept here', async () => {
    const { desk, sent, unsent } = deskWith(judgingOf(four));
    desk.hear('a', judgingOf());
    desk.type('a', content({ scores: { a: 3 } }));
    desk.type('a', four);
    expect(unsent.kept()).toMatchObject({ content: four, basedOn: 0 });
    await waitFor('the answer', () => desk.read('a')?.known.sheet !== undefined);
    expect(sent).toEqual([{ roundId: 'preselection', content: four, wish: 'save', basedOn: 0 }]);
    expect(unsent.kept()).toBeUndefined();
  });

  test('is sent again until the server is there', async () => {
    const { desk, sent } = deskWith(new Error('away'), new Error('away'), judgingOf(four));
    desk.hear('a', judgingOf());
    desk.type('a', four);
    await waitFor('the answer', () => desk.read('a')?.known.sheet !== undefined);
    expect(sent.length).toBe(3);
    expect(desk.read('a')?.keeping).toEqual({ kind: 'still' });
  });

  test('that was refused waits for its judge, with all that was typed', async () => {
    const { desk, sent, unsent } = deskWith(new Error('round-closed'));
    desk.hear('a', judgingOf());
    desk.type('a', four);
    await waitFor('the refusal', () => desk.read('a')?.keeping.kind === 'refused');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent.length).toBe(1);
    expect(desk.read('a')?.content).toEqual(four);
    expect(unsent.kept()).toMatchObject({ content: four });
  });

  test('goes on from what was not sent before the page was loaded anew, also on a newer sheet', () => {
    const { desk, unsent } = deskWith();
    unsent.keep(judgingOf(), { content: four, base: nothing, basedOn: 0 });
    desk.hear('a', judgingOf(content({ overallRemark: 'daar' })));
    expect(desk.read('a')).toMatchObject({
      content: { scores: { a: 4 }, overallRemark: 'daar' },
      merged: true,
    });
  });

  test('that is handed in is sent when its judge says so, and not before', async () => {
    const { desk, sent } = deskWith({
      ...judgingOf({ ...four, status: 'handed-in', revision: 2 }),
      event: 'handed-in',
    });
    desk.hear('a', judgingOf({ status: 'handed-in' }));
    desk.type('a', four);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent).toEqual([]);
    expect(await desk.handIn('a')).toBe(true);
    expect(sent.map(({ wish }) => wish)).toEqual(['hand-in']);
  });

  test('hears nothing of an answer that is older than what it knows', () => {
    const { desk } = deskWith();
    desk.hear('a', judgingOf({ ...four, revision: 3 }));
    desk.hear('a', judgingOf({ revision: 2 }));
    expect(desk.read('a')?.content).toEqual({ ...four, remarks: {}, overallRemark: '' });
  });

  test('is not sent while its judge abstains', async () => {
    const { desk, sent } = deskWith();
    desk.hear('a', judgingOf(four));
    const abstention = {
      status: 'abstained',
      reason: 'x',
      revision: 1,
      updatedAt: '2026-12-01T10:00:00.000Z',
    } as const;
    desk.hear('a', { ...judgingOf(), abstention });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent).toEqual([]);
  });
});

describe('the list', () => {
  const task = (id: string, state: 'none' | 'draft' | 'handed-in' | 'abstained') => ({
    submission: { id, number: id, title: id, participant: '', categoryId: '', example: false },
    state,
  });
  const tasks = [task('a', 'handed-in'), task('b', 'none'), task('c', 'abstained'), task('d', 'draft')];

  test('counts without what one abstains from', () => {
    expect(countTasks(tasks)).toEqual({ all: 3, done: 1, left: 2 });
  });

  test.each([
    [undefined, 'b'],
    ['b', 'd'],
    ['d', 'b'],
    ['weg', 'b'],
  ])('after %s comes %s', (after, next) => {
    expect(nextLeft(tasks, after)?.submission.id).toBe(next);
  });

  test('knows what is beside one', () => {
    const beside = neighbours(tasks, 'b');
    expect([beside.at, beside.previous?.submission.id, beside.next?.submission.id]).toEqual([2, 'a', 'c']);
    expect(neighbours(tasks, 'weg')).toEqual({ at: 0 });
  });
});

test.each([
  ['1', 1, 5, 1],
  ['5', 1, 5, 5],
  ['6', 1, 5, undefined],
  ['0', 1, 5, 'not-assessable'],
  ['0', 0, 10, 0],
  ['n', 0, 10, 'not-assessable'],
  ['N', 1, 5, 'not-assessable'],
  ['x', 1, 5, undefined],
  ['ArrowRight', 1, 5, undefined],
] as const)('the key %s on a scale of %d to %d', (key, lowest, highest, score) => {
  expect(scoreOfKey(key, { lowest, highest })).toBe(score);
});

test.each([
  ['', { code: 'missing' }],
  ['  a ', { code: 'missing' }],
  ['Ik ken ze', undefined],
  ['x'.repeat(502), { code: 'too-long', by: 2 }],
])('a reason %#', (reason, fault) => {
  expect(reasonFault(reason)).toEqual(fault);
});
