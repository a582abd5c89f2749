import { expect } from '@jest/globals';
import type { Draft } from '../../../bot/domain/draft/draft.ts';
import type { SimpleEvent, StoryEvent } from './story-events.ts';

export function isInWork(status: Draft['status']): boolean {
  return status === 'open' || status === 'handing-in';
}

/** What goes together with another answer. */
const dependent = new Set(['participant', 'contactThere', 'novelty', 'follows']);
/** A tick that is taken off in the form is an answer taken back. */
const takenBackInForm = new Set([...dependent, 'consent']);

/** An answer goes only when another one makes it meaningless, and a draft only when its owner confirmed. */
export function expectNothingLost(before: Draft, after: Draft, event: StoryEvent): void {
  expect(after.revision).toBeGreaterThanOrEqual(before.revision);
  if (before.status === 'discarded') {
    expect(after).toEqual(before);
    return;
  }
  if (after.status === 'discarded') {
    const isAsked = before.startingOver === true || before.deleting === true || event.kind === 'both';
    expect(isAsked || before.changes !== undefined).toBe(true);
    if (before.changes === undefined) expect([after.answers, after.attempts]).toEqual([{}, undefined]);
    return;
  }
  const forms = formsIn(event);
  if (forms.some(({ text }) => text.trim() === '')) return;
  const gone = keysOf(before.answers).filter((field) => !keysOf(after.answers).includes(field));
  const mayGo = forms.length > 0 ? takenBackInForm : dependent;
  expect(gone.filter((field) => !mayGo.has(field))).toEqual([]);
  if (before.answers.whose === after.answers.whose) expect(gone).not.toContain('participant');
  expect(keysOf(after.answers.own ?? {})).toEqual(expect.arrayContaining(keysOf(before.answers.own ?? {})));
}

/** A form is also sent while the process dies, and on one of two devices. */
function formsIn(event: StoryEvent): Extract<SimpleEvent, { kind: 'form' }>[] {
  switch (event.kind) {
    case 'form':
      return [event];
    case 'crash':
      return formsIn(event.then);
    case 'both':
      return [event.one, event.other].flatMap(formsIn);
    default:
      return [];
  }
}

function keysOf(record: object): string[] {
  return Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [key]));
}
