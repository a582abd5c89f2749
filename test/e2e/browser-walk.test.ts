import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { builtPages } from '../built-pages.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';

/**
 * One initiative goes all the way in a browser: each person has a window of their own on the simulator's page, taps
 * what stands there and reads what comes. With SCREENSHOTS=1 each step leaves a picture in .screenshots/.
 */

const title = 'Afvalcoach aan de deur';
const description =
  'Een omgebouwde praatpaal reist langs de wijken; inwoners vertellen wat zij ervan vinden.';
const patience = 20_000;

let app: App;
let browser: Browser;
const windows = new Map<Person, Page>();

beforeAll(async () => {
  await builtPages();
  app = await startApp({ withSubmissions: true });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

describe('in the browser', () => {
  test('a civil servant hands in by typing and tapping, and gets a receipt with a number', async () => {
    const page = await windowOf(people.sanne, app.simulator.conversation(people.sanne));
    await say(page, 'hoi');
    await tap(page, 'Mijn eigen gemeente');
    await expectText(page, 'Bij welke gemeente werkt u?');
    await picture(page, 'intake');
    await tap(page, 'Utrecht');
    await expectText(page, 'Wie werkten er nog meer aan mee?');
    await tap(page, 'Geen partners');
    await expectText(page, 'Hoe heet het initiatief?');
    await say(page, title);
    await expectText(page, 'Wat hebt u gedaan');
    await say(page, description);
    await expectText(page, 'Is uw initiatief nieuw?');
    await picture(page, 'intake-similar');
    await tap(page, 'Ja, het is nieuw');
    await tap(page, 'Direct');
    await expectText(page, 'Wanneer is het initiatief afgerond?');
    await say(page, 'vorig jaar');
    await expectText(page, 'Waaruit blijkt dat het werkt?');
    await say(page, 'In een jaar kwamen 1.400 ideeën binnen; 60 zijn er uitgevoerd.');
    await expectText(page, 'Voldoet het aan de voorwaarden?');
    await picture(page, 'intake-conditions');
    await tap(page, 'Ja op alle vragen');
    await expectText(page, 'Waar kunnen mensen er meer over lezen?');
    await tap(page, 'Overslaan');
    await expectText(page, 'Bij wie kunnen we terecht met vragen?');
    await tap(page, 'Verder');
    await expectText(page, 'Gaat u akkoord?');
    await say(page, 'akkoord');
    await expectText(page, 'Klopt alles?');
    await picture(page, 'intake-review');
    await tap(page, 'Dien in');
    await expectText(page, 'GD27-0013');
    await picture(page, 'receipt');
  });

  test('a juror scores on the card in the channel, and sees their own result', async () => {
    const page = await windowOf(people.juror1, app.simulator.channel.id);
    const post = page.getByRole('article').filter({ hasText: title }).filter({ hasText: 'GD27-0013' });
    await post.getByText('0 van 5 beoordeeld').waitFor({ timeout: patience });
    await post.getByRole('button', { name: 'Beoordeel' }).click();
    await fillIn(post, ['Succesvol', 'Waardevol', 'Herbruikbaar', 'Inclusief'], '4');
    await picture(page, 'score-sheet');
    await post.getByRole('button', { name: 'Dien in' }).click();
    await post.getByText('Uw gemiddelde').waitFor({ timeout: patience });
    await post.getByText('1 van 5 beoordeeld').waitFor({ timeout: patience });
    await picture(page, 'own-result');
  });

  test('the others see how many have scored, and nothing more; they talk in the thread', async () => {
    const juror = await windowOf(people.juror1, app.simulator.channel.id);
    const other = await windowOf(people.juror2, app.simulator.channel.id);
    const posted = (page: Page) => page.getByRole('article').filter({ hasText: 'GD27-0013' }).first();
    await posted(other).getByText('1 van 5 beoordeeld').waitFor({ timeout: patience });
    expect(await posted(other).innerText()).not.toMatch(/gemiddelde|4,0|Jurylid/);
    const answer = juror
      .getByRole('region', { name: /^Draad van/ })
      .filter({ hasText: 'GD27-0013' })
      .getByRole('textbox', { name: 'Typ een antwoord' });
    await answer.fill('Sterk: dit kan morgen elders.');
    await answer.press('Enter');
    await expectText(other, 'Sterk: dit kan morgen elders.');
    await picture(other, 'thread');
  });

  test('the chair sees the leaderboard change by itself', async () => {
    const tab = await tabOf(people.chair);
    await tab.getByRole('navigation').getByRole('link', { name: 'Stand' }).click();
    const row = tab.getByRole('row').filter({ hasText: title }).filter({ hasText: 'GD27-0013' });
    await row.getByText('4,00', { exact: true }).waitFor({ timeout: patience });
    await row.getByText('1 van 5 beoordeeld').waitFor({ timeout: patience });
    const juror = await windowOf(people.juror2, app.simulator.channel.id);
    const post = juror.getByRole('article').filter({ hasText: 'GD27-0013' }).first();
    await post.getByRole('button', { name: 'Beoordeel' }).click();
    await fillIn(post, ['Succesvol', 'Waardevol', 'Herbruikbaar', 'Inclusief'], '2');
    await post.getByRole('button', { name: 'Dien in' }).click();
    await row.getByText('3,00', { exact: true }).waitFor({ timeout: patience });
    await row.getByText('2 van 5 beoordeeld').waitFor({ timeout: patience });
    await picture(await windowOf(people.chair, 'tab'), 'leaderboard');
  });

  test('the organiser finds a shortlist', async () => {
    const tab = await tabOf(people.organiser);
    await tab.getByRole('navigation').getByRole('link', { name: 'Shortlist' }).click();
    await tab.getByText('Digitale Balie').first().waitFor({ timeout: patience });
    await picture(await windowOf(people.organiser, 'tab'), 'shortlist');
  });

  test('a juror sees what is left, and no score of a case they have not scored', async () => {
    const tab = await tabOf(people.juror3);
    await tab.getByRole('navigation').getByRole('link', { name: 'Beoordelen' }).click();
    const line = tab.getByRole('listitem').filter({ hasText: 'GD27-0013' }).last();
    await line.waitFor({ timeout: patience });
    expect(await line.innerText()).not.toMatch(/\d,\d/);
    expect(await tab.getByRole('link', { name: 'Stand', exact: true }).count()).toBe(0);
    await picture(await windowOf(people.juror3, 'tab'), 'to-do');
  });

  test('the civil servant finds their own submission', async () => {
    const tab = await tabOf(people.sanne);
    await tab.getByText('GD27-0013').first().waitFor({ timeout: patience });
    expect(await tab.locator('body').innerText()).not.toMatch(/beoordeeld|Stand/);
    await picture(await windowOf(people.sanne, 'tab'), 'own-submissions');
  });
});

/** One window a person; `open` is a conversation, or the tab. */
async function windowOf(person: Person, open: string): Promise<Page> {
  const page = windows.get(person) ?? (await browser.newPage({ viewport: { width: 1280, height: 900 } }));
  const address = `${app.simulator.address}/?person=${person.id}&open=${encodeURIComponent(open)}`;
  if (page.url() !== address) await page.goto(address);
  windows.set(person, page);
  return page;
}

async function tabOf(person: Person): Promise<FrameLocator> {
  const page = await windowOf(person, 'tab');
  return page.frameLocator('iframe');
}

async function say(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Typ een bericht' });
  await box.fill(text);
  await box.press('Enter');
}

/** Taps on the newest card. */
async function tap(page: Page, name: string): Promise<void> {
  const button = page.getByRole('article').last().getByRole('button', { name }).first();
  await button.waitFor({ timeout: patience });
  await button.click();
}

async function expectText(page: Page, text: string): Promise<void> {
  await page.getByRole('article').last().getByText(text).first().waitFor({ timeout: patience });
}

async function fillIn(post: Locator, criteria: readonly string[], value: string): Promise<void> {
  for (const criterion of criteria) {
    await post.getByRole('combobox', { name: criterion }).selectOption(value, { timeout: patience });
  }
}

async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return;
  await mkdir('.screenshots', { recursive: true });
  await page.waitForTimeout(300);
  await page.screenshot({ path: `.screenshots/${name}.png` });
}
