import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { atRest } from '../../at-rest.ts';
import { openBrowser } from '../../browser.ts';
import { builtPages } from '../../built-pages.ts';
import { cardMessage, dialogCard, showDialog, startFakeBot, type FakeBot } from '../fake-bot.ts';
import { people } from '../people.ts';
import { startSimulator, type Simulator } from '../simulator.ts';

/** A dialog as people see it, on the simulator's page. With SCREENSHOTS=1 it leaves pictures in .screenshots/. */

const { sanne, chair } = people;
const patience = 10_000;

let simulator: Simulator;
let bot: FakeBot;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await builtPages();
  simulator = await startSimulator({ limits: false });
  bot = await startFakeBot(simulator);
  browser = await openBrowser();
  const path = `conversations/${encodeURIComponent(simulator.conversation(sanne))}/activities`;
  await bot.call('POST', path, cardMessage(dialogCard()));
});
afterAll(async () => {
  await browser.close();
  await simulator.stop();
  await bot.stop();
});
beforeEach(() => {
  bot.answer = ({ name }) => {
    if (name === 'application/search') return found;
    return name === 'task/submit' ? { status: 200 } : showDialog(form, { title: 'Uw inzending', ...size });
  };
});
afterEach(async () => {
  await page.context().close();
});

const size = { width: 'medium', height: 'large' };
const found = {
  status: 200,
  body: {
    statusCode: 200,
    type: 'application/vnd.microsoft.search.searchResponse',
    value: { results: [{ title: 'Utrecht', value: 'GM0344' }] },
  },
};
const form = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Vul in wat u weet. U kunt later verder.', wrap: true },
    {
      type: 'Input.Text',
      id: 'title',
      label: 'Naam van het initiatief',
      isRequired: true,
      errorMessage: 'Geef een naam.',
    },
    {
      type: 'Input.ChoiceSet',
      id: 'municipality',
      label: 'Gemeente',
      style: 'filtered',
      choices: [],
      'choices.data': { type: 'Data.Query', dataset: 'municipalities' },
    },
    {
      type: 'Input.ChoiceSet',
      id: 'category',
      label: 'Categorie',
      style: 'expanded',
      choices: [
        { title: 'Dienstverlening', value: 'a' },
        { title: 'Participatie', value: 'b' },
      ],
    },
    { type: 'Input.Text', id: 'what', label: 'Wat hebt u gedaan?', isMultiline: true },
  ],
  actions: [
    { type: 'Action.Submit', title: 'Bewaar', data: { verb: 'form.save' } },
    { type: 'Action.Submit', title: 'Terug', data: { verb: 'form.back' }, associatedInputs: 'none' },
  ],
};

/** Sanne's window, with the dialog open. */
async function opened(theme = 'default', width = 1280, height = 900): Promise<Locator> {
  page = await browser.newPage({ viewport: { width, height } });
  await page.goto(`${simulator.address}/?person=${sanne.id}&open=personal&theme=${theme}`);
  await page.getByRole('button', { name: 'Vul in' }).click({ timeout: patience });
  const dialog = page.getByRole('dialog', { name: 'GemeenteDelers Uw inzending' });
  await dialog.waitFor({ timeout: patience });
  // It grows to its size.
  await page.evaluate(atRest);
  bot.heard.length = 0;
  return dialog;
}

const title = (dialog: Locator) => dialog.getByLabel('Naam van het initiatief');
const question = () => page.getByRole('alertdialog');
const focusName = () => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null);

async function picture(name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return;
  await mkdir('.screenshots', { recursive: true });
  await page.waitForTimeout(400);
  await page.screenshot({ path: `.screenshots/${name}.png` });
}

describe('a dialog', () => {
  test('begins in its first field, and keeps the keyboard inside', async () => {
    const dialog = await opened();
    await picture('dialog');
    expect(await title(dialog).evaluate((field) => field === document.activeElement)).toBe(true);
    for (let press = 0; press < 14; press += 1) {
      await page.keyboard.press('Tab');
      expect(await focusName()).toBe(true);
    }
  });

  test('that is empty closes with Escape, and gives the keyboard back to its button', async () => {
    const dialog = await opened();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached', timeout: patience });
    const button = page.getByRole('button', { name: 'Vul in' });
    await expect(button.evaluate((element) => element === document.activeElement)).resolves.toBe(true);
    expect(bot.heard).toEqual([]);
  });

  test.each(['Escape', 'the cross'])(
    'in which something was filled in asks before it closes by %s',
    async (by) => {
      const dialog = await opened();
      await title(dialog).fill('Wijkbus');
      const leave = async () => {
        if (by === 'Escape') await page.keyboard.press('Escape');
        else await dialog.getByRole('button', { name: 'Sluiten' }).click();
        await question().waitFor({ timeout: patience });
      };
      await leave();
      await picture('dialog-discard');
      await question().getByRole('button', { name: 'Verder invullen' }).click();
      expect(await title(dialog).inputValue()).toBe('Wijkbus');
      await leave();
      await question().getByRole('button', { name: 'Stoppen' }).click();
      await dialog.waitFor({ state: 'detached', timeout: patience });
    },
    60_000,
  );

  test('searches while somebody types, and sends what was found', async () => {
    const dialog = await opened();
    await title(dialog).fill('Wijkbus');
    const box = dialog.getByLabel('Gemeente');
    await box.pressSequentially('utr');
    await dialog.getByText('Utrecht', { exact: true }).click({ timeout: patience });
    await dialog.getByText('Participatie').click();
    await picture('dialog-filled-in');
    await dialog.getByRole('button', { name: 'Bewaar' }).click();
    await dialog.waitFor({ state: 'detached', timeout: patience });
    expect(bot.heard.at(-1)).toMatchObject({
      name: 'task/submit',
      value: { data: { verb: 'form.save', title: 'Wijkbus', municipality: 'GM0344', category: 'b' } },
    });
  });

  test('does not send what is not filled in right', async () => {
    const dialog = await opened();
    await dialog.getByRole('button', { name: 'Bewaar' }).click();
    await dialog.getByText('Geef een naam.').waitFor({ timeout: patience });
    expect(bot.heard).toEqual([]);
  });

  test('goes on with the next card, and ends with a sentence', async () => {
    const dialog = await opened();
    bot.answer = () =>
      showDialog({ ...form, body: [{ type: 'TextBlock', text: 'Klopt dit?' }] }, { title: 'Stap 2' });
    await title(dialog).fill('Wijkbus');
    await dialog.getByRole('button', { name: 'Bewaar' }).click();
    const next = page.getByRole('dialog', { name: 'GemeenteDelers Stap 2' });
    await next.getByText('Klopt dit?').waitFor({ timeout: patience });
    bot.answer = () => ({
      status: 200,
      body: { task: { type: 'message', value: 'Uw inzending is bewaard.' } },
    });
    await next.getByRole('button', { name: 'Bewaar' }).click();
    await page.getByText('Uw inzending is bewaard.').waitFor({ timeout: patience });
    await picture('dialog-sentence');
    await page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: patience });
  });

  test('stays when the bot can not be reached, with what was filled in', async () => {
    const dialog = await opened();
    bot.answer = () => ({ status: 400 });
    await title(dialog).fill('Wijkbus');
    await dialog.getByRole('button', { name: 'Bewaar' }).click();
    await dialog.getByText('Kan de app niet bereiken').waitFor({ timeout: patience });
    expect(await title(dialog).inputValue()).toBe('Wijkbus');
    await picture('dialog-unreachable');
  });

  test.each(['default', 'dark', 'contrast'])(
    'fills a phone (%s)',
    async (theme) => {
      const dialog = await opened(theme, 390, 844);
      await picture(`dialog-phone-${theme}`);
      expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
      const scrolls = await dialog.evaluate((element) => element.scrollWidth > element.clientWidth);
      expect(scrolls).toBe(false);
    },
    60_000,
  );

  test.each(['dark', 'contrast'])(
    'has its place in a wide window (%s)',
    async (theme) => {
      const dialog = await opened(theme);
      await title(dialog).fill('Wijkbus');
      await picture(`dialog-${theme}`);
      const box = await dialog.boundingBox();
      expect(box).toMatchObject({ width: 640, height: 594 });
    },
    60_000,
  );
});

test("the chair has the organisers' channel beside the jury's", async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const { id } = simulator.channels.organisers;
  await page.goto(`${simulator.address}/?person=${chair.id}&open=${encodeURIComponent(id)}`);
  await page
    .getByRole('heading', { name: 'Organisatie GemeenteDelers › Organisatie' })
    .waitFor({ timeout: patience });
  const names = await page.locator('.conversation-name').allInnerTexts();
  expect(names).toEqual([
    'GemeenteDelers',
    'Jury GemeenteDelers › Jurering',
    'Organisatie GemeenteDelers › Organisatie',
  ]);
  await picture('channels');
});
