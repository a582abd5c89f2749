import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Person } from '../teams/people.ts';
import { atRest } from '../at-rest.ts';
import type { App } from './app.ts';

export type PhoneTheme = 'default' | 'dark' | 'contrast';

/** Somebody's phone, with their chat on it. */
export interface Phone {
  page: Page;
  theme: PhoneTheme;
  /** Types it, and waits until the newest message, a new one, says `hears`. */
  say: (words: string, hears: string) => Promise<void>;
  /** Taps a button or an answer on the newest message, and waits until that says `hears`. */
  tap: (name: string, hears: string) => Promise<void>;
  /** Waits until the newest message says this. */
  hears: (sentence: string) => Promise<void>;
  /** The newest message. */
  newest: Locator;
  /** The dialog over the chat. */
  dialog: Locator;
  /** What does not fit the screen, or can not be reached; with SCREENSHOTS=1 it leaves a picture. */
  look: (name: string) => Promise<string[]>;
  /** What axe-core finds wrong with the conversation, or with the dialog over it. */
  violations: () => Promise<string[]>;
  close: () => Promise<void>;
}

const size = { width: 390, height: 844 };
/** Longer than it takes to come within Teams' limits for one chat. */
const patience = 20_000;

export async function openPhone(
  browser: Browser,
  app: App,
  person: Person,
  theme: PhoneTheme,
): Promise<Phone> {
  const page = await browser.newPage({ viewport: size, hasTouch: true });
  page.setDefaultTimeout(patience);
  const chat = encodeURIComponent(app.simulator.conversation(person));
  await page.goto(`${app.simulator.address}/?person=${person.id}&theme=${theme}&open=${chat}`);
  const newest = page.getByRole('article').last();
  const dialog = page.getByRole('dialog');
  const hears = async (sentence: string) => {
    await newest
      .filter({ hasText: sentence })
      .waitFor()
      .catch(async () => {
        throw new Error(`instead of "${sentence}": ${await newest.innerText()}`);
      });
  };
  return {
    ...{ page, theme, newest, dialog, hears },
    say: async (words, sentence) => {
      const before = await page.getByRole('article').count();
      await page.getByRole('textbox', { name: 'Typ een bericht' }).fill(words);
      await page.getByRole('textbox', { name: 'Typ een bericht' }).press('Enter');
      await page
        .getByRole('article')
        .nth(before + 1)
        .waitFor();
      await hears(sentence);
    },
    tap: async (name, sentence) => {
      await newest.getByRole('button', { name }).first().tap();
      await hears(sentence);
    },
    look: (name) => look(page, name),
    violations: () => violationsOf(page),
    close: () => page.close(),
  };
}

async function look(page: Page, name: string): Promise<string[]> {
  await picture(page, name);
  const troubles: unknown = await page.evaluate(troublesInView);
  return Array.isArray(troubles) ? troubles.map((trouble) => `${name}: ${String(trouble)}`) : ['no answer'];
}

async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return;
  await mkdir('.screenshots/phone', { recursive: true });
  await page.waitForTimeout(250);
  await page.screenshot({ path: `.screenshots/phone/${name}.png` });
  const hidden: unknown = await page.evaluate(scrollToTop);
  if (hidden === true) await page.screenshot({ path: `.screenshots/phone/${name}-top.png` });
  await page.evaluate(scrollToBottom);
}

/** The dialog if there is one, else the newest message. */
const seen = `const scope = document.querySelector('[role=dialog]') ?? [...document.querySelectorAll('article')].at(-1);`;

/** Whether the top of it was out of view; it no longer is. */
const scrollToTop = `(() => { ${seen}
  const box = scope.querySelector('.dialog-body') ?? scope.closest('[role=log]');
  const part = box.contains(scope) ? scope : box.firstElementChild;
  const hidden = part.getBoundingClientRect().height > box.clientHeight;
  if (hidden) part.scrollIntoView({ block: box.contains(scope) ? 'start' : 'end' });
  return hidden;
})()`;

const scrollToBottom = `(() => {
  for (const box of document.querySelectorAll('[role=log]')) box.scrollTop = box.scrollHeight;
  for (const box of document.querySelectorAll('.dialog-body')) box.scrollTop = 0;
})()`;

/** A target of less than 24 px is too small for a thumb (WCAG 2.2, 2.5.8). */
const troublesInView = `(() => { ${seen}
  const troubles = [];
  const drawn = [...scope.querySelectorAll('*')].filter((each) => each.getClientRects().length > 0);
  const words = (each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').slice(0, 60) || each.tagName;
  for (const each of [document.documentElement, ...document.querySelectorAll('[role=log], .dialog-body')]) {
    if (each.scrollWidth > each.clientWidth) troubles.push('scrolls sideways: ' + each.className);
  }
  for (const each of drawn) {
    if (each.getBoundingClientRect().right > innerWidth + 1) troubles.push('sticks out: ' + words(each));
    const says = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    const cuts = getComputedStyle(each).overflow !== 'visible' && each.tagName !== 'TEXTAREA';
    const short = each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
    if (says && cuts && short) troubles.push('cut off: ' + words(each));
  }
  for (const each of drawn.filter((one) => one.matches('button, [role=button], a[href], input, textarea, select'))) {
    each.scrollIntoView({ block: 'center', inline: 'nearest' });
    const { x, y, width, height } = each.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    if (hit === null || !each.contains(hit)) troubles.push('out of reach: ' + words(each));
    if (each.matches('button, [role=button]') && (width < 24 || height < 24)) troubles.push('too small: ' + words(each));
  }
  ${scrollToBottom};
  return troubles;
})()`;

async function violationsOf(page: Page): Promise<string[]> {
  const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(script, 'utf8'));
  const found: unknown = await page.evaluate(`(async () => { ${seen}
    await ${atRest};
    const { violations } = await axe.run(scope.closest('[role=log]') ?? scope);
    return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html + failureSummary).join(' | '));
  })()`);
  return Array.isArray(found) ? found.map(String) : ['no answer'];
}
