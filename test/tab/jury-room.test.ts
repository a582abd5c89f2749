import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { TabTheatre } from './open-tab.ts';
import { openTheatre } from './open-tab.ts';

let theatre: TabTheatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterEach(async () => theatre.clear());
afterAll(async () => theatre.close());

/** As a meeting of the jury finds them: one submission on which they differ widely. */
function differ(): void {
  for (const entry of theatre.server.stage.entries) if (entry.id === 'a5') entry.means = [1.2, 4.8, 3.1];
}

describe('the jury room', () => {
  test('shows a chair where the jury differs, how scores lie and how strict judges are', async () => {
    differ();
    const { tab } = await theatre.open({ actor: 'chair', subPage: 'screen:jury-room' });
    const apart = tab.getByRole('region', { name: 'Waar de jury verschilt' });
    const first = apart.getByRole('listitem').first();
    expect((await first.innerText()).replaceAll(/\s+/g, ' ')).toBe(
      'Gezonde aanpak met drinkflessen op basisscholen Succesvol · Purmerend van 1 tot 5 3 scores',
    );
    await apart.getByRole('button', { name: 'Toon alle 7' }).click();
    expect(await apart.getByRole('listitem').count()).toBe(7);
    const counts = tab.getByRole('table', { name: 'Succesvol: hoe vaak elke score is gegeven' });
    expect(await counts.getByRole('cell').allInnerTexts()).toEqual(['1', '0', '4', '7', '2']);
    await tab.getByText('3 keer niet te beoordelen').waitFor();
    const strict = tab.getByRole('table', { name: 'Hoe streng juryleden scoren' });
    await strict.getByRole('rowheader', { name: 'Jurylid 4' }).waitFor();
    await tab.getByText('Jurylid 1 scoorde veel lager dan te verwachten was').waitFor();
  });

  test('goes from a difference to the sheets, and back to where one was', async () => {
    differ();
    const { page, tab } = await theatre.open({ actor: 'organiser', subPage: 'screen:jury-room' });
    await tab.getByRole('link', { name: 'Tozo door robots' }).first().press('Enter');
    await tab.getByRole('table', { name: 'Scoreformulieren' }).waitFor();
    await tab.getByText('3 van 5 beoordeeld').waitFor();
    await page.frames()[1]?.evaluate('history.back()');
    await tab.getByRole('region', { name: 'Waar de jury verschilt' }).waitFor();
  });

  test('says what to wait for while nobody has scored', async () => {
    for (const entry of theatre.server.stage.entries) entry.means = [];
    const { tab } = await theatre.open({ actor: 'chair', subPage: 'screen:jury-room' });
    await tab.getByRole('heading', { name: 'Nog geen scoreformulieren in deze categorie' }).waitFor();
  });

  test('is not there for a judge', async () => {
    const { tab } = await theatre.open({ actor: 'juror', subPage: 'screen:progress' });
    await tab.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await tab.getByRole('link', { name: 'Juryoverleg' }).count()).toBe(0);
    expect(theatre.server.asked).not.toContain('GET /jury-room');
  });
});

describe('the sheets of a submission', () => {
  test('have every score with its judge, the mean, and what was written', async () => {
    const { tab } = await theatre.open({ actor: 'organiser', subPage: 'screen:leaderboard' });
    await tab.getByRole('link', { name: '4 van 5 beoordeeld' }).click();
    const body = tab.getByRole('table', { name: 'Scoreformulieren' }).locator('tbody');
    await body.getByRole('row').first().waitFor();
    const rows = await body.getByRole('row').allInnerTexts();
    expect(rows.map((row) => row.replaceAll(/\s+/g, ' '))).toEqual([
      'Jurylid 1 4 5 3 5 4,40',
      'Jurylid 2 4 5 3 2 4,20',
      'Jurylid 3 5 5 4 n.t.b. niet te beoordelen 4,60',
      'Jurylid 4 4 5 3 2 4,00',
      'Gemiddelde van allen 4,3 5,0 3,3 3,0 4,30',
    ]);
    const remarks = tab.getByRole('region', { name: 'Opmerkingen' });
    await remarks.getByText('Sterk onderbouwd, met cijfers van voor en na.').waitFor();
    await remarks.getByText('heeft vooral de <b>aanpak</b> nodig.').waitFor();
  });
});

describe('the stage', () => {
  test('shows no place while judges still score', async () => {
    const { tab } = await theatre.open({ actor: 'chair', subPage: 'screen:leaderboard' });
    await tab.getByRole('button', { name: 'Volledig scherm' }).click();
    const stage = tab.getByRole('dialog', { name: 'Direct op het grote scherm' });
    await stage.getByText('Deze ronde loopt nog. Er zijn 11 scoreformulieren ingeleverd.').waitFor();
    expect(await stage.innerText()).not.toContain('Digitale Balie');
    await stage.getByRole('button', { name: 'Sluiten' }).click();
    await stage.waitFor({ state: 'detached' });
  });

  test('shows one more at each step, from the last place on, scores only when asked', async () => {
    theatre.server.stage.roundPhase = 'closed';
    const { page, tab } = await theatre.open({ actor: 'chair', subPage: 'screen:leaderboard' });
    await tab.getByRole('button', { name: 'Volledig scherm' }).click();
    const stage = tab.getByRole('dialog');
    await stage.getByRole('listitem').first().waitFor();
    expect(await stage.innerText()).not.toContain('Digitale Balie');
    await page.keyboard.press('ArrowRight');
    await stage.getByText('Eén loket voor jonge mantelzorgers', { exact: true }).waitFor();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowRight');
    await stage.getByText('Digitale Balie', { exact: true }).waitFor();
    expect(await stage.innerText()).not.toMatch(/4,30|Jurylid|Waarom/);
    await stage.getByRole('button', { name: 'Scores erbij' }).click();
    await stage.getByText('4,30').waitFor();
    await page.keyboard.press('ArrowLeft');
    await stage.getByText('Digitale Balie', { exact: true }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await stage.waitFor({ state: 'detached' });
    await tab.getByRole('table', { name: 'Stand van Direct' }).waitFor();
  });
});
