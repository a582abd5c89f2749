import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { instruments } from '../../../bot/telemetry/instruments.ts';
import { noTelemetry, startTelemetry, type Telemetry } from '../../../bot/telemetry/telemetry.ts';
import { trust } from '../../cosmos/trust.ts';
import { startCollector, type Collector } from './collector.ts';

const warnings: object[] = [];
const log = { warn: (fields: object) => void warnings.push(fields) };

let collector: Collector;
let telemetry: Telemetry;

/** Everything that can be measured, once; the first turn within a request that asks the store. */
async function measureAll(): Promise<void> {
  const ended = Promise.withResolvers<undefined>();
  const end = telemetry.request(() => {
    void sleep(5).then(() => {
      telemetry.store.done('commit', 4);
      telemetry.turn({ kind: 'said', outcome: 'done', ms: 12 });
      ended.resolve(undefined);
    });
  });
  await ended.promise;
  end({ method: 'POST', route: '/api/messages', status: 200, ms: 14 });
  telemetry.turn({ kind: 'tapped', outcome: 'said no: conflict', ms: 20 });
  telemetry.turn({ kind: 'tapped', outcome: 'done', ms: 30 });
  telemetry.delivery.shown(250);
  telemetry.delivery.refused();
  telemetry.delivery.ambiguous();
  telemetry.delivery.undeliverable();
  telemetry.store.done('read', 2, 'store-unavailable');
  telemetry.store.charged('commit', 10.5);
  telemetry.store.charged('commit', 9.5);
  telemetry.watchDelivery(() => ({ waiting: 3, ambiguous: 1, parked: 2, retrying: 0, oldestMs: 700 }));
}

beforeAll(async () => {
  process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] = 'true';
  collector = await startCollector();
  trust(collector.certificate);
  telemetry = await startTelemetry(collector.connectionString, log);
  await measureAll();
  await telemetry.stop();
});
afterAll(() => collector.stop());

const measured = (name: string) => collector.metrics().filter((metric) => metric.name === name);

describe('what is measured, at the other end of the wire', () => {
  test('has the names that alerts and workbook ask for', () => {
    const received = new Set(collector.metrics().map(({ name }) => name));
    expect([...received].filter((name) => name.startsWith('gemeentedelers')).toSorted()).toEqual(
      instruments.map(({ name }) => name).toSorted(),
    );
    expect(warnings).toEqual([]);
  });

  test('is told apart by exactly what each instrument names', () => {
    for (const { name, attributes } of instruments) {
      for (const { properties } of measured(name)) {
        expect(Object.keys(properties).toSorted()).toEqual([...attributes].toSorted());
      }
    }
  });

  test('counts turns, and how long they took together', () => {
    const turns = measured('gemeentedelers.turn.duration');
    expect(turns).toHaveLength(3);
    expect(turns).toContainEqual({
      name: 'gemeentedelers.turn.duration',
      value: 20,
      count: 1,
      properties: { kind: 'tapped', outcome: 'said no' },
    });
  });

  test('adds up request units', () => {
    expect(measured('gemeentedelers.store.request_units')).toEqual([
      expect.objectContaining({ value: 20, properties: { operation: 'commit' } }),
    ]);
  });

  test('says how delivery stands', () => {
    const standings = measured('gemeentedelers.delivery.in_hand').map(({ value, properties }) => [
      properties['standing'],
      value,
    ]);
    expect(Object.fromEntries(standings)).toEqual({ waiting: 3, ambiguous: 1, parked: 2, retrying: 0 });
    expect(measured('gemeentedelers.delivery.oldest')).toEqual([expect.objectContaining({ value: 700 })]);
  });
});

describe('a request', () => {
  const ofType = (type: string) => collector.envelopes.filter(({ data }) => data.baseType === type);

  test('is a trace by its route, with what the store did in it and how the turn ended', () => {
    const [request, ...more] = ofType('RequestData');
    const [dependency, ...others] = ofType('RemoteDependencyData');
    expect([more, others]).toEqual([[], []]);
    expect(request?.data.baseData).toMatchObject({
      name: 'POST /api/messages',
      responseCode: '200',
      success: true,
      properties: { kind: 'said', outcome: 'done' },
    });
    expect(dependency?.data.baseData).toMatchObject({ name: 'store commit', success: true });
    expect(dependency?.tags['ai.operation.id']).toBe(request?.tags['ai.operation.id']);
    expect(dependency?.tags['ai.operation.parentId']).toBe(request?.data.baseData['id']);
  });

  test('names the server, and no address of anybody', () => {
    for (const { tags } of collector.envelopes) expect(tags).not.toHaveProperty('ai.user.id');
    expect(ofType('RequestData')[0]?.tags['ai.cloud.role']).toBe('gemeentedelers');
    expect(JSON.stringify(ofType('RequestData'))).not.toMatch(/url":"[^"]/);
  });
});

describe('without a place to measure to', () => {
  test('nothing is measured, and requests go on', async () => {
    const nothing = await startTelemetry(undefined, log);
    expect(nothing).toBe(noTelemetry);
    let ran = 0;
    nothing.request(() => (ran += 1))({ method: 'GET', route: '/tab/', status: 200, ms: 1 });
    expect(ran).toBe(1);
  });
});
