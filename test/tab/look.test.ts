import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { HostChoice } from './host-page.ts';
import type { OpenTab, TabTheatre } from './open-tab.ts';
import { openTheatre } from './open-tab.ts';
import { atRest } from '../at-rest.ts';
import { runs } from '../runs.ts';
import { waitFor } from '../wait-for.ts';

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
  /** The part of that screen to go to, as its address says it. */
  at?: string;
  /** Where to go then: what stands behind the # of the address. */
  hash?: string;
  /** What to unfold. */
  unfold?: boolean;
}

const scenes: Scene[] = [
  { name: 'the start of an organiser', choice: { actor: 'organiser' } },
  { name: 'ranking', choice: { actor: 'organiser', subPage: 'screen:leaderboard' } },
  {
    name: 'ranking with all it can tell',
    choice: { actor: 'chair', subPage: 'screen:leaderboard' },
    unfold: true,
  },
  { name: 'the jury room', choice: { actor: 'chair', subPage: 'screen:jury-room' } },
  {
    name: 'shortlist with all it can tell',
    choice: { actor: 'chair', subPage: 'screen:shortlist' },
    unfold: true,
  },
  { name: 'progress of an organiser', choice: { actor: 'organiser', subPage: 'screen:progress' } },
  { name: 'who takes part', choice: { actor: 'organiser', subPage: 'screen:progress' }, at: 'entries' },
  { name: 'the list of a judge', choice: { actor: 'juror', subPage: 'screen:score' } },
  { name: 'a sheet to fill in', choice: { actor: 'juror', subPage: 'score:a3' }, unfold: true },
  { name: 'a sheet handed in', choice: { actor: 'juror', subPage: 'score:a1' } },
  { name: 'the start of a civil servant', choice: { actor: 'civilServant' } },
  { name: 'the start of who is new', choice: { actor: 'newcomer' } },
  { name: 'the list of submissions', choice: { actor: 'juror', subPage: 'screen:submissions' } },
  {
    name: 'a submission with all it can tell',
    choice: { actor: 'civilServant', subPage: 'submission:b2' },
    unfold: true,
  },
  { name: 'a submission with talk', choice: { actor: 'juror', subPage: 'submission:a1' } },
  { name: 'a submission without talk', choice: { actor: 'chair', subPage: 'submission:a4' } },
  { name: 'a submission that is not for you', choice: { actor: 'juror', subPage: 'submission:a2' } },
  { name: 'the sheets', choice: { actor: 'chair' }, hash: 'screen=leaderboard&submission=a1&at=sheets' },
  { name: 'the stage', choice: { actor: 'chair' }, hash: 'screen=leaderboard&at=stage' },
  { name: 'feedback', choice: { actor: 'organiser' }, hash: 'screen=shortlist&at=feedback:preselection:a1' },
  { name: 'files', choice: { actor: 'organiser' }, hash: 'screen=shortlist&at=files:preselection' },
  { name: 'editions', choice: { actor: 'organiser' }, hash: 'screen=edition' },
  {
    name: 'the questions of an edition',
    choice: { actor: 'organiser' },
    hash: 'screen=edition&at=gd27/intake',
  },
  { name: 'the people of an edition', choice: { actor: 'organiser' }, hash: 'screen=edition&at=gd27/people' },
  { name: 'no sign-in', choice: { actor: 'juror', refusesToken: true } },
];

const themes = ['default', 'dark', 'contrast'] as const;
/** Colours are the same in every language. */
const themesIn = { 'nl-nl': themes, 'en-gb': runs(1, 3) === 3 ? themes : [] };

async function openScene(
  { choice, at, hash, unfold = false }: Scene,
  locale: HostChoice['locale'],
): Promise<OpenTab> {
  const open = await theatre.open({ ...choice, locale }, 1024);
  await open.tab.getByRole('heading', { level: 2 }).first().waitFor({ state: 'attached' });
  if (hash !== undefined) {
    await inTab(open, `location.hash = '${hash}'`);
    await theatre.server.quiet();
  }
  if (at !== undefined) await open.tab.locator(`a[href$='at=${at}']`).click();
  await theatre.server.quiet();
  if (unfold) {
    for (const each of await open.tab.locator('main summary').all()) await each.click();
    await theatre.server.quiet();
  }
  return open;
}

/** Evaluates in the tab's own frame, past its policy, as a browser's own tools do. */
async function inTab({ page }: OpenTab, script: string): Promise<unknown> {
  return page.frames()[1]?.evaluate(script);
}

/** Colours that are still on their way to the new theme's are nobody's fault. */
const violations = `${atRest}.then(() => axe.run(document, { iframes: false })).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html + failureSummary).join(' | ')))`;

/** What sticks out to the right, unless it is there to be heard only. */
const sticksOut = `[...document.querySelectorAll('body *')]
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
  .filter((each) => { while (each && getComputedStyle(each).clipPath === 'none') each = each.parentElement; return !each; })
  .map((each) => each.outerHTML.slice(0, 80))`;

/** What still does when charts have been drawn anew for the width. */
async function sticksOutOf(open: OpenTab): Promise<unknown> {
  let found: unknown;
  const look = async () => {
    found = await inTab(open, sticksOut);
    return Array.isArray(found) && found.length === 0;
  };
  await waitFor('all to fit', look, 5_000).catch(() => undefined);
  return found;
}

describe.each(scenes)('$name', (scene) => {
  test.each(['nl-nl', 'en-gb'] as const)(
    'is for everybody, in each theme, also on a phone (%s)',
    async (locale) => {
      const open = await openScene(scene, locale);
      await inTab(open, axe);
      for (const theme of themesIn[locale]) {
        await open.page.evaluate(`host.changeTheme('${theme}')`);
        await open.tab.locator(`[data-theme=${theme}]`).waitFor();
        expect({ theme, violations: await inTab(open, violations) }).toEqual({ theme, violations: [] });
      }
      await open.page.setViewportSize({ width: 320, height: 700 });
      expect(await sticksOutOf(open)).toEqual([]);
      expect(await inTab(open, '[document.documentElement.scrollWidth, innerWidth]')).toEqual([320, 320]);
      expect(await inTab(open, violations)).toEqual([]);
    },
  );
});

test('at twice its size it still fits 640 px', async () => {
  const open = await openScene(
    { name: '', choice: { actor: 'organiser', subPage: 'screen:leaderboard' } },
    'nl-nl',
  );
  await open.page.setViewportSize({ width: 640, height: 700 });
  await inTab(open, `document.documentElement.style.zoom = '2'`);
  expect(await inTab(open, 'document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});
