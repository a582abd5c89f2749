import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DiscussionLine, Talk } from '../../../bot/domain/discussion.ts';
import {
  isDeleted,
  isTold,
  lineAt,
  lineOf,
  mergeLines,
  mostTalkLines,
  placeInTime,
  takeTelling,
} from '../../../bot/domain/discussion.ts';
import { effort } from '../../runs.ts';
import { anyHistory, anyOrder, talkAt } from './talk-histories.ts';

const told = (talk: Talk) => lineOf('preselection', talk);

/** Takes tellings one by one, as a store would keep them. */
function keep(tellings: readonly Talk[]): DiscussionLine[] {
  const lines = new Map<string, DiscussionLine>();
  for (const telling of tellings) {
    for (const line of takeTelling([...lines.values()], told(telling))) lines.set(line.messageId, line);
  }
  return [...lines.values()];
}

describe('what becomes of a message', () => {
  const said = talkAt('new', 1, 'mooi');
  const edited = talkAt('edited', 2, 'heel mooi');
  const deleted = talkAt('deleted', 3);
  const restored = talkAt('restored', 4, 'heel mooi');
  test.each<[string, Talk[], Partial<DiscussionLine>, boolean]>([
    ['said', [said], { text: 'mooi' }, false],
    ['edited', [said, edited], { text: 'heel mooi', editedAt: edited.at }, false],
    ['edited before it was heard', [edited, said], { text: 'heel mooi', saidAt: said.at }, false],
    ['an older edit last', [said, talkAt('edited', 4, 'best mooi'), edited], { text: 'best mooi' }, false],
    ['deleted', [said, edited, deleted], { text: '' }, true],
    ['deleted before it was heard', [deleted, edited, said], { text: '', saidAt: said.at }, true],
    ['deleted, and brought again', [said, deleted, said, edited], { text: '' }, true],
    ['edited at the moment of deletion', [said, deleted, talkAt('edited', 3, 'x')], { text: '' }, true],
    ['restored', [said, edited, deleted, restored], { text: 'heel mooi' }, false],
    ['restored, and deleted again', [deleted, talkAt('deleted', 5), restored, said], { text: '' }, true],
    ['restored, the deletion late', [said, restored, deleted], { text: 'heel mooi' }, false],
    [
      'edited after a deletion that must have been undone',
      [said, deleted, talkAt('edited', 5, 'toch')],
      { text: 'toch' },
      false,
    ],
    ['a picture', [{ ...said, text: '', hasAttachment: true }, deleted], { hasAttachment: false }, true],
  ])('%s', (_what, tellings, expected, gone) => {
    const [line, ...more] = keep(tellings);
    if (line === undefined) throw new Error('nothing is kept');
    expect(more).toEqual([]);
    expect(line).toMatchObject(expected);
    expect(isDeleted(line)).toBe(gone);
  });

  test('in any order, and however often each is told, it comes to the same', () => {
    fc.assert(
      fc.property(anyHistory, anyOrder, (history, order) => {
        const inOrder = keep(history);
        expect(keep(order(history))).toEqual(inOrder);
        const last = history.at(-1);
        const [line] = inOrder;
        if (last === undefined || line === undefined) throw new Error('an empty history');
        expect(isDeleted(line)).toBe(last.kind === 'deleted');
        expect(line.text).toBe(last.text);
      }),
      effort(300, 10_000),
    );
  });

  test('merging is idempotent, commutative and associative', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, anyHistory, (...histories) => {
        const [a, b, c] = histories.map((history) => history.map(told).reduce(mergeLines));
        if (a === undefined || b === undefined || c === undefined) throw new Error('three were asked');
        expect(mergeLines(a, a)).toEqual(a);
        expect(mergeLines(a, b)).toEqual(mergeLines(b, a));
        expect(mergeLines(mergeLines(a, b), c)).toEqual(mergeLines(a, mergeLines(b, c)));
      }),
      effort(300, 10_000),
    );
  });

  test('what says nothing new writes nothing', () => {
    const known = keep([said, edited]);
    for (const again of [said, edited, { ...said }]) expect(takeTelling(known, told(again))).toEqual([]);
  });
});

describe('a message that comes under another id', () => {
  const said = talkAt('new', 1, 'mooi');
  const again: Talk = { ...said, messageId: 'm-2' };
  const changes = [talkAt('edited', 2, 'heel mooi'), talkAt('deleted', 3)];

  test('is one line, whichever id its changes come under', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          [said, again, ...changes, ...changes.map((each) => ({ ...each, messageId: 'm-2' }))],
          {
            minLength: 6,
          },
        ),
        (tellings) => {
          const kept = keep(tellings);
          expect(kept.filter(isTold)).toHaveLength(1);
          expect(kept.map(({ text }) => text).join('')).toBe('');
          expect(lineAt(kept, 'm-1')).toEqual(lineAt(kept, 'm-2'));
        },
      ),
      effort(100, 2_000),
    );
  });

  test.each([
    ['somebody else', { author: 't:other' }],
    ['another moment', { at: talkAt('new', 2).at }],
    ['another text at the same moment', { text: 'lelijk' }],
  ])('is another message for %s', (_what, change) => {
    expect(keep([said, { ...again, ...change }]).filter(isTold)).toHaveLength(2);
  });
});

test('there is room for so many, and what is kept can still be changed', () => {
  const tellings = Array.from({ length: mostTalkLines + 3 }, (_, index) => ({
    ...talkAt('new', index, `nr ${index}`),
    messageId: `m-${index}`,
  }));
  const kept = keep(tellings);
  expect(kept).toHaveLength(mostTalkLines);
  const removal = { ...talkAt('deleted', 9_999), messageId: 'm-7' };
  expect(takeTelling(kept, told(removal))).toMatchObject([{ messageId: 'm-7', text: '' }]);
  expect(takeTelling(kept, told({ ...removal, messageId: 'unheard' }))).toEqual([]);
});

test('that something unheard was taken away is not shown', () => {
  expect(isTold(told(talkAt('deleted', 1)))).toBe(false);
  expect(isTold(told(talkAt('edited', 1, 'x')))).toBe(true);
  expect(placeInTime(told(talkAt('edited', 1, 'x')))).toBe(talkAt('edited', 1).at);
});
