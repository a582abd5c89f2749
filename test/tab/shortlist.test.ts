import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import { stagedFeedback } from './feedback-answers.ts';
import type { OpenTab, TabTheatre } from './open-tab.ts';
import { openTheatre } from './open-tab.ts';
import { stagedCut } from './shortlist-answers.ts';
import type { Actor } from './stage.ts';

let theatre: TabTheatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterEach(async () => theatre.clear());
afterAll(async () => theatre.close());

const phone = 360;
const reason = 'Dit vult de lijst goed aan';

async function shortlist(actor: Actor, width?: number): Promise<OpenTab> {
  const open = await theatre.open({ actor, subPage: 'screen:shortlist' }, width);
  await open.tab.getByRole('link', { name: /^Direct · / }).waitFor();
  return open;
}

const rowOf = (tab: FrameLocator, title: string) =>
  tab.getByRole('list', { name: 'Volgorde van Direct' }).getByRole('listitem').filter({ hasText: title });

async function decide(tab: FrameLocator, title: string, why: string): Promise<void> {
  await rowOf(tab, title)
    .getByRole('button', { name: `Besluiten over ${title}` })
    .click();
  await rowOf(tab, title).getByLabel('Waarom?').fill(why);
  await rowOf(tab, title).getByRole('button', { name: 'Leg dit besluit vast' }).click();
}

describe.each([
  ['a desktop', 1280],
  ['a phone', phone],
])('who goes on, on %s', (_name, width) => {
  test('stands in order, with the line, and says that equals are not parted by themselves', async () => {
    theatre.server.stage.shortlistSize = 2;
    const { tab } = await shortlist('organiser', width);
    await tab.getByText('Van de 5 inzendingen gaan er 3 door.').waitFor();
    await tab.getByText('2 inzendingen zijn in alles gelijk voor 1 plaats.').waitFor();
    await tab.getByText('Tot hier volgens de scores: 3 inzendingen').waitFor();
    expect(await rowOf(tab, 'Tozo').textContent()).toContain('Gaat niet door');
  });

  test('is decided by an organiser with a reason, which can be taken back', async () => {
    const { tab } = await shortlist('organiser', width);
    await decide(tab, 'Tozo door robots', '');
    await rowOf(tab, 'Tozo').getByText('Zonder reden kan dit niet.').waitFor();
    expect(theatre.server.asked).not.toContain('POST /cut/change');
    await rowOf(tab, 'Tozo').getByLabel('Waarom?').fill(reason);
    await rowOf(tab, 'Tozo').getByRole('button', { name: 'Leg dit besluit vast' }).click();
    const decisions = tab.getByRole('region', { name: 'Besluiten naast de scores' });
    await decisions.getByText('Wildcard voor ‘Tozo door robots’').waitFor();
    await decisions.getByText(reason).waitFor();
    await decisions.getByText('Eén inzending staat anders dan volgens de scores.').waitFor();
    expect(await rowOf(tab, 'Tozo').textContent()).toMatch(/Gaat door\s*wildcard/);
    await decisions.getByRole('button', { name: 'Maak ongedaan' }).click();
    await decisions.waitFor({ state: 'detached' });
    expect(await rowOf(tab, 'Tozo').textContent()).toContain('Gaat niet door');
  });

  test('is proposed, and fixed by the chair after seeing what that does', async () => {
    stagedCut(theatre.server.stage).status = 'proposed';
    const { tab } = await shortlist('chair', width);
    await tab.getByRole('button', { name: 'Stel vast' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Direct: vaststellen wie er doorgaan?' });
    expect(await dialog.getByRole('list', { name: '3 inzendingen gaan door' }).innerText()).toContain(
      'Digitale Balie',
    );
    expect(await dialog.getByRole('list', { name: '2 inzendingen gaan niet door' }).innerText()).toContain(
      'Tozo',
    );
    await dialog.getByText('Daarna kan het niet meer ongedaan worden gemaakt.').waitFor();
    await dialog.getByRole('button', { name: 'Stel deze 3 vast' }).click();
    await tab.getByText('Dit staat vast en kan niet meer veranderen.').waitFor();
    await tab.getByText(/^door chair, /).waitFor();
    expect(await tab.getByRole('button', { name: /^Besluiten over/ }).count()).toBe(0);
    await tab.getByText('Hoe is dit vastgesteld?').click();
    await tab.getByText('a1'.repeat(32)).waitFor();
    await tab.getByText(/chair stelde dit vast\./).waitFor();
  });

  test('fits, whatever is unfolded', async () => {
    const { page, tab } = await shortlist('chair', width);
    await rowOf(tab, 'Tozo').waitFor();
    for (const each of await tab.locator('main summary').all()) await each.click();
    const wide = await page.frames()[1]?.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(wide).toBeLessThanOrEqual(0);
  });
});

describe('who goes on', () => {
  test('shows what another line changes before it is drawn', async () => {
    const { tab } = await shortlist('organiser');
    await tab.getByRole('button', { name: 'Grens verleggen' }).click();
    await tab.getByLabel('Hoeveel ten hoogste').fill('1');
    await tab.getByText('Dan gaat er 1 inzending door.').waitFor();
    await tab.getByText(/^Eraf valt: Samen het groen in/).waitFor();
    await tab.getByLabel('Hoeveel ten hoogste').fill('nul');
    await tab.getByText('Vul een heel aantal van 1 of meer in').waitFor();
    await tab.getByLabel('Hoeveel ten hoogste').fill('4');
    await tab.getByText('Erbij komt: Tozo door robots.').waitFor();
    await tab.getByRole('button', { name: 'Leg de grens hier' }).click();
    await tab.getByText('de eerste 4 inzendingen').waitFor();
  });

  test('shows what somebody else did first, and keeps the reason that was typed', async () => {
    const { tab } = await shortlist('organiser');
    const staged = stagedCut(theatre.server.stage);
    staged.revision = 1;
    const made = { by: 'Petra Vermeulen', at: '2026-12-04T09:00:00.000Z' };
    const decision = { kind: 'wildcard' as const, submissionId: 'a5', reason: 'Anders dan de rest', ...made };
    staged.decisions.push(decision);
    staged.history.push({ act: 'wildcard', decision, ...made });
    await decide(tab, 'Tozo door robots', reason);
    await rowOf(tab, 'Tozo').getByText('Dit is niet gedaan').waitFor();
    await rowOf(tab, 'Tozo').getByText('Petra Vermeulen gaf').waitFor();
    expect(await rowOf(tab, 'Tozo').getByLabel('Waarom?').inputValue()).toBe(reason);
    await tab.getByText('Anders dan de rest').waitFor();
    await rowOf(tab, 'Tozo').getByRole('button', { name: 'Leg dit besluit vast' }).click();
    await tab.getByRole('blockquote').filter({ hasText: reason }).waitFor();
    expect(staged.decisions).toHaveLength(2);
  });

  test('keeps the reason and takes back what it showed when the server says no', async () => {
    const { tab } = await shortlist('organiser');
    theatre.server.fault = { path: '/cut/change', status: 403, code: 'conflict' };
    await decide(tab, 'Tozo door robots', reason);
    await rowOf(tab, 'Tozo').getByText('Laat een ander hierover besluiten.').waitFor();
    expect(await rowOf(tab, 'Tozo').getByLabel('Waarom?').inputValue()).toBe(reason);
    expect(await rowOf(tab, 'Tozo').textContent()).toContain('Gaat niet door');
  });

  test('is not for a chair to decide about their own municipality, and says so', async () => {
    const { tab } = await shortlist('chair');
    await tab.getByText('Over één inzending kunt u niet besluiten.').waitFor();
    expect(await rowOf(tab, 'Tozo').getByRole('button').count()).toBe(0);
    await rowOf(tab, 'Tozo').getByText('hierover besluit een ander').waitFor();
    await tab.getByText('Zelf bepalen wie er doorgaan kunt u hier niet').waitFor();
  });

  test('is said by hand where the scores put nothing in order', async () => {
    for (const entry of theatre.server.stage.entries) entry.means = [3, 4];
    const { tab } = await shortlist('organiser');
    await tab.getByText('De scores onderscheiden de inzendingen niet.').first().waitFor();
    expect(await tab.getByRole('button', { name: 'Stel voor' }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Zelf bepalen wie er doorgaan' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Digitale Balie').setChecked(true);
    await dialog.getByLabel('Waarom?').fill(reason);
    await dialog.getByRole('button', { name: 'Leg dit besluit vast' }).click();
    await tab.getByText('Zelf bepaald wie er doorgaan: Digitale Balie').waitFor();
    await tab.getByRole('button', { name: 'Stel voor' }).click();
    await tab
      .getByRole('list', { name: 'Hoe ver is dit?' })
      .getByText(/^door organiser, /)
      .waitFor();
    await tab.getByText('Nu is de voorzitter aan zet').waitFor();
  });

  test('says what changed since it was proposed, also while one looks', async () => {
    const staged = stagedCut(theatre.server.stage);
    staged.status = 'proposed';
    staged.sinceProposed = { scores: false, outcome: false };
    const { tab } = await shortlist('chair');
    await tab.getByRole('button', { name: 'Stel vast' }).waitFor();
    staged.sinceProposed = { scores: true, outcome: true };
    theatre.server.tell({ kind: 'cut', roundId: 'preselection', categoryId: 'direct' });
    await tab.getByText('Er gaan nu andere inzendingen door dan bij het voorstel.').waitFor();
    staged.status = 'stale';
    staged.sinceProposed = undefined;
    theatre.server.tell({ kind: 'cut', roundId: 'preselection', categoryId: 'direct' });
    await tab.getByText('Wat was vastgesteld, geldt niet meer.').waitFor();
  });

  test('is nothing for a judge', async () => {
    const { tab } = await theatre.open({ actor: 'juror' });
    await tab.getByRole('heading', { level: 2 }).first().waitFor({ state: 'attached' });
    expect(await tab.getByRole('link', { name: 'Shortlist' }).count()).toBe(0);
    expect(theatre.server.asked.filter((path) => /cut|feedback|export/.test(path))).toEqual([]);
  });
});

describe.each([
  ['a desktop', 1280],
  ['a phone', phone],
])('feedback, on %s', (_name, width) => {
  test('is drafted for all, looked at, approved and sent, and then read by who handed in', async () => {
    const { stage } = theatre.server;
    const { tab } = await shortlist('organiser', width);
    await tab.getByRole('link', { name: 'Terugkoppeling' }).click();
    await tab.getByRole('button', { name: 'Maak 7 concepten' }).click();
    await tab.getByText('Er zijn 7 concepten gemaakt.').waitFor();
    await tab.getByRole('button', { name: 'Keur 6 goed' }).click();
    await tab.getByText('6 zijn goedgekeurd.').waitFor();
    await tab.getByRole('link', { name: /^Samen het groen in/ }).click();
    await tab.getByText('lijkt een persoon genoemd te worden').waitFor();
    await tab.getByLabel('Opmerking 2, over het geheel: meesturen').setChecked(false);
    await tab.getByLabel('Tekst in het Nederlands').fill('Mooi werk.');
    const preview = tab.getByRole('region', { name: 'Zo leest de inzender het' });
    expect(await preview.innerText()).toContain('Mooi werk.');
    expect(await preview.innerText()).not.toContain('Petra');
    await tab.getByRole('button', { name: 'Bewaar en keur goed' }).click();
    await tab.getByRole('button', { name: 'Verstuur' }).waitFor();
    await tab.getByRole('link', { name: 'Alle terugkoppeling' }).click();
    await tab.getByRole('button', { name: 'Verstuur 7' }).click();
    await tab.getByRole('dialog').getByText('U kunt het niet terughalen.').waitFor();
    await tab.getByRole('dialog').getByRole('button', { name: 'Verstuur 7' }).click();
    await tab.getByText('7 zijn verstuurd.').waitFor();
    expect(stagedFeedback(stage, 'a2')).toMatchObject({ status: 'sent', words: { nl: 'Mooi werk.' } });
    const own = await theatre.open({ actor: 'civilServant', subPage: 'submission:b1' }, width);
    await own.tab.getByRole('heading', { name: 'Terugkoppeling: Voorselectie' }).waitFor();
    await own.tab.getByText('Mooi onderbouwd.').waitFor();
  });
});

describe('feedback', () => {
  test('keeps what was typed when somebody else was first, and goes on where it failed', async () => {
    const { tab } = await shortlist('organiser');
    await tab.getByRole('link', { name: 'Terugkoppeling' }).click();
    theatre.server.fault = { path: '/feedback/all', status: 500, code: 'unexpected' };
    await tab.getByRole('button', { name: 'Maak 7 concepten' }).click();
    await tab.getByText('Dit lukte niet.').waitFor();
    theatre.server.fault = undefined;
    await tab.getByRole('button', { name: 'Ga verder' }).click();
    await tab.getByText('Er zijn 7 concepten gemaakt.').waitFor();
    await tab.getByRole('link', { name: 'Digitale Balie' }).click();
    await tab.getByLabel('Tekst in het Nederlands').fill('Van mij');
    stagedFeedback(theatre.server.stage, 'a1').revision = 9;
    await tab.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await tab.getByText('Iemand anders heeft dit intussen veranderd.').waitFor();
    expect(await tab.getByLabel('Tekst in het Nederlands').inputValue()).toBe('Van mij');
    await tab.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await tab.getByRole('button', { name: 'Keur goed' }).waitFor();
    expect(stagedFeedback(theatre.server.stage, 'a1').words.nl).toBe('Van mij');
  });

  test('is not for the chair', async () => {
    const { tab } = await shortlist('chair');
    await tab.getByRole('link', { name: 'Downloaden' }).waitFor();
    expect(await tab.getByRole('link', { name: 'Terugkoppeling' }).count()).toBe(0);
  });
});

describe('a file', () => {
  test('comes down, and says what to do when it does not', async () => {
    const { page, tab } = await shortlist('chair');
    await tab.getByRole('link', { name: 'Downloaden' }).click();
    await tab.getByLabel('JSON, om de uitkomst na te rekenen').check();
    await tab.getByLabel('Met namen en opmerkingen').check();
    const coming = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Download' }).click();
    expect(await readFile(await (await coming).path(), 'utf8')).toBe('{"rijen":[]}');
    await tab.getByRole('link', { name: 'Staat het niet bij uw downloads?' }).waitFor();
    theatre.server.fault = { path: '/export', status: 500, code: 'unexpected' };
    await tab.getByRole('button', { name: 'Download' }).click();
    await tab.getByText('Probeer het over een minuut opnieuw.').waitFor();
  });
});
