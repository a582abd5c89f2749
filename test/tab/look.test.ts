import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { HostChoice } from './host-page.ts';
import type { OpenTab, TabTheatre } from './open-tab.ts';
import { openTheatre } from './open-tab.ts';

let theatre: TabTheatre;
let axe: string;

beforeAll(async () => {
  theatre = await openTheatre();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterEach(async () => theatre.clear());
afterAll(async () => theatre.close());

interface Scene {
  name: string;
  choice: HostChoice;
  /** The tab to choose, counted from 0. */
  choose?: number;
}

const scenes: Scene[] = [
  { name: 'ranking', choice: { actor: 'organiser' } },
  { name: 'shortlist', choice: { actor: 'chair' }, choose: 1 },
  { name: 'progress of an organiser', choice: { actor: 'organiser' }, choose: 2 },
  { name: 'progress of a judge', choice: { actor: 'juror' } },
  { name: 'own submissions', choice: { actor: 'civilServant' } },
  { name: 'own submissions, none', choice: { actor: 'newcomer' } },
  { name: 'a submission', choice: { actor: 'civilServant', subPage: 'submission:b2' } },
  { name: 'a submission that is not for you', choice: { actor: 'juror', subPage: 'submission:a2' } },
  { name: 'no sign-in', choice: { actor: 'juror', refusesToken: true } },
];

const themes = [
  ['default', 'nl-nl'],
  ['dark', 'en-gb'],
  ['contrast', 'nl-nl'],
  ['default', 'en-gb'],
] as const;

async function openScene({ choice, choose }: Scene, [theme, locale]: (typeof themes)[number], width: number) {
  const open = await theatre.open({ ...choice, theme, locale }, width);
  await open.tab.getByRole('heading', { level: 2 }).first().waitFor({ state: 'attached' });
  if (choose !== undefined) await open.tab.getByRole('tab').nth(choose).click();
  await theatre.server.quiet();
  return open;
}

/** Evaluates in the tab's own frame, past its policy, as a browser's own tools do. */
async function inTab({ page }: OpenTab, script: string): Promise<unknown> {
  return page.frames()[1]?.evaluate(script);
}

const violations = `axe.run(document, { iframes: false }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html + failureSummary).join(' | ')))`;

describe.each(scenes)('$name', (scene) => {
  test.each(themes)('has no fault that axe finds (%s, %s)', async (...theme) => {
    const open = await openScene(scene, theme, 1024);
    await inTab(open, axe);
    expect(await inTab(open, violations)).toEqual([]);
  });

  test.each(themes.slice(0, 2))('fits a phone of 320 px (%s, %s)', async (...theme) => {
    const open = await openScene(scene, theme, 320);
    const sizes = await inTab(open, '[document.documentElement.scrollWidth, innerWidth]');
    expect(sizes).toEqual([320, 320]);
    const cut = `[...document.querySelectorAll('main *')].filter((each) => !each.closest('.visually-hidden')
      && each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.outerHTML.slice(0, 80))`;
    expect(await inTab(open, cut)).toEqual([]);
  });
});

test('text at twice its size still fits a phone of 640 px', async () => {
  const open = await openScene({ name: '', choice: { actor: 'organiser' } }, themes[0], 640);
  await inTab(open, `document.documentElement.style.zoom = '2'`);
  expect(await inTab(open, 'document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});
