import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TextKey, TextLanguage, TextValues } from '../../bot/texts/texts.ts';
import { text } from '../../bot/texts/texts.ts';
import { openBrowser } from '../browser.ts';
import { builtPages } from '../built-pages.ts';
import { textOf } from '../teams/card-text.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import type { Phone, PhoneTheme } from './phone.ts';
import { openPhone } from './phone.ts';

/**
 * The whole conversation on a phone, with what people do on the way: an aside, a mistake, back, a break, the form,
 * second thoughts. With SCREENSHOTS=1 each step leaves a picture in .screenshots/phone/.
 */

const { organiser, sanne, anouk } = people;
const lastYear = new Date().getFullYear() - 1;

let app: App;
let browser: Browser;

beforeAll(async () => {
  await builtPages();
  app = await startApp({ withSubmissions: true });
  await app.simulator.installInTeam('organisers');
  const office = app.simulator.channels.organisers.id;
  await app.simulator.say(organiser, 'dit is het organisatiekanaal', { conversation: office, mention: true });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

interface Walk {
  language: TextLanguage;
  theme: PhoneTheme;
  person: Person;
  start: (walk: Walker) => Promise<void>;
}

/** A phone, and the words of the app in its language. */
interface Walker extends Phone {
  t: (key: TextKey, values?: TextValues) => string;
  /** Looks at the screen; what is wrong with it is said at the end. */
  fits: (name: string) => Promise<void>;
  /** Looks at it for who can't see it, or not well. */
  isForEverybody: () => Promise<void>;
}

const walks: Walk[] = [
  { language: 'nl', theme: 'default', person: sanne, start: enterOwn },
  { language: 'en', theme: 'dark', person: anouk, start: nominate },
];

describe.each(walks)('$language, $theme', ({ language, theme, person, start }) => {
  const troubles: string[] = [];
  let phone: Walker;

  beforeAll(async () => {
    const opened = await openPhone(browser, app, person, theme);
    let count = 0;
    phone = {
      ...opened,
      t: (key, values) => text(language, key, values),
      fits: async (name) => {
        const picture = `${language}-${String((count += 1)).padStart(2, '0')}-${name}`;
        troubles.push(...(await opened.look(picture)));
      },
      isForEverybody: async () => {
        troubles.push(...(await opened.violations()));
      },
    };
  });
  afterAll(() => phone.close());

  test('from the first word to an answer to a question', async () => {
    await start(phone);
    await describeIt(phone);
    await useForm(phone);
    await chooseAndBreak(phone);
    await agree(phone);
    await reviewAndHandIn(phone);
    await changeLater(phone);
    await withdrawAndRestore(phone);
    await askQuestion(phone);
    troubles.push(...(await inHighContrast(person, language)));
    expect(troubles).toEqual([]);
  });
});

/** All that was said until then, as who chose high contrast sees it. */
async function inHighContrast(person: Person, language: TextLanguage): Promise<string[]> {
  const phone = await openPhone(browser, app, person, 'contrast');
  await phone.newest.waitFor();
  const troubles = [...(await phone.look(`${language}-contrast`)), ...(await phone.violations())];
  await phone.close();
  return troubles;
}

async function enterOwn(phone: Walker): Promise<void> {
  const { say, tap, fits, t } = phone;
  await say('hoi', t('intake.whose.question'));
  await fits('welcome');
  await phone.isForEverybody();
  await tap(t('intake.whose.own'), t('intake.participant.question.own'));
  await fits('participant');
  await say('ja', t('intake.partners.question'));
  await fits('partners');
  await say('gemeente Zwolle en ProRail', 'ProRail');
  await fits('partners-more');
  await tap(t('intake.next'), t('intake.title.question'));
}

async function nominate(phone: Walker): Promise<void> {
  const { say, tap, fits, t } = phone;
  await say('hello', t('intake.whose.question'));
  await fits('welcome');
  await phone.isForEverybody();
  await tap(t('intake.whose.nominated'), t('intake.participant.question.nominated'));
  await fits('participant');
  await say('Bergen', 'Bergen (L.)');
  await fits('participant-several');
  await say('Weesp', t('intake.partners.question'));
  await fits('participant-merged');
  await tap(t('intake.partners.none'), t('intake.title.question'));
}

async function describeIt(phone: Walker): Promise<void> {
  const { say, fits, t } = phone;
  const nl = t('intake.back') === 'Terug';
  await fits('title');
  await say(nl ? 'wanneer is de deadline?' : 'when is the deadline?', t('intake.title.question'));
  await fits('aside');
  await say('Luisterpaal op wielen', t('intake.description.label'));
  await fits('description');
  await say('kort', '20');
  await fits('too-short');
  await say(nl ? 'terug' : 'back', t('intake.title.question'));
  await fits('back');
  await say('Luisterpaal in de wijk', t('intake.description.label'));
}

async function useForm(phone: Walker): Promise<void> {
  const { page, dialog, newest, fits, t } = phone;
  const nl = t('intake.back') === 'Terug';
  const open = async () => {
    await newest.getByRole('button', { name: t('intake.form') }).tap();
    await dialog.getByRole('button', { name: t('form.save') }).waitFor();
  };
  await open();
  await fits('form');
  await phone.isForEverybody();
  const story = 'Een omgebouwde praatpaal reist langs de wijken; inwoners vertellen wat zij ervan vinden.';
  await dialog
    .getByRole('textbox', { name: nl ? 'Wat hebt u gedaan' : 'What did the municipality do' })
    .fill(story);
  await dialog.getByRole('button', { name: t('form.later') }).tap();
  await dialog.waitFor({ state: 'hidden' });
  await phone.hears(t('intake.similar.question'));
  await fits('similar');
  await open();
  await page.getByRole('button', { name: 'Sluiten' }).tap();
  await dialog.waitFor({ state: 'hidden' });
}

async function chooseAndBreak(phone: Walker): Promise<void> {
  const { say, tap, fits, t } = phone;
  const nl = t('intake.back') === 'Terug';
  await tap(t('intake.similar.option.new'), t('intake.category.question'));
  await fits('category');
  await tap('Direct', t('intake.finished.question'));
  await fits('finished');
  await say(nl ? 'mei 2019' : 'May 2019', '2019');
  await fits('too-old');
  await say(nl ? 'vorig jaar' : 'last year', t('intake.proof.question'));
  expect(await phone.newest.innerText()).toContain(String(lastYear));
  await fits('proof');
  await tap(t('intake.stop'), t('intake.paused.title'));
  await fits('paused');
  await say(nl ? 'hoi' : 'hi', t('intake.proof.question'));
  await fits('welcome-back');
  await say(
    'In een jaar kwamen 1.400 ideeën binnen; 60 zijn er uitgevoerd.',
    t('intake.conditions.question'),
  );
}

async function agree(phone: Walker): Promise<void> {
  const { say, tap, newest, fits, t } = phone;
  const nl = t('intake.back') === 'Terug';
  await fits('conditions');
  await phone.isForEverybody();
  await say(nl ? '1 ja, 2 nee' : '1 yes, 2 no', t('intake.conditions.question'));
  await fits('conditions-refused');
  await say(nl ? 'alles ja' : 'all yes', nl ? 'Waar kunnen mensen' : 'Where can people');
  await fits('own-question');
  // The form has filled in the contact: one can go back to it.
  await say(nl ? 'overslaan' : 'skip', t(nl ? 'intake.consent.question' : 'intake.contact-there.question'));
  await say(nl ? 'terug' : 'back', t('intake.contact.question'));
  await fits('contact');
  if (nl) await say('klopt', t('intake.consent.question'));
  else {
    await tap(t('intake.next'), t('intake.contact-there.question'));
    await fits('contact-there');
    await say('Jan Jansen, jan.jansen@amsterdam.example', t('intake.consent.question'));
  }
  await fits('consent');
  await newest.getByRole('checkbox').check();
  await tap(t('intake.next'), t('intake.review.question'));
}

async function reviewAndHandIn(phone: Walker): Promise<void> {
  const { say, tap, newest, fits, t } = phone;
  await fits('review');
  await phone.isForEverybody();
  await tap(t('intake.review.change-line', { label: t('intake.title.label') }), t('intake.title.question'));
  await fits('change-line');
  await say('De luisterpaal komt langs', t('intake.review.question'));
  await tap(t('intake.review.hand-in'), 'GD27-');
  await newest.filter({ hasText: t('receipt.title') }).waitFor();
  await fits('receipt');
  await phone.isForEverybody();
}

async function changeLater(phone: Walker): Promise<void> {
  const { say, tap, fits, t } = phone;
  const nl = t('intake.back') === 'Terug';
  await say(nl ? 'mijn inzendingen' : 'my submissions', t('own.view'));
  await fits('own');
  await tap(t('own.view'), t('own.withdraw'));
  await fits('own-view');
  await tap(t('own.change'), t('change.question'));
  await fits('change');
  await say(nl ? 'wijzig titel' : 'change title', t('intake.title.question'));
  await fits('change-title');
  await say('De luisterpaal reist rond', t('change.question'));
  await fits('changed');
  await tap(t('change.hand-in'), 'GD27-');
  await phone.newest.filter({ hasNotText: t('change.question') }).waitFor();
  await fits('change-handed-in');
}

async function withdrawAndRestore(phone: Walker): Promise<void> {
  const { say, tap, fits, t } = phone;
  const nl = t('intake.back') === 'Terug';
  await say(nl ? 'mijn inzendingen' : 'my submissions', t('own.view'));
  await tap(t('own.withdraw'), t('own.withdraw.question'));
  await fits('withdraw');
  await tap(t('own.withdraw.yes'), t('own.restore'));
  await fits('withdrawn');
  await tap(t('own.restore'), t('own.withdraw'));
  await fits('restored');
}

async function askQuestion(phone: Walker): Promise<void> {
  const { say, fits, t } = phone;
  const nl = t('intake.back') === 'Terug';
  const question = nl ? 'Mogen wij ook een filmpje sturen?' : 'May we send a film as well?';
  await say(nl ? 'ik heb een vraag' : 'I have a question', t('question.form.title'));
  await fits('question');
  await say(question, t('question.sent'));
  await fits('question-sent');
  const office = app.simulator.channels.organisers.id;
  const post = await waitFor('the question', () =>
    app.simulator.messages(organiser, office).findLast((message) => textOf(message).includes(question)),
  );
  const answer = { answer: 'Dat mag, met een link.' };
  expect(await app.simulator.tap(organiser, post.id, 'question.answer', answer)).toEqual({ kind: 'card' });
  await phone.hears('Dat mag, met een link.');
  await fits('answer');
  await phone.isForEverybody();
}
