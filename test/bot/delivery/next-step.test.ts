import { describe, expect, test } from '@jest/globals';
import { nextStep, type Step } from '../../../bot/delivery/next-step.ts';
import type { Delivery, MessageContent } from '../../../bot/domain/outgoing-message.ts';

const notice: MessageContent = { kind: 'notice', text: 'hello', values: {} };
const nothing: MessageContent = { kind: 'nothing' };
const line: MessageContent = { kind: 'moved-post', submissionId: 's', roundId: 'preselection' };
const at = { serviceUrl: 'https://teams.example/', tenantId: 't', conversationId: '19:x', activityId: '1' };
const since = '2026-11-22T09:00:00.000Z';
const now = Date.parse(since) + 10_000;
const later = new Date(now + 500).toISOString();

const never: Delivery | undefined = undefined;
const ambiguous: Delivery = { state: 'ambiguous', since, attempt: 2 };
const refused: Delivery = { state: 'refused', attempt: 2, notBefore: since };
const refusedTillLater: Delivery = { state: 'refused', attempt: 2, notBefore: later };
const behind: Delivery = { state: 'posted', at, shown: 2 };
const upToDate: Delivery = { state: 'posted', at, shown: 3 };
const removing: Delivery = { state: 'removing', at };
const undeliverable: Delivery = { state: 'undeliverable', reason: 'gone', since };

const gone: Delivery = { ...undeliverable, at, tried: 2 };
const tried: Delivery = { ...undeliverable, at, tried: 3 };
const sent: Delivery = {
  ...ambiguous,
  to: { serviceUrl: 'https://teams.example/', tenantId: 't', conversationId: '19:old' },
};

const done: Step = { kind: 'done' };
const reconcile: Step = { kind: 'reconcile', since, attempt: 2 };

describe('what comes next for a message at revision 3', () => {
  test.each<[string, Delivery | undefined, MessageContent, Step]>([
    ['never posted', never, notice, { kind: 'post', attempt: 1 }],
    ['never posted', never, nothing, done],
    ['in doubt', ambiguous, notice, reconcile],
    ['in doubt', ambiguous, nothing, reconcile],
    ['refused', refused, notice, { kind: 'post', attempt: 3 }],
    ['refused just now', refusedTillLater, notice, { kind: 'wait', until: now + 500 }],
    ['refused', refused, nothing, done],
    ['behind', behind, notice, { kind: 'edit', at }],
    ['behind', behind, nothing, { kind: 'remove', at }],
    ['up to date', upToDate, notice, done],
    ['being taken away', removing, notice, { kind: 'remove', at }],
    ['being taken away', removing, nothing, { kind: 'remove', at }],
    ['undeliverable', undeliverable, notice, done],
    ['undeliverable', undeliverable, nothing, done],
    ['in doubt in a channel', sent, notice, { ...reconcile, to: sent.to }],
    ['never posted', never, line, done],
    ['refused', refused, line, done],
    ['behind', behind, line, { kind: 'edit', at }],
    ['gone', gone, notice, done],
    ['gone', gone, line, { kind: 'edit', at }],
    ['gone', gone, nothing, { kind: 'remove', at }],
    ['gone, as was tried', tried, line, done],
  ])('%s: %j, to show %j', (_name, delivery, content, step) => {
    const moment = { now, changeFrom: 0, busyUntil: 0 };
    expect(nextStep({ content, wanted: 3 }, delivery, moment)).toEqual(step);
  });

  test('an edit waits until the message may be changed again', () => {
    const moment = { now, changeFrom: now + 1, busyUntil: 0 };
    expect(nextStep({ content: notice, wanted: 3 }, behind, moment)).toEqual({
      kind: 'wait',
      until: now + 1,
    });
  });

  test.each<[MessageContent, Delivery | undefined, Step]>([
    [notice, behind, { kind: 'hold' }],
    [notice, upToDate, done],
    [notice, never, { kind: 'post', attempt: 1 }],
    [nothing, behind, { kind: 'remove', at }],
  ])('while somebody fills something in, %j at %j', (content, delivery, step) => {
    expect(nextStep({ content, wanted: 3 }, delivery, { now, changeFrom: 0, busyUntil: now + 1 })).toEqual(
      step,
    );
  });
});
