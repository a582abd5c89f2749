import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import { waitFor } from '../wait-for.ts';
import type { TabTheatre } from './open-tab.ts';
import { openTheatre } from './open-tab.ts';

let theatre: TabTheatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterEach(async () => theatre.clear());
afterAll(async () => theatre.close());

async function rowsOf(tab: FrameLocator): Promise<string[]> {
  await tab.getByRole('rowheader').first().waitFor();
  const rows = await tab.locator('tbody').getByRole('row').allInnerTexts();
  return rows.map((row) => row.replaceAll(/\s+/g, ' ').trim());
}

describe('the ranking', () => {
  test('shows an organiser ranks, shared ones too, both scores as Dutch writes them, and counts', async () => {
    const { tab, complaints } = await theatre.open({ actor: 'organiser', subPage: 'screen:leaderboard' });
    expect(await rowsOf(tab)).toEqual([
      '1 Digitale Balie Rotterdam · GD27-0001 Waarom hier? 4,30 4,29 1 4 van 5 beoordeeld',
      '2 gedeeld Samen het groen in: bewoners onderhouden zelf hun straat Zwolle · GD27-0002 Waarom hier? 3,80 3,78 2 t/m 3 2 van 4 beoordeeld',
      "2 gedeeld Eén loket voor jonge mantelzorgers 's-Gravenhage · GD27-0003 Waarom hier? 3,80 3,78 2 t/m 3 2 van 5 beoordeeld",
      'Tot hier: 3 inzendingen gaan door',
      '4 Tozo door robots Leeuwarden · GD27-0004 Waarom hier? 3,00 2,96 4 3 van 5 beoordeeld',
      '– Geen plaats Gezonde aanpak met drinkflessen op basisscholen Purmerend · GD27-0005 nog geen score 0 van 5 beoordeeld',
    ]);
    await tab.getByRole('columnheader', { name: 'Gemiddelde bepalend' }).waitFor();
    await tab.getByText('Stand van 3 december 2026, 14.03 uur, uit 11 scoreformulieren').waitFor();
    await tab.getByText('Voorbeeld', { exact: true }).waitFor();
    await tab.getByText('Voorselectie: scoren kan tot en met 18 december 2026.').waitFor();
    expect(complaints.filter((text) => !text.includes('net::ERR_FAILED'))).toEqual([]);
  });

  test('says in plain words what was adjusted and what was not, and how that works', async () => {
    const { tab } = await theatre.open({ actor: 'chair', subPage: 'screen:leaderboard' });
    const verdict = tab.getByRole('region', { name: 'Wat zegt deze volgorde?' });
    await verdict.getByText('Uit de scores blijkt niet dat juryleden in strengheid verschillen.').waitFor();
    await verdict.getByText('Hoe werkt dit?').click();
    await verdict.getByText('een streng jurylid geeft alles wat lager').waitFor();
    await tab.getByRole('link', { name: 'Indirect' }).click();
    await verdict.getByText('nog te weinig scoreformulieren').waitFor();
  });

  test('tells who asks why a submission stands where it stands, and how sure that is', async () => {
    const { tab } = await theatre.open({ actor: 'chair', subPage: 'screen:leaderboard' });
    const why = (title: string) => tab.getByRole('row').filter({ hasText: title });
    await why('Digitale Balie').getByText('Waarom hier?').click();
    await why('Digitale Balie')
      .getByText('Staat boven de volgende door het gemiddelde: 0,5 hoger.')
      .waitFor();
    await why('Digitale Balie').getByText('hoort deze inzending op plaats 1.').waitFor();
    await why('Samen het groen').getByText('Waarom hier?').click();
    await why('Samen het groen').getByText('In alles gelijk met de volgende.').waitFor();
  });

  test('names those that are equal on the line, and leaves the choice to the jury', async () => {
    theatre.server.stage.shortlistSize = 2;
    const { tab } = await theatre.open({ actor: 'chair', subPage: 'screen:leaderboard' });
    await tab.getByText('2 inzendingen zijn in alles gelijk voor 1 plaats. De jury kiest.').waitFor();
    expect(await tab.getByText('op de grens', { exact: true }).count()).toBe(2);
  });

  test('says that newer scores are being worked in, and from when what it shows is', async () => {
    theatre.server.stage.ranked = 'earlier';
    const { tab } = await theatre.open({ actor: 'chair', subPage: 'screen:leaderboard' });
    await tab.getByText('De nieuwste scores worden verrekend.').waitFor();
    await tab.getByText('uit 10 scoreformulieren').waitFor();
    theatre.server.stage.ranked = 'current';
    theatre.server.tell({ kind: 'leaderboard', categoryId: 'direct' });
    await tab.getByText('De nieuwste scores worden verrekend.').waitFor({ state: 'detached' });
  });

  test('is by mean until it was ranked for the first time', async () => {
    theatre.server.stage.ranked = 'none';
    const { tab } = await theatre.open({ actor: 'chair', subPage: 'screen:leaderboard' });
    expect((await rowsOf(tab))[0]).toBe('1 Digitale Balie Rotterdam · GD27-0001 4,30 4 van 5 beoordeeld');
    await tab.getByText('De gecorrigeerde score wordt berekend.').waitFor();
  });

  test('goes to another category with the keyboard alone', async () => {
    const { page, tab } = await theatre.open({ actor: 'chair', subPage: 'screen:leaderboard' });
    await tab.getByRole('link', { name: 'Direct', exact: true }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tab.getByRole('table', { name: 'Stand van Indirect' }).waitFor();
    expect((await rowsOf(tab)).map((row) => row.slice(0, 25))).toEqual([
      '1 Datagedreven handhaving',
      '2 Inkoopboek Amersfoort ·',
    ]);
  });

  test('prints as a table that says what it is of, without what is folded', async () => {
    const { page, tab } = await theatre.open({ actor: 'chair', subPage: 'screen:leaderboard' });
    await tab.getByRole('button', { name: 'Druk af' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await tab.getByText('GemeenteDelers 2027 · Voorselectie · Stand van Direct').waitFor();
    await tab.getByRole('columnheader', { name: 'Gecorrigeerd' }).waitFor();
    expect(await tab.getByText('Waarom hier?').first().isVisible()).toBe(false);
    expect(await tab.getByRole('button').count()).toBe(0);
  });

  test('says so when a category has no submissions', async () => {
    theatre.server.stage.entries = [];
    const { tab } = await theatre.open({ actor: 'organiser', subPage: 'screen:leaderboard' });
    await tab.getByRole('heading', { name: 'Nog geen inzendingen in deze categorie' }).waitFor();
  });

  test('speaks English to who has Teams in English', async () => {
    const { page, tab } = await theatre.open({
      actor: 'organiser',
      subPage: 'screen:leaderboard',
      locale: 'en-gb',
    });
    expect((await rowsOf(tab))[1]).toContain('2 shared');
    await tab.getByText('The order follows the mean.').waitFor();
    await tab.getByText('As of 3 December 2026, 14:03, from 11 score sheets').waitFor();
    expect(await page.frames()[1]?.evaluate('document.documentElement.lang')).toBe('en');
  });
});

describe('progress', () => {
  test('counts for an organiser, without anybody’s own state', async () => {
    const { tab } = await theatre.open({ actor: 'organiser', subPage: 'screen:leaderboard' });
    await tab.getByRole('link', { name: 'Voortgang' }).click();
    await tab.getByRole('link', { name: 'Per inzending' }).click();
    await tab.getByText('0 van 7 inzendingen door iedereen beoordeeld.').waitFor();
    expect(await tab.getByText(/Klaar|Nog te doen|Niet voor u/).count()).toBe(0);
  });
});

describe('a submission', () => {
  test('opens with its text as it was written, and gives focus back when closed', async () => {
    const { page, tab } = await theatre.open({ actor: 'civilServant' });
    await tab.getByRole('link', { name: 'Inkoopboek' }).click();
    await tab.getByRole('heading', { name: 'Inkoopboek' }).waitFor();
    const text = await tab.locator('article section p').first().innerText();
    expect(text).toBe(theatre.server.stage.entries.find(({ id }) => id === 'b2')?.description);
    await tab.getByText('maart 2025').waitFor();
    await tab.getByText('Voorgedragen door een andere gemeente').waitFor();
    await tab.getByRole('link', { name: 'sanne.dewit@utrecht.example' }).waitFor();
    await tab.getByRole('link', { name: 'Terug' }).press('Enter');
    await waitFor(
      'focus on the link',
      async () => (await page.frames()[1]?.evaluate('document.activeElement.id')) === 'open-b2',
    );
  });

  test('shows no contact to who gets none', async () => {
    const { tab } = await theatre.open({ actor: 'juror', subPage: 'submission:a1' });
    await tab.getByRole('heading', { name: 'Digitale Balie' }).waitFor();
    expect(await tab.getByText('Contact').count()).toBe(0);
  });

  test('opens from a deep link, and leads back to the start', async () => {
    const { tab } = await theatre.open({ actor: 'organiser', subPage: 'submission:a4' });
    await tab.getByRole('heading', { name: 'Tozo door robots' }).waitFor();
    await tab.getByRole('link', { name: 'Terug' }).click();
    await tab.getByRole('heading', { name: 'Nu te doen' }).waitFor();
  });

  test('of somebody else says that it is not to be seen', async () => {
    const { tab } = await theatre.open({ actor: 'juror', subPage: 'submission:a2' });
    await tab.getByRole('heading', { name: 'U kunt dit niet bekijken' }).waitFor();
    await tab.getByRole('link', { name: 'Terug' }).click();
    await tab.getByRole('heading', { name: 'Nu te doen' }).waitFor();
  });
});

describe('when something is wrong', () => {
  test('outside Teams it says where it works, and asks the server nothing', async () => {
    const page = await theatre.openOutside();
    await page.getByRole('heading', { name: 'Dit werkt in Microsoft Teams' }).waitFor();
    expect(theatre.server.asked).toEqual([]);
  });

  test('without a token it says what to do', async () => {
    const { tab } = await theatre.open({ actor: 'juror', subPage: 'screen:progress', refusesToken: true });
    await tab.getByRole('heading', { name: 'Aanmelden lukt nog niet' }).waitFor();
    expect(theatre.server.asked).toEqual([]);
  });

  test('a refused token is renewed once; then the sign-in has expired', async () => {
    theatre.server.fault = { path: '/me', status: 401, code: 'token' };
    const { tab } = await theatre.open({ actor: 'juror', subPage: 'screen:progress' });
    await tab.getByRole('heading', { name: 'Uw aanmelding is verlopen' }).waitFor();
    expect(theatre.server.asked).toEqual(['GET /me', 'GET /me']);
    theatre.server.fault = undefined;
    await tab.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await tab.getByText('1 van 6 klaar').waitFor();
  });

  test('a failing server can be asked again', async () => {
    theatre.server.fault = { path: '/judging', status: 500, code: 'unexpected' };
    const { tab } = await theatre.open({ actor: 'juror', subPage: 'screen:score' });
    await tab.getByRole('heading', { name: 'De server kan dit nu niet laten zien' }).waitFor();
    theatre.server.fault = undefined;
    await tab.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await tab.getByText('1 van 6 klaar').waitFor();
  });

  test('without an edition it says so', async () => {
    theatre.server.stage.hasEdition = false;
    const { tab } = await theatre.open({ actor: 'newcomer' });
    await tab.getByRole('heading', { name: 'Er is nu geen editie' }).waitFor();
  });
});
