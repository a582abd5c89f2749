import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { textOf } from '../teams/card-text.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { handIn, initiative, juryPost, juryPosts, numbersSeen, score } from './do-as-people.ts';

/**
 * The same walk with the documents in Cosmos DB, on the wire: the app signs in as its managed identity. Meanwhile
 * requests are refused and answers get lost.
 */
let app: App;
const title = 'Reizende luisterpaal';

beforeAll(async () => {
  app = await startApp({ store: 'cosmos', environment: { DELIVERY_SETTLE_MS: '300' } });
});
afterAll(() => app.stop());

function disturb(): void {
  app.store.server?.faults.add(
    { how: { status: 429, retryAfterMs: 50 }, times: 3, after: 2 },
    { on: ['create', 'replace', 'batch'], how: 'cut-after', times: 2, after: 3 },
    { on: ['create', 'replace', 'batch'], how: { status: 449 }, after: 1 },
    { on: ['read'], how: { status: 503 }, after: 4 },
  );
}

test('a civil servant hands in, and gets one number', async () => {
  disturb();
  expect(await handIn(app, people.sanne, initiative({ title }))).toBe('GD27-0001');
  await app.simulator.settled();
  expect(numbersSeen(app, people.sanne)).toEqual(['GD27-0001']);
});

test('jurors score, and the channel sees how many have', async () => {
  disturb();
  const post = await juryPost(app, people.juror1, title);
  expect(textOf(post)).toContain('0 van 5 beoordeeld');
  expect(await score(app, people.juror1, title, '4')).toEqual({ kind: 'card' });
  expect(await score(app, people.juror2, title, '2')).toEqual({ kind: 'card' });
  await waitFor(
    'the channel to say 2 of 5',
    () => textOf(juryPosts(app, people.chair, title)[0] ?? { cards: [] }).includes('2 van 5 beoordeeld'),
    60_000,
  );
});

test('after a crash it goes on where it was, and posts nothing twice', async () => {
  await app.crash();
  expect(await score(app, people.juror3, title, '3')).toEqual({ kind: 'card' });
  await waitFor(
    'the channel to say 3 of 5',
    () => textOf(juryPosts(app, people.chair, title)[0] ?? { cards: [] }).includes('3 van 5 beoordeeld'),
    60_000,
  );
  await app.simulator.settled();
  expect(juryPosts(app, people.chair, title)).toHaveLength(1);
  expect(app.simulator.violations).toEqual([]);
});

test('it asks within partitions only, and for nothing that is not of the adapter', () => {
  const exchanges = app.store.server?.exchanges ?? [];
  expect(exchanges.length).toBeGreaterThan(100);
  expect(exchanges.filter(({ kind }) => kind === 'other')).toEqual([]);
  expect(exchanges.filter(({ status, kind }) => status === 400 && kind !== 'query-plan')).toEqual([]);
});

test('what each request cost is in the log, and a tap is few commits', async () => {
  const lines = app.bot
    .output()
    .split('\n')
    .filter((line) => line.includes('"msg":"request charged"'));
  // @NOTE our own server's log: one JSON a line
  const charged = lines.map((line) => JSON.parse(line) as { route: string; operations: { commit?: number } });
  const taps = charged.filter(({ route }) => route === '/api/messages');
  expect(taps.length).toBeGreaterThan(0);
  expect(Math.max(...taps.map(({ operations }) => operations.commit ?? 0))).toBeLessThanOrEqual(2);
});
