import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Locator } from 'playwright-core';
import type { TabTheatre } from './open-tab.ts';
import { openTheatre } from './open-tab.ts';

let theatre: TabTheatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterEach(async () => theatre.clear());
afterAll(async () => theatre.close());

const nudges = () => theatre.server.asked.filter((each) => each === 'POST /progress/nudge').length;

function openProgress(actor: 'organiser' | 'chair', width?: number) {
  return theatre.open({ actor, subPage: 'screen:progress' }, width);
}

function judgesIn(tab: FrameLocator): Locator {
  return tab.getByRole('region', { name: 'Beoordelaars' });
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

describe('how far judges are', () => {
  test('shows an organiser who is late first, and reminds one, once', async () => {
    const { tab } = await openProgress('organiser');
    const judges = judgesIn(tab);
    await judges.getByRole('listitem').first().waitFor();
    const names = await judges.getByText(/^Jurylid \d$/).allInnerTexts();
    expect(names).toEqual(['Jurylid 5', 'Jurylid 4', 'Jurylid 3', 'Jurylid 2', 'Jurylid 1']);
    await tab.getByText('5 van de 5 beoordelaars zijn nog niet klaar.').waitFor();
    await judges.getByText('Wil geen herinneringen. Bel of mail.').waitFor();
    await judges.getByText('Wordt herinnerd: 7 december 2026, 09.00 uur').waitFor();
    await judges.getByRole('button', { name: 'Herinner Jurylid 2' }).press('Enter');
    await judges.getByRole('status').getByText('Herinnerd: Jurylid 2.').waitFor();
    await judges.getByText('Vandaag herinnerd').waitFor();
    expect(await judges.getByRole('button', { name: 'Herinner Jurylid 2' }).count()).toBe(0);
    expect(nudges()).toBe(1);
  });

  test('reminds all, and says of each what became of it', async () => {
    const { tab } = await openProgress('organiser');
    const judges = judgesIn(tab);
    await judges.getByRole('button', { name: 'Herinner alle 2' }).click();
    await judges.getByRole('status').getByText('Herinnerd: Jurylid 2 en Jurylid 1.').waitFor();
    expect(plain(await judges.getByRole('status').innerText())).toBe(
      'Herinnerd: Jurylid 2 en Jurylid 1. ' +
        'De herinnering gaat uit op 7 december 2026, 09.00 uur, naar Jurylid 3. ' +
        'Wil geen herinneringen: Jurylid 4. Bel of mail. ' +
        'Niet te bereiken met een bericht: Jurylid 5. Bel of mail.',
    );
  });

  test('says why nobody was reminded, and another try is the same press', async () => {
    const { tab, page } = await openProgress('organiser');
    const keys: unknown[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'POST') return;
      const body: unknown = request.postDataJSON();
      keys.push(body);
    });
    theatre.server.fault = { path: '/progress/nudge', status: 500, code: 'unexpected' };
    const button = judgesIn(tab).getByRole('button', { name: 'Herinner Jurylid 1' });
    await button.click();
    await tab.getByText('Herinneren is niet gelukt.').waitFor();
    theatre.server.fault = undefined;
    await button.click();
    await tab.getByText('Herinnerd: Jurylid 1.').waitFor();
    expect(keys).toHaveLength(2);
    expect(keys[1]).toEqual(keys[0]);
  });

  test('shows a chair how far they are, and nothing to remind them with', async () => {
    const { tab } = await openProgress('chair');
    await judgesIn(tab).getByText('Jurylid 5').waitFor();
    expect(await tab.getByRole('button', { name: /Herinner/ }).count()).toBe(0);
    expect(await tab.getByText('Voor het laatst bezig').count()).toBe(0);
    expect(await tab.getByRole('link', { name: 'Deelname' }).count()).toBe(0);
    await tab.getByRole('link', { name: 'Per inzending' }).click();
    await tab.getByText('0 van 7 inzendingen door iedereen beoordeeld.').waitFor();
    expect(theatre.server.asked).not.toContain('GET /progress/entries');
  });

  test('asks again when somebody has judged', async () => {
    const { tab } = await openProgress('organiser');
    await judgesIn(tab).getByText('Jurylid 5').waitFor();
    for (const entry of theatre.server.stage.entries) entry.means = [4, 4, 4, 4, 4];
    theatre.server.tell({ kind: 'progress' });
    await tab.getByText('Alle 5 beoordelaars zijn klaar.').waitFor();
    expect(await tab.getByRole('button', { name: /Herinner/ }).count()).toBe(0);
  });

  test('says so when there is nothing to judge', async () => {
    theatre.server.stage.entries = [];
    const { tab } = await openProgress('organiser');
    await tab.getByRole('heading', { name: 'Er is nog niets te beoordelen' }).waitFor();
    await tab.getByRole('link', { name: 'Deelname' }).click();
    await tab.getByRole('heading', { name: 'Nog geen inzendingen' }).waitFor();
  });
});

describe('who takes part', () => {
  test.each([1024, 360])('is there per day and per province, %s px wide', async (width) => {
    const { tab, page, complaints } = await openProgress('organiser', width);
    await tab.getByRole('link', { name: 'Deelname' }).click();
    await tab.getByText(/^Vandaag 3, in totaal 43; op deze dag in GemeenteDelers 2022\/23: \d+\.$/).waitFor();
    await tab.getByText('Waar nog niemand meedoet: Flevoland en Zeeland.').waitFor();
    const tile = tab
      .getByRole('list', { name: 'Inzendingen per provincie' })
      .getByRole('link', { name: /Gelderland/ });
    expect(plain(await tile.innerText())).toMatch(/^Gelderland \d+ inzendingen vorige: \d$/);
    expect(await tile.getAttribute('href')).toBe('#screen=submissions&at=province%3DGelderland');
    const list = tab.getByRole('list', { name: 'Gemeenten die meedoen, per provincie' });
    await list
      .getByText(/van 51 gemeenten|van 50 gemeenten/)
      .first()
      .waitFor();
    await tab.getByText('Toon de cijfers per dag').click();
    const rows = tab.getByRole('table').locator('tbody').getByRole('row');
    expect(await rows.count()).toBe(79);
    expect(plain(await rows.nth(63).innerText())).toMatch(/^3 dec 3 43 \d+ \d+$/);
    expect(plain(await rows.nth(78).innerText())).toMatch(/^18 dec – – 62 \d+$/);
    expect(await page.frames()[1]?.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(complaints.filter((each) => !each.includes('ERR_FAILED'))).toEqual([]);
  });
});
