import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runs } from '../runs.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { allDocuments } from './stored.ts';
import type { Told } from './under-kills.ts';
import { expectOnePost, expectSheets, expectSubmissions, ofACrash, pause, workWhile } from './under-kills.ts';

/**
 * People hand in and score while the server is killed at random moments. What somebody was told is there, once; what
 * they were not told they say again, as people do, and that is there once too.
 */

const kills = runs(10, 200);
const minutes = runs(6, 60);

let app: App;
beforeAll(async () => {
  app = await startApp({
    environment: { DELIVERY_SETTLE_MS: '300' },
    simulator: { timings: { resendSameId: 250, resendNewId: 500, answer: 5_000, refresh: 0 } },
  });
});
afterAll(() => app.stop());

test(
  `what was acknowledged is there once after ${kills} kills`,
  async () => {
    const told: Told = { receipts: [], scores: [] };
    await workWhile(app, told, async () => {
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(300 + Math.random() * 2_500);
        await app.crash();
      }
    });
    await app.simulator.settled();
    for (const { number } of told.receipts) await expectOnePost(app, number);

    const documents = await app.inspect(allDocuments);
    expectSubmissions(documents, told);
    expectSheets(documents, told);
    expect(told.receipts.length).toBeGreaterThan(0);
    expect(told.scores.length).toBeGreaterThan(0);
    expect(app.simulator.violations.filter(({ kind }) => !ofACrash.has(kind))).toEqual([]);
  },
  minutes * 60_000,
);
