import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { waitFor } from '../wait-for.ts';
import type { OpenTab, TabTheatre } from './open-tab.ts';
import { openTheatre } from './open-tab.ts';
import type { Entry } from './stage.ts';

let theatre: TabTheatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterEach(async () => theatre.clear());
afterAll(async () => theatre.close());

const openA1 = (actor: 'juror' | 'chair' | 'organiser' = 'juror'): Promise<OpenTab> =>
  theatre.open({ actor, subPage: 'submission:a1' });

function entry(id: string): Entry {
  const found = theatre.server.stage.entries.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
}

test('shows what was said, by whom and when, and what became of it', async () => {
  const { tab } = await openA1();
  const talk = tab.getByRole('region', { name: 'Gesprek' });
  const lines = talk.getByRole('listitem');
  await lines.first().waitFor();
  const texts = (await lines.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
  expect(texts[0]).toBe(
    'Petra Vermeulen 1 december 2025, 10.12 uur Mooi dat inwoners zelf hebben meegedacht. Ik mis alleen wat het kost.',
  );
  expect(texts[1]).toMatch(/^Jurylid 1 \(u\) .*15.30 uur · bewerkt Dat staat in het onderzoek/);
  expect(texts[2]).toMatch(/^Jurylid 3 van der Lange-Achternaam .* Verwijderd$/);
  expect(texts[3]).toMatch(/1. <b>eerst<\/b> de balie 2. dan de app … Dit bericht is langer/);
  expect(texts[4]).toMatch(/Er hoort een bijlage of afbeelding bij. Die staat in Teams.$/);
});

test('opens the thread through Teams', async () => {
  const { page, tab } = await openA1('chair');
  await tab.getByRole('link', { name: 'Praat mee in Teams' }).click();
  await waitFor('the link', async () =>
    (await page.evaluate<string>('document.body.dataset.opened ?? ""')).startsWith(
      'https://teams.microsoft.com/l/message/',
    ),
  );
});

test('follows by itself, and asks nothing for another submission', async () => {
  const { tab } = await openA1();
  await tab.getByText('Live', { exact: true }).waitFor();
  await tab.getByRole('region', { name: 'Gesprek' }).waitFor();
  await theatre.server.quiet();
  const before = theatre.server.asked.length;
  const [first] = entry('a1').talk ?? [];
  if (first === undefined) throw new Error('nothing was said');
  entry('a1').talk = [{ ...first, text: 'Ik ben om.', id: '9' }];
  theatre.server.tell({ kind: 'discussion', submissionId: 'a2' });
  theatre.server.tell({ kind: 'discussion', submissionId: 'a1' });
  await tab.getByText('Ik ben om.').waitFor();
  expect(theatre.server.asked.slice(before)).toEqual(['GET /submissions/a1/discussion']);
});

test('comes when one’s own sheet is in, and goes when one abstains', async () => {
  entry('a4').talk = entry('a1').talk;
  const { tab } = await theatre.open({ actor: 'juror', subPage: 'submission:a4' });
  await tab.getByRole('heading', { name: 'Tozo door robots' }).waitFor();
  await tab.getByText('Live', { exact: true }).waitFor();
  await theatre.server.quiet();
  expect(await tab.getByText('Gesprek').count()).toBe(0);
  entry('a4').own = 'handed-in';
  theatre.server.tell({ kind: 'progress' });
  await tab.getByRole('region', { name: 'Gesprek' }).waitFor();
  entry('a4').own = 'none';
  theatre.server.tell({ kind: 'progress' });
  await tab.getByRole('region', { name: 'Gesprek' }).waitFor({ state: 'detached' });
});

test('says so when nothing was said, and when there is more than fits', async () => {
  const { tab } = await theatre.open({ actor: 'organiser', subPage: 'submission:a4' });
  await tab.getByText('Hier staat nog niets. Praat mee onder het bericht in het jurykanaal.').waitFor();
  entry('a1').talkIsIncomplete = true;
  const other = await openA1('organiser');
  await other.tab.getByRole('region', { name: 'Gesprek' }).waitFor();
  await other.tab.getByText('Er is meer gezegd dan hier past. Lees verder in Teams.').waitFor();
});

test('a failing server can be asked again', async () => {
  theatre.server.fault = { path: '/submissions/a1/discussion', status: 500, code: 'unexpected' };
  const { tab } = await openA1();
  await tab.getByRole('heading', { name: 'De server kan dit nu niet laten zien' }).waitFor();
  theatre.server.fault = undefined;
  await tab.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await tab.getByRole('region', { name: 'Gesprek' }).waitFor();
});
