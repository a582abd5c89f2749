import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { finishHandingIn, startFinishingHandIns } from '../../../bot/conversation/finish-handing-in.ts';
import { personPartition } from '../../../bot/store/documents/person-documents.ts';
import { text } from '../../../bot/texts/texts.ts';
import { waitFor } from '../../wait-for.ts';
import type { Chat, Place } from './chat.ts';
import { cardOf, openPlace, sanne, seenOn } from './chat.ts';

let place: Place;
let chat: Chat;

beforeEach(async () => {
  place = await openPlace();
  chat = place.with();
});
afterEach(() => place.close());

const description = 'Wij gaan bij bewoners langs en leggen uit hoe afval scheiden werkt.';
const entered = {
  whose: 'own',
  participant: { kind: 'municipality', code: 'GM0344' },
  title: 'Afvalcoach aan de deur',
  description,
  categoryId: 'direct',
  finished: { from: '2025-03-01', to: '2025-03-31' },
  contact: { name: 'Sanne de Wit', mail: 'sanne.dewit@utrecht.example' },
};

/** What is typed at each question, in order; the first greets. */
const typed = ['hoi', 'eigen', 'ja', 'Afvalcoach aan de deur', description, 'direct', 'maart 2025', 'klopt'];
/** What is tapped at each question, in order. */
const taps: [title: string | RegExp, inputs?: Record<string, string>][] = [
  [/^Mijn eigen gemeente/],
  [/^Utrecht/],
  ['Verder', { answer: 'Afvalcoach aan de deur' }],
  ['Verder', { answer: description }],
  [/^1\. Direct/],
  ['Verder', { answer: 'maart 2025' }],
  ['Verder'],
];

async function typeUntilReview(): Promise<void> {
  for (const answer of typed) await chat.say(answer);
}

async function kinds(): Promise<string[]> {
  return (await chat.messages()).map(({ kind }) => kind);
}

describe('a whole walk', () => {
  test('typed: a line for each answer, the card always the newest, then a receipt', async () => {
    for (const [index, answer] of typed.entries()) {
      await chat.say(answer);
      expect(await kinds()).toEqual([...Array<string>(index).fill('answered-line'), 'intake-card']);
    }
    expect((await chat.newest()).text).toContain('Klopt alles?');
    await chat.say('dien in');
    expect(await kinds()).toEqual([...Array<string>(7).fill('answered-line'), 'intake-card', 'receipt']);
    expect((await chat.newest()).text).toContain('GD27-0001');
    const [submission, second] = await place.submissions();
    expect(submission).toMatchObject({
      ...entered,
      number: 1,
      submittedAt: place.world.now(),
      submitter: chat.id,
    });
    expect(second).toBeUndefined();
  });

  test('tapped: one message, which is answered with what it becomes', async () => {
    await chat.arrive();
    let card = (await chat.newest()).card;
    for (const [title, inputs] of taps) {
      card = cardOf(await chat.tap(title, inputs, card));
      expect((await chat.newest()).card).toEqual(card);
      expect(await chat.count()).toBe(1);
    }
    expect(seenOn(cardOf(await chat.tap('Dien in', {}, card)))).toContain('Ingediend: GD27-0001');
    expect(await kinds()).toEqual(['intake-card', 'receipt']);
    expect(await place.submissions()).toMatchObject([entered]);
  });

  test('typed and tapped by turns', async () => {
    await chat.say('hoi');
    for (const [index, tap] of taps.entries()) {
      if (index % 2 === 0) await chat.tap(...tap);
      else await chat.say(typed[index + 1] ?? '');
    }
    await chat.say('ja');
    expect(await place.submissions()).toMatchObject([entered]);
  });

  test('in English, of another municipality', async () => {
    const anouk = place.with({
      ...sanne,
      objectId: 'anouk',
      name: 'Anouk Jansen',
      mail: 'a@denhaag.example',
      language: 'en',
    });
    await anouk.say('hello');
    expect((await anouk.newest()).text).toContain('What is your municipality proud of?');
    for (const answer of ['other', 'Weesp', 'Door to door', description, '2', 'Q3 2024', 'yes', 'submit']) {
      await anouk.say(answer);
    }
    expect(await place.submissions()).toMatchObject([
      {
        whose: 'nominated',
        participant: { kind: 'municipality', code: 'GM0363' },
        categoryId: 'indirect',
        finished: { from: '2024-07-01', to: '2024-09-30' },
        contact: { name: 'Anouk Jansen', mail: 'a@denhaag.example' },
      },
    ]);
    expect((await anouk.newest()).text).toContain('We have received your submission!');
  });
});

describe('each turn brought twice', () => {
  test('has one effect, typed', async () => {
    for (const answer of [...typed, 'dien in']) {
      await chat.say(answer);
      const [before, messages] = [await chat.drafts(), await chat.count()];
      await chat.again();
      expect([await chat.drafts(), await chat.count()]).toEqual([before, messages]);
    }
    expect(await place.submissions()).toHaveLength(1);
  });

  test('has one effect and the same answer, tapped, also at once', async () => {
    await chat.arrive();
    for (const [title, inputs] of [...taps, ['Dien in'] as const]) {
      const first = cardOf(await chat.tap(title, inputs));
      const again = await Promise.all([chat.again(), chat.again()]);
      expect(again).toEqual([
        { kind: 'card', card: first },
        { kind: 'card', card: first },
      ]);
    }
    expect(await place.submissions()).toHaveLength(1);
    expect(await kinds()).toEqual(['intake-card', 'receipt']);
  });

  test('a double tap on Dien in gives one submission and the same answer', async () => {
    await typeUntilReview();
    const { card } = await chat.newest();
    const answers = await Promise.all([chat.tap('Dien in', {}, card), chat.tap('Dien in', {}, card)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await place.submissions()).toHaveLength(1);
    expect((await kinds()).filter((kind) => kind === 'receipt')).toHaveLength(1);
  });

  test('handing in typed twice at once gives one submission', async () => {
    await typeUntilReview();
    await Promise.all([chat.say('dien in'), chat.say('dien in')]);
    expect(await place.submissions()).toHaveLength(1);
  });
});

describe('welcome', () => {
  test('comes once for two arrivals and a greeting, in any order and at once', async () => {
    await Promise.all([
      chat.arrive('arrived'),
      chat.say('hoi'),
      chat.arrive('arrived'),
      chat.arrive('installed'),
    ]);
    const welcomed = (await chat.messages()).filter((seen) =>
      seen.text.includes('Waar is uw gemeente trots op?'),
    );
    expect(welcomed).toHaveLength(1);
    expect((await kinds()).filter((kind) => kind === 'intake-card')).toHaveLength(1);
    expect((await chat.newest()).text).toContain('Van wie is het initiatief?');
    expect(await chat.drafts()).toHaveLength(1);
  });

  test('has one clear next step whatever is said first', async () => {
    for (const [index, first] of [
      '',
      'help',
      'ik wil graag iets insturen',
      '👋',
      'mijn idee: <b>slim</b>',
    ].entries()) {
      const other = place.with({ ...sanne, objectId: `p${String(index)}` });
      await other.say(first);
      expect((await other.newest()).text).toContain('Van wie is het initiatief?');
    }
  });

  test('leads back to where one was, later', async () => {
    await chat.say('hoi');
    await chat.say('eigen');
    await chat.say('Hallo!');
    expect((await chat.newest()).text).toContain('Welkom terug.');
    expect((await chat.newest()).text).toContain('Bij welke gemeente werkt u?');
    expect(await kinds()).toEqual(['answered-line', 'asked-line', 'intake-card']);
  });

  test('stays as a line when it is answered with a greeting, and is not said twice', async () => {
    await chat.arrive();
    const [welcome] = await chat.messages();
    expect(welcome?.text).toContain('Van wie is het initiatief?');
    await chat.say('hoi');
    const [line, card] = await chat.messages();
    expect([line?.name, line?.text]).toEqual([welcome?.name, text('nl', 'intake.welcome')]);
    expect(card?.text).toContain('Van wie is het initiatief?');
    expect(card?.text).not.toContain('Waar is uw gemeente trots op?');
  });
});

describe('what was not answered stays as a line, with the question', () => {
  const lines: [name: string, before: string[], said: string, line: string][] = [
    ['not understood', ['hoi', 'eigen'], 'qqqq', 'Bij welke gemeente werkt u?'],
    ['help', ['hoi', 'andere'], 'help', 'Welke gemeente draagt u voor?'],
    ['going on after a pause', ['hoi', 'eigen', 'stop'], 'verder', 'Tot later'],
    ['starting over, taken back', ['hoi', 'eigen', 'opnieuw'], 'nee', 'Opnieuw beginnen?'],
    ['starting over', ['hoi', 'eigen', 'opnieuw'], 'ja', 'Opnieuw beginnen?'],
    ['at the overview', typed, 'misschien', 'Klopt alles?'],
  ];
  test.each(lines)('%s', async (_name, before, said, expected) => {
    for (const word of before) await chat.say(word);
    const asked = await chat.newest();
    await chat.say(said);
    const left = (await chat.messages()).find(({ name }) => name === asked.name);
    expect([left?.kind, left?.text]).toEqual(['asked-line', expected]);
    expect((await kinds()).filter((kind) => kind === 'intake-card')).toHaveLength(1);
    expect((await chat.newest()).kind).toBe('intake-card');
  });

  test('a button that brings the card down', async () => {
    for (const word of ['hoi', 'eigen', 'mijn inzendingen']) await chat.say(word);
    await chat.tap('Ga verder met invullen');
    expect(await kinds()).toEqual(['answered-line', 'asked-line', 'own-submissions', 'intake-card']);
  });
});

describe('a process that dies', () => {
  test('loses nothing halfway, and a card from before goes on', async () => {
    await chat.arrive();
    for (const tap of taps.slice(0, 4)) await chat.tap(...tap);
    const { card } = await chat.newest();
    await place.restart();
    for (const tap of taps.slice(4)) await chat.tap(...tap);
    expect(seenOn(card)).toContain('In welke categorie past het?');
    expect(seenOn(cardOf(await chat.tap('Dien in')))).toContain('Ingediend');
  });

  test.each([
    ['before it is numbered', (partition: string) => partition.startsWith('edition:')],
    ['before it is stored', (partition: string) => partition.startsWith('submission:')],
  ])('while handing in, %s: the feed carries it out', async (_when, fails) => {
    await typeUntilReview();
    place.failCommits(fails);
    await expect(chat.tap('Dien in')).rejects.toThrow('disk');
    expect((await chat.draft()).status).toBe('handing-in');
    place.failCommits(undefined);
    await place.restart();
    const reader = startFinishingHandIns({ store: place.world.store });
    await waitFor('the receipt', async () => (await kinds()).at(-1) === 'receipt');
    await reader.stop();
    expect(await place.submissions()).toMatchObject([{ ...entered, number: 1 }]);
    expect(await kinds()).toEqual([...Array<string>(7).fill('answered-line'), 'intake-card', 'receipt']);
  });

  test('while handing in: carried out by several at once, it has one effect', async () => {
    await typeUntilReview();
    place.failCommits((partition) => partition.startsWith('submission:'));
    await expect(chat.tap('Dien in')).rejects.toThrow('disk');
    place.failCommits(undefined);
    const { id, submitter } = await chat.draft();
    const finish = () => finishHandingIn(place.world.store, personPartition(submitter), id);
    await Promise.all([finish(), finish(), chat.again(), finish()]);
    expect(await place.submissions()).toHaveLength(1);
    expect((await kinds()).filter((kind) => kind === 'receipt')).toHaveLength(1);
  });

  test('while handing in: the next word of the submitter carries it out', async () => {
    await typeUntilReview();
    place.failCommits((partition) => partition.startsWith('submission:'));
    await expect(chat.say('dien in')).rejects.toThrow('disk');
    place.failCommits(undefined);
    await chat.say('en?');
    expect(await place.submissions()).toHaveLength(1);
    expect((await kinds()).slice(-2)).toEqual(['receipt', 'notice']);
  });
});

describe('two devices', () => {
  test('the second answer to a question does not count, and says so', async () => {
    await chat.arrive();
    const { card } = await chat.newest();
    await chat.tap(/^Mijn eigen gemeente/, {}, card);
    const late = seenOn(cardOf(await chat.tap(/^Een andere gemeente/, {}, card)));
    expect(late).toContain(
      'U hebt deze vraag net op een ander apparaat beantwoord. Ik ga verder waar u daar was.',
    );
    expect(late).toContain('Bij welke gemeente werkt u?');
    expect((await chat.draft()).answers).toEqual({ whose: 'own' });
    expect((await chat.newest()).text).not.toContain('ander apparaat');
  });

  test('a card of the same question from before one went back does not count either', async () => {
    await chat.arrive();
    const { card } = await chat.newest();
    await chat.tap(/^Mijn eigen gemeente/, {}, card);
    await chat.tap('Terug');
    expect(seenOn(cardOf(await chat.tap(/^Een andere gemeente/, {}, card)))).toContain('ander apparaat');
    expect((await chat.draft()).answers).toEqual({ whose: 'own' });
  });

  test('the same answer twice is no news', async () => {
    await chat.arrive();
    const { card } = await chat.newest();
    const first = await chat.tap(/^Mijn eigen gemeente/, {}, card);
    const { verb, data } = {
      verb: 'intake.answer',
      data: { draft: (await chat.draft()).id, revision: 0, step: 'whose', choice: 'own' },
    };
    expect(await chat.send(verb, data, { key: 'another delivery' })).toEqual(first);
  });

  test('one types while the other taps: both go on from what was first', async () => {
    await chat.say('hoi');
    const { card } = await chat.newest();
    await chat.say('eigen');
    expect(seenOn(cardOf(await chat.tap(/^Een andere/, {}, card)))).toContain('ander apparaat');
    await chat.say('ja');
    expect((await chat.draft()).answers).toEqual({
      whose: 'own',
      participant: { kind: 'municipality', code: 'GM0344' },
    });
  });
});
