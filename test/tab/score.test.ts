import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { waitFor } from '../wait-for.ts';
import type { OpenTab, TabTheatre } from './open-tab.ts';
import { openTheatre } from './open-tab.ts';
import { keptOf, writeElsewhere } from './score-answers.ts';
import type { Entry } from './stage.ts';

let theatre: TabTheatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterEach(async () => theatre.clear());
afterAll(async () => theatre.close());

const openCase = (id: string, width?: number) =>
  theatre.open({ actor: 'juror', subPage: `score:${id}` }, width);
const sheetOf = (tab: FrameLocator) => tab.getByRole('form', { name: 'Uw beoordeling' });
const row = (tab: FrameLocator, name: string) => tab.getByRole('group', { name, exact: true });
const radio = (tab: FrameLocator, criterion: string, name: string | RegExp) =>
  row(tab, criterion).getByRole('radio', { name });
const kept = (id: string) => keptOf(theatre.server.stage, id).sheet;
const acts = () => theatre.server.asked.filter((each) => each.startsWith('POST'));

async function focusedText({ page }: Pick<OpenTab, 'page'>): Promise<string> {
  return String(await page.frames()[1]?.evaluate('document.activeElement.innerText'));
}

/** Presses Tab until the focus is on what a selector says. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const there = `document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`;
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await page.frames()[1]?.evaluate(there)) === true) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no focus on ${selector}`);
}

describe('the list', () => {
  test('says what is left, in groups, and asks for nothing that holds scores of others', async () => {
    const { page, tab } = await theatre.open({ actor: 'juror', subPage: 'screen:score' });
    await tab.getByText('1 van 6 klaar').waitFor();
    await tab.getByText('Nog 5. Beoordelen kan tot en met 18 december 2026.').waitFor();
    const left = tab.getByRole('region', { name: /Nog te doen/ });
    expect(await left.getByRole('listitem').count()).toBe(5);
    expect(await left.getByRole('listitem').filter({ hasText: 'Eén loket' }).innerText()).toContain(
      'Concept',
    );
    const away = tab.getByRole('region', { name: /Niet voor u/ });
    expect(await away.innerText()).toContain('omdat u of uw gemeente erbij betrokken is');
    expect(await away.getByRole('link').count()).toBe(0);
    expect(await page.frames()[1]?.evaluate('document.body.innerText')).not.toMatch(/\d,\d/);
    expect(theatre.server.asked.filter((path) => /leaderboard|shortlist|judges|progress/.test(path))).toEqual(
      [],
    );
  });

  test('follows what is done on the card', async () => {
    const { tab } = await theatre.open({ actor: 'juror', subPage: 'screen:score' });
    await tab.getByText('1 van 6 klaar').waitFor();
    await tab.getByText('Live', { exact: true }).waitFor();
    writeElsewhere(theatre.server.stage, 'a4', { status: 'handed-in' });
    theatre.server.tell({ kind: 'progress' });
    await tab.getByText('2 van 6 klaar').waitFor();
  });
});

test('the keyboard alone gets through ten cases', async () => {
  const { stage } = theatre.server;
  const [pattern] = stage.entries;
  if (pattern === undefined) throw new Error('there is no entry');
  stage.entries = Array.from({ length: 10 }, (_, index): Entry => {
    return { ...pattern, id: `c${index}`, title: `Casus ${index + 1}`, own: 'none', means: [] };
  });
  const open = await theatre.open({ actor: 'juror', subPage: 'screen:score' });
  const { page, tab } = open;
  await tab.getByText('0 van 10 klaar').waitFor();
  await tabTo(page, 'a[href*="c0"]');
  await page.keyboard.press('Enter');
  for (let done = 0; done < 10; done += 1) {
    await tab.getByRole('heading', { name: `Casus ${done + 1}`, exact: true }).waitFor();
    await sheetOf(tab).waitFor();
    await tabTo(page, 'input[type=radio]');
    // A digit, an arrow from there, and "cannot be assessed".
    await page.keyboard.press('4');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Goed onderbouwd');
    await tabTo(page, 'input[type=radio]');
    await page.keyboard.press('2');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await tabTo(page, 'input[type=radio]');
    await page.keyboard.press('n');
    await tabTo(page, 'button[type=submit]');
    await page.keyboard.press('Enter');
    await tab.getByText(/^Ingeleverd op/).waitFor();
    if (done < 9) {
      await waitFor('the way on', async () => (await focusedText(open)).startsWith('Volgende'));
      await page.keyboard.press('Enter');
    }
  }
  await tab.getByText('10 van 10 klaar').waitFor();
  await tab.getByText('U bent klaar met alles. Dank u wel.').waitFor();
  for (const { id } of stage.entries) {
    expect(kept(id)).toMatchObject({
      status: 'handed-in',
      scores: { success: 4, value: 3, reuse: 'not-assessable' },
      remarks: { success: 'Goed onderbouwd' },
    });
  }
});

describe('a sheet', () => {
  test('is kept as a draft by itself, and says so', async () => {
    const { tab } = await openCase('a4');
    await radio(tab, 'Succesvol', /4/).check();
    await tab.getByLabel('Opmerking over de hele inzending').fill('Mooi');
    await tab.getByText(/^Concept opgeslagen .*14\.03 uur$/).waitFor();
    expect(kept('a4')).toMatchObject({ status: 'draft', scores: { success: 4 }, overallRemark: 'Mooi' });
    await tab.getByText('Nog geen score bij Waardevol en Herbruikbaar.').waitFor();
  });

  test('says what is missing, and goes there', async () => {
    const { page, tab } = await openCase('a3');
    await sheetOf(tab).getByRole('button', { name: 'Lever in' }).click();
    await row(tab, 'Waardevol').getByText('Kies een score, of kies “Niet te beoordelen”.').waitFor();
    const group = 'document.activeElement.closest("fieldset").innerText';
    expect(await page.frames()[1]?.evaluate(group)).toContain('Waardevol');
    expect(acts()).toEqual([]);
  });

  test('that was handed in counts as it was until it is handed in again', async () => {
    const { tab } = await openCase('a1');
    await tab.getByText('Uw gemiddelde is 4,30.').waitFor();
    await tab.getByText('5 van 5 beoordeeld.').waitFor();
    await radio(tab, 'Succesvol', /1/).check();
    await tab.getByText('Tot u opnieuw inlevert, telt uw eerdere beoordeling.').waitFor();
    await sheetOf(tab).getByRole('button', { name: 'Laat zoals het was' }).click();
    expect(await radio(tab, 'Succesvol', /4/).isChecked()).toBe(true);
    expect(acts()).toEqual([]);
    await radio(tab, 'Succesvol', /2/).check();
    await sheetOf(tab).getByRole('button', { name: 'Lever wijziging in' }).click();
    await waitFor('the change', () => kept('a1')?.scores.success === 2);
    expect(kept('a1')?.status).toBe('handed-in');
  });

  test('stays while there is no connection, also when the page is loaded anew', async () => {
    const { page, tab } = await openCase('a4');
    await sheetOf(tab).waitFor();
    await theatre.server.quiet();
    theatre.server.fault = { path: '/submissions/a4/sheet', status: 503, code: 'unexpected' };
    await radio(tab, 'Succesvol', /5/).check();
    await tab.getByText('Wat u invult, blijft hier staan en wordt opgeslagen zodra het kan.').waitFor();
    theatre.server.fault = undefined;
    await page.frames()[1]?.evaluate('location.reload()');
    await waitFor('what was typed', () => kept('a4')?.scores.success === 5);
    expect(await radio(tab, 'Succesvol', /5/).isChecked()).toBe(true);
  });

  test('is gone from the device once the server has it', async () => {
    const { page, tab } = await openCase('a4');
    await radio(tab, 'Succesvol', /5/).check();
    await tab.getByText(/^Concept opgeslagen/).waitFor();
    expect(await page.frames()[1]?.evaluate('sessionStorage.length')).toBe(0);
  });

  test('that was changed on the card is offered, and brought together with what is here', async () => {
    const { tab } = await openCase('a1');
    await tab.getByText('Live', { exact: true }).waitFor();
    await sheetOf(tab).waitFor();
    writeElsewhere(theatre.server.stage, 'a1', { overallRemark: 'Op de kaart' });
    theatre.server.tell({ kind: 'sheet', submissionId: 'a1' });
    await tab.getByText('U hebt dit formulier intussen ergens anders gewijzigd').waitFor();
    const overall = tab.getByLabel('Opmerking over de hele inzending');
    expect(await overall.inputValue()).toBe('');
    await tab.getByRole('button', { name: 'Laat zien wat daar staat' }).click();
    expect(await overall.inputValue()).toBe('Op de kaart');
  });

  test('that was changed elsewhere while one typed loses nothing', async () => {
    const { tab } = await openCase('a3');
    await sheetOf(tab).waitFor();
    await theatre.server.quiet();
    writeElsewhere(theatre.server.stage, 'a3', { scores: { success: 2 }, overallRemark: 'Op de kaart' });
    await radio(tab, 'Succesvol', /5/).check();
    await tab.getByLabel('Opmerking over de hele inzending').fill('In het tabblad');
    await tab.getByText('Hier koos u 5. Op het andere apparaat koos u anders').waitFor();
    await waitFor('both remarks', () => kept('a3')?.overallRemark === 'Op de kaart\n\nIn het tabblad');
    expect(kept('a3')?.scores).toEqual({ success: 2 });
  });

  test('that is too long says so and waits', async () => {
    const { tab } = await openCase('a4');
    await tab.getByLabel('Opmerking bij Succesvol').fill('x'.repeat(2_003));
    await tab.getByText('3 tekens te lang.').waitFor();
    await tab.getByText('Nog niet opgeslagen: een opmerking is te lang.').waitFor();
    expect(acts()).toEqual([]);
  });

  test('that the server no longer takes stays to be copied, with the reason', async () => {
    const { tab } = await openCase('a4');
    await sheetOf(tab).waitFor();
    await theatre.server.quiet();
    theatre.server.fault = { path: '/submissions/a4/sheet', status: 403, code: 'round-closed' };
    await tab.getByLabel('Opmerking over de hele inzending').fill('Net te laat');
    await tab.getByText('Deze ronde is gesloten.').waitFor();
    expect(await tab.getByLabel('Opmerking over de hele inzending').inputValue()).toBe('Net te laat');
  });
});

test('one abstains with a reason, and judges after all', async () => {
  const { tab } = await openCase('a4');
  await tab.getByText('Ik onthoud me').click();
  await tab.getByRole('button', { name: 'Bevestig' }).click();
  await tab.getByText('Schrijf in een paar woorden waarom u zich onthoudt.').waitFor();
  await tab.getByLabel(/Waarom onthoudt u zich/).fill('Ik ken de indiener');
  await tab.getByRole('button', { name: 'Bevestig' }).click();
  await tab.getByRole('heading', { name: 'U onthoudt zich' }).waitFor();
  await tab.getByText('Uw reden: Ik ken de indiener').waitFor();
  await tab.getByText('1 van 5 klaar').waitFor();
  await tab.getByRole('button', { name: 'Toch beoordelen' }).click();
  await sheetOf(tab).waitFor();
  await tab.getByText('1 van 6 klaar').waitFor();
});

test('the next and the previous one are a key away, in the order of the list', async () => {
  const { page, tab } = await openCase('a3');
  await tab.getByText('2 van 6', { exact: true }).waitFor();
  await radio(tab, 'Succesvol', /4/).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await tab.getByRole('heading', { name: 'Tozo door robots' }).waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await tab.getByRole('heading', { name: 'Eén loket' }).waitFor();
});

test.each([
  ['conflict', 'U of uw gemeente is bij deze inzending betrokken.'],
  ['not-assigned', 'Deze inzending wordt door andere juryleden beoordeeld.'],
  ['round-not-open', 'Deze ronde is nog niet open.'],
  ['round-closed', 'Deze ronde is gesloten.'],
])('who may not judge it reads why: %s', async (code, sentence) => {
  theatre.server.fault = { path: '/submissions/a4/sheet', status: 403, code };
  const { tab } = await openCase('a4');
  await tab.getByRole('heading', { name: 'U kunt dit niet beoordelen' }).waitFor();
  await tab.getByText(sentence).waitFor();
  await tab.getByRole('link', { name: 'Mijn lijst' }).click();
  await tab.getByText('1 van 6 klaar').waitFor();
});

test('on a phone the text comes first, and the form is one touch away', async () => {
  const { tab } = await openCase('a4', 360);
  await tab.getByRole('heading', { name: 'Tozo door robots' }).waitFor();
  expect(await sheetOf(tab).isVisible()).toBe(false);
  await tab.getByRole('button', { name: 'Formulier' }).click();
  await sheetOf(tab).waitFor();
  expect(await tab.getByRole('heading', { name: 'Tozo door robots' }).isVisible()).toBe(false);
});
