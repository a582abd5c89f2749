import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { waitFor } from '../wait-for.ts';
import type { TabTheatre } from './open-tab.ts';
import { openTheatre } from './open-tab.ts';
import type { Actor, Entry } from './stage.ts';

let theatre: TabTheatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterEach(async () => theatre.clear());
afterAll(async () => theatre.close());

async function openList(actor: Actor, width?: number): Promise<{ page: Page; tab: FrameLocator }> {
  const { page, tab } = await theatre.open({ actor, subPage: 'screen:submissions' }, width);
  await tab.getByText(/^\d+ inzendingen$/).waitFor();
  return { page, tab };
}

function entries(count: number): Entry[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: `e${index + 1}`, title: `Idee ${index + 1}`, participant: 'Utrecht', categoryId: 'direct' },
    ...{ description: 'Het werkt.', means: [], own: 'none' },
  }));
}

const inTab = async (page: Page, script: string) => page.frames()[1]?.evaluate(script);
const focused = async (page: Page) => inTab(page, 'document.activeElement.textContent');
const linesOf = async (tab: FrameLocator) => {
  const texts = await tab.locator('ol[role=list] li').allInnerTexts();
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
};

describe('the list of submissions', () => {
  test('shows each with whose it is, and to a judge how far they are, without what is not for them', async () => {
    const { tab } = await openList('juror');
    expect(await linesOf(tab)).toEqual([
      'Inkoopboek Amersfoort · GD27-0007 Indirect Teruggetrokken',
      'Datagedreven handhaving Utrecht · GD27-0006 Indirect Nog te doen',
      'Gezonde aanpak met drinkflessen op basisscholen Purmerend · GD27-0005 Direct Nog te doen',
      'Tozo door robots Leeuwarden · GD27-0004 Direct Nog te doen',
      "Eén loket voor jonge mantelzorgers 's-Gravenhage · GD27-0003 Direct Concept",
      'Digitale Balie Rotterdam · GD27-0001 Direct Klaar',
    ]);
    await tab.getByText('6 inzendingen', { exact: true }).waitFor();
  });

  test('is searched while one types, says how many there are, and keeps it in the address', async () => {
    const { page, tab } = await openList('organiser');
    await tab.getByRole('searchbox').pressSequentially('balie');
    await tab.getByRole('status').filter({ hasText: '1 inzending gevonden' }).waitFor();
    expect(await inTab(page, 'location.hash')).toBe('#screen=submissions&at=q%3Dbalie');
    await tab.getByRole('searchbox').fill('bestaat niet');
    await tab.getByRole('heading', { name: 'Niets gevonden' }).waitFor();
    await tab.getByRole('link', { name: 'Wis alles' }).last().click();
    await tab.getByText('7 inzendingen', { exact: true }).waitFor();
    expect(await tab.getByRole('searchbox').inputValue()).toBe('');
  });

  test('is filtered by what there is, and going back takes the filter off', async () => {
    const { page, tab } = await openList('organiser');
    await tab.getByLabel('Provincie').selectOption('Zuid-Holland');
    await tab.getByRole('status').filter({ hasText: '2 inzendingen gevonden' }).waitFor();
    const municipalities = await tab.getByLabel('Gemeente').locator('option').allInnerTexts();
    expect(municipalities).toEqual(['Alle', "'s-Gravenhage", 'Rotterdam']);
    await tab.getByLabel('Gemeente').selectOption('Rotterdam');
    await tab.getByRole('status').filter({ hasText: '1 inzending gevonden' }).waitFor();
    await inTab(page, 'history.back()');
    await tab.getByRole('status').filter({ hasText: '2 inzendingen gevonden' }).waitFor();
  });

  test('says so when there is nothing yet', async () => {
    theatre.server.stage.entries = [];
    const { tab } = await theatre.open({ actor: 'organiser', subPage: 'screen:submissions' });
    await tab.getByRole('heading', { name: 'Nog geen inzendingen' }).waitFor();
  });

  test('of ten thousand draws only what is in view, and says to a screen reader how many there are', async () => {
    theatre.server.stage.entries = entries(10_000);
    const { page, tab } = await theatre.open({ actor: 'organiser', subPage: 'screen:submissions' });
    await tab.getByRole('link', { name: 'Idee 10000', exact: true }).waitFor();
    const rows = tab.locator('ol[role=list] li');
    expect(await rows.count()).toBeLessThan(60);
    expect(await rows.first().getAttribute('aria-setsize')).toBe('10000');
    await inTab(page, 'window.scrollTo(0, document.documentElement.scrollHeight)');
    await tab.getByRole('link', { name: 'Idee 1', exact: true }).waitFor();
    expect(await rows.last().getAttribute('aria-posinset')).toBe('10000');
    expect(await rows.count()).toBeLessThan(60);
  });

  test('goes with the arrows from one to the next, further than is drawn', async () => {
    theatre.server.stage.entries = entries(300);
    const { page, tab } = await openList('organiser');
    await tab.getByRole('link', { name: 'Idee 300', exact: true }).focus();
    for (let down = 0; down < 40; down += 1) await page.keyboard.press('ArrowDown');
    await waitFor('focus far down', async () => (await focused(page)) === 'Idee 260');
    await page.keyboard.press('ArrowUp');
    await waitFor('focus one up', async () => (await focused(page)) === 'Idee 261');
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { name: 'Idee 261' }).waitFor();
  });

  test('is where one was, with focus on the line, after reading one and the next', async () => {
    theatre.server.stage.entries = entries(300);
    const { page, tab } = await openList('organiser');
    await inTab(page, 'window.scrollTo(0, 6000)');
    await tab.getByRole('link', { name: 'Idee 205', exact: true }).click();
    await tab.getByRole('heading', { name: 'Idee 205' }).waitFor();
    await tab.getByText('96 van 300').waitFor();
    await tab.getByRole('link', { name: 'Volgende' }).click();
    await tab.getByRole('heading', { name: 'Idee 204' }).waitFor();
    await tab.getByText('97 van 300').waitFor();
    await tab.getByRole('link', { name: 'Terug' }).click();
    await waitFor('focus on the line', async () => (await focused(page)) === 'Idee 204');
    expect(await inTab(page, 'Math.abs(window.scrollY - 6000) < 200')).toBe(true);
  });

  test('takes in what comes at once at its beginning, and only tells of it further down', async () => {
    theatre.server.stage.entries = entries(300);
    const { page, tab } = await openList('organiser');
    await theatre.server.quiet();
    theatre.server.stage.entries = entries(301);
    theatre.server.tell({ kind: 'submissions' });
    await tab.getByRole('link', { name: 'Idee 301', exact: true }).waitFor();
    await inTab(page, 'window.scrollTo(0, 6000)');
    await tab.getByRole('link', { name: 'Idee 206', exact: true }).waitFor();
    const place = 'document.querySelector("#open-e206").getBoundingClientRect().top';
    const before = await inTab(page, place);
    theatre.server.stage.entries = entries(303);
    theatre.server.tell({ kind: 'submissions' });
    await tab.getByRole('button', { name: 'Toon de 2 nieuwe inzendingen' }).waitFor();
    expect(await inTab(page, place)).toBe(before);
    await tab.getByRole('button', { name: 'Toon de 2 nieuwe inzendingen' }).click();
    await tab.getByRole('link', { name: 'Idee 303', exact: true }).waitFor();
  });

  test('is not there for who only handed something in', async () => {
    const { tab } = await theatre.open({ actor: 'civilServant' });
    await tab.getByRole('heading', { level: 2 }).first().waitFor({ state: 'attached' });
    await theatre.server.quiet();
    expect(theatre.server.asked.filter((path) => /submissions(\/places)?$/.test(path))).toEqual([]);
  });
});

describe('one submission', () => {
  test('shows its submitter every answer, what they heard and what became of it, and leads to the chat', async () => {
    const { page, tab } = await theatre.open({ actor: 'civilServant', subPage: 'submission:b1' });
    await tab.getByText('Waterschap Aa en Maas, Tilburg').waitFor();
    await tab.getByText('Vervolg op Digitale Balie 2025').waitFor();
    await tab.getByText('Kan een andere gemeente het overnemen?').waitFor();
    const heard = tab.getByRole('region', { name: 'Terugkoppeling: Voorselectie' });
    await heard.getByText('Laat nog zien wat het kost.').waitFor();
    expect(theatre.server.asked).not.toContain('GET /submissions/b1/history');
    await tab.getByText('Geschiedenis').click();
    await tab.getByText('Was: 2025. Nu: maart 2025.').waitFor();
    expect(await tab.locator('ins').first().innerText()).toContain('Digitale');
    await tab.getByText('Iemand die niet meer bekend is').waitFor();
    await tab.getByRole('link', { name: 'Wijzig in de chat' }).click();
    const opened = 'https://teams.microsoft.com/l/chat/0/0?users=28:app&message=wijzig%20GD27-0006';
    await page.locator(`body[data-opened="${opened}"]`).waitFor();
  });

  test('leads a judge to its post and to scoring, and shows no history', async () => {
    const { page, tab } = await theatre.open({ actor: 'juror', subPage: 'submission:a1' });
    await tab.getByRole('link', { name: 'Bekijk in het jurykanaal' }).click();
    await page.locator('body[data-opened*="/l/message/"]').waitFor();
    const score = tab.getByRole('link', { name: 'Beoordeel', exact: true });
    expect(await score.getAttribute('href')).toBe('#screen=score&submission=a1');
    expect(await tab.getByText('Geschiedenis').count()).toBe(0);
  });

  test('prints as the text alone', async () => {
    const { page, tab } = await theatre.open({ actor: 'organiser', subPage: 'submission:a1' });
    await tab.getByRole('heading', { name: 'Digitale Balie' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await tab.getByRole('link', { name: 'Terug' }).isVisible()).toBe(false);
    expect(await tab.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await tab.getByRole('button', { name: 'Druk af' }).isVisible()).toBe(false);
    expect(await tab.getByRole('article').isVisible()).toBe(true);
  });
});
