import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { leaderboard } from '../../bot/http/contract/ranking.ts';
import { start } from '../../bot/http/contract/start.ts';
import { submissionDetail } from '../../bot/http/contract/submissions.ts';
import type { CardAction } from '../teams/card-actions.ts';
import { filledIn, findAction } from '../teams/card-actions.ts';
import { textOf } from '../teams/card-text.ts';
import type { MessageView } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import {
  askTab,
  initiative,
  juryPost,
  juryPosts,
  lastOfBot,
  numbersSeen,
  untilAsked,
  goOn,
} from './do-as-people.ts';
import { isDrawnAsTyped } from './drawn-as-typed.ts';
import { personalDataIn } from './personal-data.ts';
import { answersTo, sayAndHear, sentenceOf } from './say-and-hear.ts';

/**
 * What people type and tap that is no answer, through the front door: each gets a sentence that says what to do, and
 * loses nothing. One app for all of it, in the order of an afternoon.
 */

const long = 'Lange tekst. '.repeat(1_500).padEnd(20_000, 'x');
const year = new Date().getFullYear();
const sticker = {
  attachments: [
    {
      contentType: 'text/html',
      content: '<p><img itemtype="http://schema.skype.com/Sticker" src="https://sticker.example/1.png"></p>',
    },
  ],
};
const file = {
  attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'bijlage.pdf' }],
};

/** HTML, Markdown, a mention, a template's own marks and an entity: all of it only text. */
const markup = '<b>Vet</b> **sterk** _schuin_ [tik](https://x.example) 🚀';
const description =
  'Lees <img src=x onerror=alert(1)> en <at>Iedereen</at>: *let op*, ${title}, &amp; {{DATE(2017-02-14T06:08:00Z)}} # klaar';

interface BadInput {
  what: string;
  typed: string;
  says: string;
  with?: typeof sticker | typeof file;
}

const aSticker: BadInput = {
  what: 'a sticker',
  typed: '',
  with: sticker,
  says: 'Een sticker, foto of bestand',
};
const nothing: BadInput[] = [
  { what: 'an empty message', typed: '', says: 'Ik zie nog geen antwoord.' },
  { what: 'a file', typed: '', with: file, says: 'Een sticker, foto of bestand kan ik niet lezen.' },
];
const tooLong = (says: string): BadInput => ({ what: '20,000 characters', typed: long, says });

/** In the order of the questions; `good` brings the next one. */
const questions: { step: string; bad: BadInput[]; good: string }[] = [
  { step: 'whose', bad: [tooLong('Kies een van de twee')], good: 'eigen' },
  {
    step: 'participant',
    bad: [
      tooLong('Ik ken geen gemeente'),
      { what: 'one that does not exist', typed: 'Atlantis aan Zee', says: 'Ik ken geen gemeente “Atlantis' },
      { what: 'HTML', typed: '<b>Xyzstad</b>', says: 'Ik ken geen gemeente “' },
    ],
    good: 'Utrecht',
  },
  {
    step: 'partners',
    bad: [
      tooLong('Een van de namen is te lang'),
      { what: 'an emoji', typed: '🚀', says: 'Hier zie ik geen naam in.' },
    ],
    good: 'geen',
  },
  {
    step: 'title',
    bad: [
      ...nothing,
      tooLong('te lang; er passen 120 tekens'),
      { what: 'an emoji', typed: '🚀', says: 'Een titel heeft woorden nodig' },
    ],
    good: markup,
  },
  {
    step: 'description',
    bad: [
      tooLong('De beschrijving is 18.000 tekens te lang'),
      { what: 'an emoji', typed: '🚀', says: 'Dit is nog te kort voor de jury.' },
    ],
    good: description,
  },
  {
    step: 'category',
    bad: [
      tooLong('Kies een van de 2 categorieën'),
      { what: 'none of ours', typed: 'Kunst', says: 'Kies een' },
    ],
    good: 'Direct',
  },
  {
    step: 'finished',
    bad: [
      tooLong('Hier kan ik geen datum in vinden.'),
      { what: 'the future', typed: `maart ${year + 2}`, says: 'Dat is na vandaag' },
      { what: 'too long ago', typed: '2019', says: 'Dit initiatief is afgerond in 2019.' },
      { what: 'a day that is none', typed: '31-02-2025', says: 'geen datum' },
    ],
    good: `maart ${year - 1}`,
  },
  {
    step: 'proof',
    bad: [tooLong('De tekst is'), { what: 'a word', typed: 'werkt', says: 'Dit is nog te kort' }],
    good: initiative().proof,
  },
  {
    step: 'conditions',
    bad: [
      tooLong('Dit begrijp ik niet.'),
      { what: 'a number that is none', typed: '9 ja', says: 'Dit begrijp ik niet.' },
      { what: 'no, but to which', typed: 'nee', says: 'Bij welke vraag' },
    ],
    good: 'alles ja',
  },
  { step: 'own-website', bad: [tooLong('Uw antwoord is')], good: 'overslaan' },
  {
    step: 'contact',
    bad: [
      tooLong('Er is nog geen mailadres.'),
      { what: 'half an address', typed: 'Sanne, sanne@utrecht', says: 'is geen volledig mailadres' },
    ],
    good: 'Sanne de Wit, sanne.dewit@utrecht.example',
  },
  {
    step: 'consent',
    bad: [tooLong('Zet een vinkje'), { what: 'no', typed: 'nee', says: 'Zonder uw akkoord' }],
    good: 'ja',
  },
  { step: 'review', bad: [...nothing, tooLong('Klopt alles?')], good: '' },
];

let app: App;
let logs = '';
beforeAll(async () => {
  app = await startApp({ environment: { DELIVERY_SETTLE_MS: '300' } });
});
afterAll(() => app.stop());

describe('typed in the chat', () => {
  // Two people share the questions: in one chat the bot may say no more than 60 things in half a minute.
  const [first, second] = [questions.slice(0, 6), questions.slice(6)];
  beforeAll(async () => {
    await app.simulator.say(people.sanne, 'hoi');
    await app.simulator.say(people.mehmet, 'hoi');
    await answerAll(people.mehmet, first);
  });

  test.each([
    ...first.map((question) => ({ person: people.sanne, ...question })),
    ...second.map((question) => ({ person: people.mehmet, ...question })),
  ])('what is no answer to the question of $step changes nothing', async ({ person, step, bad, good }) => {
    const asked = await untilAsked(app, person, step);
    const answered = answeredOn(asked);
    for (const { typed, says, with: options } of [aSticker, ...bad]) {
      const seen = await sayAndHear(app, person, typed, says, options);
      expect(JSON.stringify(seen.cards)).toContain(`"step":"${step}"`);
      expect(answeredOn(seen)).toEqual(answered);
    }
    if (good !== '') await app.simulator.say(person, good);
  });

  test('HTML and Markdown stand as typed on the overview and the receipt', async () => {
    await answerAll(people.sanne, second);
    const review = await untilAsked(app, people.sanne, 'intake.hand-in');
    expect(isDrawnAsTyped(review, markup)).toBe(true);
    expect(isDrawnAsTyped(review, description)).toBe(true);
    await app.simulator.tap(people.sanne, review.id, 'intake.hand-in');
    const receipt = await waitFor('the receipt', () =>
      app.simulator
        .messages(people.sanne)
        .find((message) => message.from.isBot && textOf(message).includes('Uw inzending is binnen')),
    );
    expect(isDrawnAsTyped(receipt, markup)).toBe(true);
  });

  test('and in the jury channel, and come back unchanged from the API of the tab', async () => {
    const post = await juryPost(app, people.juror1, 'GD27-0001');
    expect(isDrawnAsTyped(post, markup)).toBe(true);
    expect(isDrawnAsTyped(post, description)).toBe(true);
    const { own } = start.parse((await askTab(app, people.sanne, '/start')).body);
    expect(own).toMatchObject([{ submission: { number: 'GD27-0001', title: markup } }]);
    const id = own[0]?.submission.id ?? '';
    const detail = submissionDetail.parse((await askTab(app, people.juror1, `/submissions/${id}`)).body);
    expect(detail).toMatchObject({ submission: { title: markup }, description });
  });
});

describe('typed on the card', () => {
  test('an emoji as title is answered, and stays in its field', async () => {
    await app.simulator.say(people.anouk, 'hi');
    await untilAsked(app, people.anouk, 'whose');
    await app.simulator.say(people.anouk, 'own');
    await untilAsked(app, people.anouk, 'participant');
    await app.simulator.say(people.anouk, 'Den Haag');
    await untilAsked(app, people.anouk, 'partners');
    await app.simulator.say(people.anouk, 'none');
    const { id } = await untilAsked(app, people.anouk, 'title');
    const answer = await app.simulator.tap(people.anouk, id, 'intake.answer', { answer: '🚀' });
    expect(answer).toEqual({ kind: 'card' });
    const card = await untilAsked(app, people.anouk, 'title');
    expect(textOf(card)).toContain('A title needs words');
    expect(fieldsOf(card)).toEqual(['🚀']);
  });

  test.each(['intake.answer', 'intake.back', 'intake.stop'])(
    '20,000 characters are refused by %s with a sentence, and stay where they are',
    async (verb) => {
      const card = await untilAsked(app, people.anouk, 'title');
      const answer = await app.simulator.tap(people.anouk, card.id, verb, { answer: long });
      expect(sentenceOf(answer)).toContain('The title is 19,880 characters too long');
      expect(lastOfBot(app, people.anouk)?.cards).toEqual(card.cards);
    },
  );

  test('nothing at all is asked for again', async () => {
    const { id } = await untilAsked(app, people.anouk, 'title');
    await app.simulator.tap(people.anouk, id, 'intake.answer', { answer: '   ' });
    const card = await untilAsked(app, people.anouk, 'title');
    expect(textOf(card)).toContain('I don’t see an answer yet.');
  });
});

describe('two at once', () => {
  test('different answers at the same moment: one counts, and the other device is told', async () => {
    const entered = initiative({ title: 'Beach for everyone' });
    const { id } = await goOn(app, people.anouk, entered, { from: 'title', until: 'category' });
    const picks = ['direct', 'indirect'].map((choice) =>
      app.simulator.tap(people.anouk, id, ({ data }) => data.choice === choice),
    );
    expect(await Promise.all(picks)).toEqual([{ kind: 'card' }, { kind: 'card' }]);
    const told = answersTo(app, people.anouk, 2).map((answer) => answer.includes('on another device'));
    expect(told.sort()).toEqual([false, true]);
    await untilAsked(app, people.anouk, 'finished');
  });

  test('handing in by a double tap, and again later, makes one submission', async () => {
    const entered = initiative({
      finished: `March ${year - 1}`,
      contact: 'Anouk Jansen, anouk.jansen@denhaag.example',
    });
    const review = await goOn(app, people.anouk, entered, { from: 'finished' });
    const handsIn = filledIn(findAction(review, 'intake.hand-in'), {});
    const tap = () => app.simulator.invoke(people.anouk, review.id, handsIn);
    expect(await Promise.all([tap(), tap()])).toEqual([{ kind: 'card' }, { kind: 'card' }]);
    await waitFor('a receipt', () => numbersSeen(app, people.anouk)[0]);
    expect(await tap()).toEqual({ kind: 'card' });
    expect(answersTo(app, people.anouk, 1)[0]).toContain('GD27-0002');
    await app.simulator.settled();
    expect(numbersSeen(app, people.anouk)).toEqual(['GD27-0002']);
    const { own } = start.parse((await askTab(app, people.anouk, '/start')).body);
    expect(own).toHaveLength(1);
  });

  test('a judge on two devices finds the remarks of both on one sheet', async () => {
    const post = await juryPost(app, people.juror1, 'GD27-0002');
    await app.simulator.tap(people.juror1, post.id, 'sheet.open');
    const save = findAction(await juryPost(app, people.juror1, 'GD27-0002'), 'sheet.save');
    const saves = ['telefoon', 'laptop'].map((device, index) => {
      const data = { ...save.data, 'score.success': String(index + 2), 'remark.overall': `van de ${device}` };
      return app.simulator.invoke(people.juror1, post.id, { ...save, data });
    });
    expect(await Promise.all(saves)).toEqual([{ kind: 'card' }, { kind: 'card' }]);
    const [merged] = answersTo(app, people.juror1, 2).filter((each) => each.includes('ander apparaat'));
    expect(merged).toMatch(/van de telefoon.*van de laptop|van de laptop.*van de telefoon/);
  });

  test('a judge who hands in by a double tap counts once', async () => {
    const post = await juryPost(app, people.juror2, 'GD27-0002');
    await app.simulator.tap(people.juror2, post.id, 'sheet.open');
    const hands = findAction(await juryPost(app, people.juror2, 'GD27-0002'), 'sheet.hand-in');
    const action = filledIn(hands, scoresOf(hands, '4'));
    const tap = () => app.simulator.invoke(people.juror2, post.id, action);
    expect(await Promise.all([tap(), tap()])).toEqual([{ kind: 'card' }, { kind: 'card' }]);
    expect(await tap()).toEqual({ kind: 'card' });
    expect(textOf(await juryPost(app, people.juror2, 'GD27-0002'))).toContain('4,0');
    const { body } = await askTab(app, people.chair, '/leaderboard?category=direct');
    const other = await askTab(app, people.chair, '/leaderboard?category=indirect');
    expect(leaderboard.parse(body).sheets + leaderboard.parse(other.body).sheets).toBe(1);
  });
});

describe('a card from before the last restart', () => {
  let review: MessageView;
  test('of a draft still hands in', async () => {
    review = await untilAsked(app, people.mehmet, 'intake.hand-in');
    logs += app.bot.output();
    await app.crash();
    expect(await app.simulator.tap(people.mehmet, review.id, 'intake.hand-in')).toEqual({ kind: 'card' });
    await waitFor('a receipt', () => numbersSeen(app, people.mehmet)[0] === 'GD27-0003');
  });

  test('of a sheet still hands in', async () => {
    const post = await juryPost(app, people.juror3, 'GD27-0003');
    await app.simulator.tap(people.juror3, post.id, 'sheet.open');
    const opened = await juryPost(app, people.juror3, 'GD27-0003');
    logs += app.bot.output();
    await app.crash();
    const action = findAction(opened, 'sheet.hand-in');
    const answer = await app.simulator.tap(people.juror3, post.id, 'sheet.hand-in', scoresOf(action, '5'));
    expect(answer).toEqual({ kind: 'card' });
    expect(textOf(await juryPost(app, people.juror3, 'GD27-0003'))).toContain('5,0');
  });

  test('of a draft that was handed in says so', async () => {
    const change = filledIn(findAction(review, 'intake.change'), {});
    expect(await app.simulator.invoke(people.mehmet, review.id, change)).toEqual({ kind: 'card' });
    expect(answersTo(app, people.mehmet, 1)[0]).toContain('Dit initiatief hebt u al ingediend.');
    expect(juryPosts(app, people.chair, 'GD27-0003')).toHaveLength(1);
  });
});

test('no rule of Teams was broken, and the log says nothing about anyone', async () => {
  await app.simulator.settled();
  expect(app.simulator.violations).toEqual([]);
  const words = [markup, 'Beach for everyone', 'Atlantis', 'Lange tekst', 'van de telefoon'];
  logs += app.bot.output();
  expect(logs).toContain('"msg":"turn"');
  expect(personalDataIn(logs, words)).toEqual([]);
});

async function answerAll(person: Person, asked: typeof questions): Promise<void> {
  for (const { step, good } of asked.filter((each) => each.good !== '')) {
    await untilAsked(app, person, step);
    await app.simulator.say(person, good);
  }
}

/** What has been answered, as the card says it. */
function answeredOn(message: MessageView): string[] {
  return textOf(message)
    .split('\n')
    .filter((line) => line.startsWith('✓'));
}

function fieldsOf(message: MessageView): (string | undefined)[] {
  return findAction(message, 'intake.answer').inputs.map(({ value }) => value);
}

/** The same score for every criterion. */
function scoresOf({ inputs }: CardAction, score: string): Record<string, string> {
  const ids = inputs.map(({ id }) => id).filter((id) => id.startsWith('score.'));
  return Object.fromEntries(ids.map((id) => [id, score]));
}
