import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { builtPages } from '../built-pages.ts';
import { addPerson, people, type Person } from '../teams/people.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { handIn, initiative } from './do-as-people.ts';

/**
 * A whole jury of seven at one submission, each in a window of their own: two on phones, one in dark, one in high
 * contrast, one in English, guests among them, and one who works for the municipality that handed it in. With
 * SCREENSHOTS=1 each leaves pictures in .screenshots/jury/.
 */

const title = 'Wachttijd aan de balie halveren';
const patience = 20_000;
const criteria = {
  nl: ['Succesvol', 'Waardevol', 'Herbruikbaar', 'Inclusief'],
  en: ['Successful', 'Valuable', 'Reusable', 'Inclusive'],
} as const;

interface Seat {
  person: Person;
  theme?: 'dark' | 'contrast';
  onPhone?: boolean;
}

const english = addPerson({
  name: 'Jury member 6',
  mail: 'six@jury.example',
  kind: 'judge',
  locale: 'en-GB',
});
const late = addPerson({ name: 'Jurylid 7', mail: 'jurylid7@jury.example', kind: 'judge' });

const seats = {
  guest: { person: people.juror1 },
  phone: { person: people.juror2, onPhone: true },
  dark: { person: people.juror3, theme: 'dark' },
  phoneInChat: { person: people.juror4, onPhone: true },
  conflicted: { person: people.juror5 },
  english: { person: english },
  contrast: { person: late, theme: 'contrast' },
} as const satisfies Record<string, Seat>;

type SeatName = keyof typeof seats;

let app: App;
let browser: Browser;
const windows = new Map<SeatName, Page>();

beforeAll(async () => {
  await builtPages();
  app = await startApp();
  browser = await openBrowser();
  await handIn(app, people.mehmet, initiative({ title, municipality: 'Zwolle' }));
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

describe('a jury of seven', () => {
  test('all see the same post, and six of them count', async () => {
    for (const name of seatNames()) {
      const post = await postOf(name);
      await post.getByText('0 van 6 beoordeeld').waitFor();
      await picture(name, 'post');
    }
  });

  test('who works for the municipality is kept away, and told no more than that', async () => {
    const post = await postOf('conflicted');
    await post.getByRole('button', { name: 'Beoordeel' }).click();
    await post.page().getByText('U kunt deze inzending niet beoordelen').first().waitFor();
    await picture('conflicted', 'refused');
    expect(await post.innerText()).not.toMatch(/gemiddelde|Dien in/);
  });

  test('one abstains from the post, with a reason', async () => {
    const post = await postOf('contrast');
    await post.getByRole('button', { name: 'Ik onthoud me' }).click();
    await post.getByRole('textbox', { name: 'Waarom onthoudt u zich?' }).fill('Ik heb hieraan meegewerkt.');
    await picture('contrast', 'abstaining');
    await post.getByRole('button', { name: 'Bevestig' }).click();
    await post.getByText('U onthoudt zich sinds').waitFor();
    await picture('contrast', 'abstained');
    await (await postOf('dark')).getByText('0 van 5 beoordeeld').waitFor();
  });

  test.each([
    ['guest', '5', 0],
    ['phone', '4', 1],
    ['dark', '1', 2],
    ['english', '5', 3],
  ] as const)(
    '%s scores on the card, and sees their own result',
    async (name, score, before) => {
      const isEnglish = name === 'english';
      const post = await postOf(name);
      // An edit that is under way as they open their sheet would take away what they type.
      await post.getByText(`${before} van 5 beoordeeld`).waitFor();
      await post.getByRole('button', { name: 'Beoordeel' }).click();
      await fillIn(post, criteria[isEnglish ? 'en' : 'nl'], score);
      await picture(name, 'sheet');
      await post.getByRole('button', { name: isEnglish ? 'Hand in' : 'Dien in' }).click();
      await post.getByText(isEnglish ? 'Your mean' : 'Uw gemiddelde').waitFor();
      await picture(name, 'result');
    },
    60_000,
  );

  test('one goes through what is left in the chat on a phone', async () => {
    const page = await windowOf('phoneInChat', app.simulator.conversation(seats.phoneInChat.person));
    const box = page.getByRole('textbox', { name: 'Typ een bericht' });
    await box.fill('wat moet ik nog?');
    await box.press('Enter');
    const newest = page.getByRole('article').last();
    await newest.getByText('U hebt er 1, 0 klaar').waitFor();
    await picture('phoneInChat', 'list');
    await newest.getByRole('button', { name: 'Volgende' }).click();
    await fillIn(newest, criteria.nl, '2');
    await picture('phoneInChat', 'sheet-in-chat');
    await newest.getByRole('button', { name: 'Dien in', exact: true }).click();
    await newest.getByText('Uw gemiddelde').waitFor();
    await picture('phoneInChat', 'result-in-chat');
  });

  test('everybody sees that all have scored, and nobody what another scored', async () => {
    for (const name of seatNames()) {
      const post = await postOf(name);
      const isEnglish = name === 'english';
      await post.getByText(isEnglish ? '5 of 5 scored' : '5 van 5 beoordeeld').waitFor();
      await picture(name, 'all-scored');
    }
    const seen = await (await postOf('conflicted')).innerText();
    expect(seen).not.toMatch(/gemiddelde|\d,\d|Jurylid \d/);
  });

  test('where they differ they are asked to talk, and they do', async () => {
    const dark = await windowOf('dark', app.simulator.channel.id);
    await dark.getByText('lopen de oordelen uiteen').first().waitFor();
    const answer = dark
      .getByRole('region', { name: /^Draad van/ })
      .filter({ hasText: title })
      .getByRole('textbox', { name: 'Typ een antwoord' });
    await answer.fill('Bij ons duurde het juist langer.');
    await answer.press('Enter');
    const phone = await windowOf('phone', app.simulator.channel.id);
    await phone.getByText('Bij ons duurde het juist langer.').first().waitFor();
    await picture('dark', 'thread');
    await picture('phone', 'thread');
  });

  test('no limit of Teams was broken', () => {
    expect(app.simulator.violations).toEqual([]);
  });
});

function seatNames(): SeatName[] {
  // @NOTE a literal of ours: its keys are the ones that its type says
  return Object.keys(seats) as SeatName[];
}

/** One window each; `open` is a conversation. */
async function windowOf(name: SeatName, open: string): Promise<Page> {
  const { person, theme, onPhone = false }: Seat = seats[name];
  const viewport = onPhone ? { width: 390, height: 844 } : { width: 1280, height: 900 };
  const page = windows.get(name) ?? (await browser.newPage({ viewport, hasTouch: onPhone }));
  page.setDefaultTimeout(patience);
  const address = `${app.simulator.address}/?person=${person.id}&theme=${theme ?? 'default'}&open=${encodeURIComponent(open)}`;
  if (page.url() !== address) await page.goto(address);
  windows.set(name, page);
  return page;
}

async function postOf(name: SeatName): Promise<Locator> {
  const page = await windowOf(name, app.simulator.channel.id);
  return page.getByRole('article').filter({ hasText: title }).first();
}

async function fillIn(card: Locator, names: readonly string[], value: string): Promise<void> {
  for (const name of names) await card.getByRole('combobox', { name }).selectOption(value);
}

async function picture(name: SeatName, moment: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return;
  const page = windows.get(name);
  await mkdir('.screenshots/jury', { recursive: true });
  await page?.waitForTimeout(300);
  await page?.screenshot({ path: `.screenshots/jury/${name}-${moment}.png` });
}
