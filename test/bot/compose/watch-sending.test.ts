import { expect, test } from '@jest/globals';
import { watchSending } from '../../../bot/compose/watch-sending.ts';
import { noTelemetry, type MeasuredDelivery } from '../../../bot/telemetry/telemetry.ts';

const inHand = (waiting: number) => ({ waiting, ambiguous: 0, parked: 0, retrying: 0, oldestMs: 0 });

test('what is in hand is measured once, and only where it is sent', () => {
  const asked: (() => MeasuredDelivery)[] = [];
  const watch = watchSending({ ...noTelemetry, watchDelivery: (read) => void asked.push(read) });
  const seen = () => asked.map((read) => read().waiting);
  expect(seen()).toEqual([0]);
  const leave = watch.follow({ state: () => inHand(3) });
  expect(seen()).toEqual([3]);
  watch.follow({ state: () => inHand(5) });
  leave();
  expect(seen()).toEqual([5]);
});
