import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import { waitFor } from '../wait-for.ts';
import type { OpenTab, TabTheatre } from './open-tab.ts';
import { openTheatre } from './open-tab.ts';

let theatre: TabTheatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterEach(async () => theatre.clear());
afterAll(async () => theatre.close());

/** Opens the ranking and waits until it is live and everything has been asked. */
async function openRanking(): Promise<OpenTab> {
  const open = await theatre.open({ actor: 'organiser', subPage: 'screen:leaderboard' });
  await open.tab.getByText('Live', { exact: true }).waitFor();
  await open.tab.getByRole('table').waitFor();
  await theatre.server.quiet();
  return open;
}

async function firstTitle(tab: FrameLocator): Promise<string> {
  return tab.getByRole('rowheader').first().getByRole('link').innerText();
}

function score(id: string, ...means: number[]): void {
  const entry = theatre.server.stage.entries.find((each) => each.id === id);
  entry?.means.push(...means);
  theatre.server.stage.asOf = '2026-12-03T13:09:00.000Z';
}

test('a score moves a row up by itself, and is said politely', async () => {
  const { page, tab } = await openRanking();
  const before = theatre.server.asked.length;
  score('a4', 5, 5, 5, 5, 5, 5, 5, 5, 5, 5);
  theatre.server.tell({ kind: 'leaderboard', categoryId: 'direct' });
  await waitFor('the new leader', async () => (await firstTitle(tab)) === 'Tozo door robots');
  const moving = 'document.getAnimations().filter((each) => each.effect.target.tagName === "TR").length';
  expect(await page.frames()[1]?.evaluate(moving)).toBeGreaterThan(0);
  const said = tab.locator('[aria-live=polite]');
  expect(await said.innerText()).toMatch(
    /Stand bijgewerkt: 3 december 2026, 14.09 uur. Op plaats 1: Tozo door robots./,
  );
  expect(theatre.server.asked.slice(before)).toEqual(['GET /leaderboard']);
});

test('a change in another category asks nothing of this one', async () => {
  const { page } = await openRanking();
  const before = theatre.server.asked.length;
  theatre.server.tell({ kind: 'leaderboard', categoryId: 'indirect' });
  await page.waitForTimeout(300);
  expect(theatre.server.asked.slice(before)).toEqual([]);
});

test('a broken line is said, mended, and what was missed is asked again', async () => {
  const { tab } = await openRanking();
  theatre.server.fault = { path: '/events', status: 503, code: 'unexpected' };
  theatre.server.cutStreams();
  await tab.getByText('Verbinding verbroken, ik probeer het opnieuw').waitFor();
  expect(await firstTitle(tab)).toBe('Digitale Balie');
  score('a3', 5, 5, 5, 5, 5);
  theatre.server.fault = undefined;
  await tab.getByText('Live', { exact: true }).waitFor();
  await waitFor('the missed change', async () => (await firstTitle(tab)).startsWith('Eén loket'));
});

test('what somebody may no longer see goes away', async () => {
  const { tab } = await openRanking();
  theatre.server.fault = { path: '/leaderboard', status: 404, code: 'not-found' };
  theatre.server.tell({ kind: 'leaderboard', categoryId: 'direct' });
  await tab.getByRole('heading', { name: 'U kunt dit niet bekijken' }).waitFor();
  expect(await tab.getByRole('table').count()).toBe(0);
});

test('what was shown stays when asking again fails', async () => {
  const { page, tab } = await openRanking();
  theatre.server.fault = { path: '/leaderboard', status: 500, code: 'unexpected' };
  const before = theatre.server.asked.length;
  theatre.server.tell({ kind: 'leaderboard', categoryId: 'direct' });
  await waitFor('all attempts', () => theatre.server.asked.length >= before + 3);
  await page.waitForTimeout(100);
  expect(await firstTitle(tab)).toBe('Digitale Balie');
});

test('the colours follow Teams', async () => {
  const { page, tab } = await openRanking();
  const colour = () =>
    page.frames()[1]?.evaluate('getComputedStyle(document.querySelector("[data-theme]")).backgroundColor');
  const light = await colour();
  await page.evaluate('host.changeTheme("dark")');
  await tab.locator('[data-theme=dark]').waitFor();
  expect(await colour()).not.toBe(light);
  await page.evaluate('host.changeTheme("contrast")');
  await tab.locator('[data-theme=contrast]').waitFor();
  expect(await colour()).toBe('rgb(0, 0, 0)');
});
