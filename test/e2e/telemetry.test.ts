import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCollector, type Collector } from '../bot/telemetry/collector.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import { startApp, type App } from './app.ts';
import { personalDataIn } from './personal-data.ts';

/** The whole server, measured by Microsoft's exporter, to a collector of ours. */
let app: App;
let collector: Collector;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telemetry-'));
  collector = await startCollector();
  const certificate = join(folder, 'collector.pem');
  await writeFile(certificate, collector.certificate);
  app = await startApp({
    environment: {
      APPLICATIONINSIGHTS_CONNECTION_STRING: collector.connectionString,
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
      NODE_EXTRA_CA_CERTS: certificate,
    },
  });
  await app.simulator.say(people.sanne, 'hoi');
  await waitFor('an answer', () => app.simulator.messages(people.sanne).length > 1);
  await app.simulator.settled();
  // What was measured is sent before the server ends.
  await app.bot.stop();
});
afterAll(async () => {
  await app.stop();
  await collector.stop();
  await rm(folder, { recursive: true });
});

const times = (name: string, property: string, value: string) =>
  collector
    .metrics()
    .filter((metric) => metric.name === name && metric.properties[property] === value)
    .reduce((sum, { count = 0 }) => sum + count, 0);

test('a turn, what the store did for it and what came of it in Teams are measured', () => {
  expect(times('gemeentedelers.turn.duration', 'kind', 'said')).toBe(1);
  expect(times('gemeentedelers.turn.duration', 'outcome', 'done')).toBeGreaterThan(0);
  expect(times('gemeentedelers.request.duration', 'route', '/api/messages')).toBeGreaterThan(1);
  expect(times('gemeentedelers.store.duration', 'operation', 'commit')).toBeGreaterThan(1);
  const lags = collector.metrics().filter(({ name }) => name === 'gemeentedelers.delivery.lag');
  expect(lags.reduce((sum, { count = 0 }) => sum + count, 0)).toBeGreaterThan(0);
  expect(collector.metrics().map(({ name }) => name)).toContain('gemeentedelers.delivery.in_hand');
});

test('the turn is a request, with the operations of the store below it', () => {
  const requests = collector.envelopes.filter(({ data }) => data.baseType === 'RequestData');
  const said = requests.find(({ data }) => JSON.stringify(data).includes('"kind":"said"'));
  const below = collector.envelopes.filter(
    ({ data, tags }) =>
      data.baseType === 'RemoteDependencyData' && tags['ai.operation.id'] === said?.tags['ai.operation.id'],
  );
  expect(below.length).toBeGreaterThan(1);
});

test('nothing of it is about a person', () => {
  const sent = JSON.stringify(collector.envelopes);
  expect(personalDataIn(sent, ['hoi'])).toEqual([]);
  expect(sent).not.toMatch(/29:|tenantId|objectId|conversation/i);
});
