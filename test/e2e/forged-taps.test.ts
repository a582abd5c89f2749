import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { progress } from '../../bot/http/contract/progress.ts';
import { start } from '../../bot/http/contract/start.ts';
import type { MessageView } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import {
  askTab,
  fillIn,
  handIn,
  initiative,
  juryPost,
  lastOfBot,
  numbersSeen,
  score,
  untilAsked,
} from './do-as-people.ts';
import { personalDataIn } from './personal-data.ts';
import { answersTo, sentenceOf } from './say-and-hear.ts';

/**
 * Actions on a card by who may not take them, and actions that no card of ours sends. There is something to leak: a
 * submission with a judge's scores and remark, and a draft of somebody else.
 */

const title = 'Kanarie in het Zwolse park';
const description = 'Kanaries zingen in het park voor wie er langs wandelt, en dat werkt aantoonbaar goed.';
const remark = 'kanarie-opmerking van een ander';
const draftTitle = 'Kanarieconcept van Sanne';
const canaries = [title, description, remark, draftTitle, 'Mehmet', 'Jurylid 1', 'GD27-0001'];

type Data = Record<string, unknown>;

let app: App;
let submission: string;
/** Sanne's card with everything on it, and what a tap on it names. */
let review: MessageView;
let onDraft: Data;
/** What a tap on the sheet of that submission names. */
let onSheet: Data;

beforeAll(async () => {
  app = await startApp({ environment: { DELIVERY_SETTLE_MS: '300' } });
  await handIn(app, people.mehmet, initiative({ municipality: 'Zwolle', title, description }));
  const { own } = start.parse((await askTab(app, people.mehmet, '/start')).body);
  submission = own[0]?.submission.id ?? '';
  await score(app, people.juror1, title, '4', { 'remark.overall': remark });
  onSheet = { submission, round: 'preselection', basedOn: 0 };
  review = await fillIn(app, people.sanne, initiative({ title: draftTitle }));
  onDraft = dataOfReview(review);
  await app.simulator.say(people.anouk, 'hi');
  await untilAsked(app, people.anouk, 'whose');
});
afterAll(() => app.stop());

const scores = { 'score.success': '3', 'score.value': '3', 'score.reuse': '3', 'score.inclusion': '3' };

describe('who may not', () => {
  const notAJudge = 'Only judges can score.';
  const notFound = 'This submission was not found';

  test.each([
    ['sheet.open', notAJudge],
    ['sheet.edit', notAJudge],
    ['sheet.save', notAJudge],
    ['sheet.hand-in', notAJudge],
    ['sheet.refresh', notFound],
    ['sheet.close', notFound],
  ])('a civil servant hears of %s what to do, and nothing else', async (verb, says) => {
    const answer = await forge(people.anouk, verb, { ...onSheet, ...scores });
    expect(answer).toContain(says);
  });

  test.each(['sheet.open', 'sheet.edit', 'sheet.save', 'sheet.hand-in'])(
    'a judge of the municipality that takes part is kept away from %s',
    async (verb) => {
      const post = await juryPost(app, people.juror5, title);
      const answer = await app.simulator.invoke(
        people.juror5,
        post.id,
        execute(verb, { ...onSheet, ...scores }),
      );
      expect(sentenceOf(answer)).toContain('omdat u of uw gemeente erbij betrokken is');
      expect(leaksOf(answersTo(app, people.juror5, 1))).toEqual([]);
    },
  );

  test.each(['sheet.open', 'sheet.hand-in'])('the chair and the organiser do not judge: %s', async (verb) => {
    for (const person of [people.chair, people.organiser]) {
      const post = await juryPost(app, person, title);
      const answer = await app.simulator.invoke(person, post.id, execute(verb, { ...onSheet, ...scores }));
      expect(sentenceOf(answer)).toContain('Alleen beoordelaars kunnen scoren.');
      expect(leaksOf(answersTo(app, person, 1))).toEqual([]);
    }
  });

  test.each([
    'intake.answer',
    'intake.back',
    'intake.stop',
    'intake.change',
    'intake.hand-in',
    'intake.resume',
    'intake.start-over',
  ])("nobody reaches somebody else's draft by %s", async (verb) => {
    const data = { ...onDraft, line: 'title', answer: 'Overgenomen', choice: 'direct' };
    expect(await forge(people.anouk, verb, data)).toContain('This button no longer works.');
    const post = await juryPost(app, people.juror2, title);
    const answer = await app.simulator.invoke(people.juror2, post.id, execute(verb, data));
    expect(sentenceOf(answer)).toContain('Deze knop werkt niet meer.');
    expect(leaksOf(answersTo(app, people.juror2, 1))).toEqual([]);
  });

  test("nobody gets somebody else's receipt, or their list of submissions", async () => {
    expect(await forge(people.anouk, 'intake.receipt', { submission })).toContain('no longer works');
    const last = lastOfBot(app, people.anouk)?.id ?? '';
    await app.simulator.invoke(people.anouk, last, execute('intake.own-submissions', { submission }));
    expect(leaksOf(answersTo(app, people.anouk, 1))).toEqual([]);
  });
});

describe('a tampered card of a draft', () => {
  const strange: [what: string, verb: string, change: () => Data][] = [
    ['an unknown verb', 'intake.destroy', () => ({})],
    ['no verb', '', () => ({})],
    ['a verb of all objects', 'constructor', () => ({})],
    ['another one', '__proto__', () => ({})],
    ['no data', 'intake.hand-in', () => ({ draft: undefined, revision: undefined, step: undefined })],
    ['a draft that is not there', 'intake.hand-in', () => ({ draft: crypto.randomUUID() })],
    ['a draft that is a number', 'intake.hand-in', () => ({ draft: 5 })],
    ['a draft that is a path', 'intake.hand-in', () => ({ draft: '../../person' })],
    ['a draft that is a property', 'intake.hand-in', () => ({ draft: '__proto__' })],
    ['a revision in words', 'intake.hand-in', () => ({ revision: '1' })],
    ['half a revision', 'intake.hand-in', () => ({ revision: 1.5 })],
    ['a revision below nothing', 'intake.hand-in', () => ({ revision: -1 })],
    ['a step that is a list', 'intake.answer', () => ({ step: ['title'] })],
    ['an answer that is an object', 'intake.answer', () => ({ answer: { title: 'x' } })],
    ['a line that is a number', 'intake.change', () => ({ line: 7 })],
    ['a choice that is a list', 'intake.answer', () => ({ choice: ['direct'] })],
  ];

  test.each(strange)('with %s gets a sentence', async (_what, verb, change) => {
    const sentence = sentenceOf(
      await app.simulator.invoke(people.sanne, review.id, execute(verb, { ...onDraft, ...change() })),
    );
    expect(sentence).toBe('Deze knop werkt niet meer. Typ verder, dan ziet u waar u was.');
  });

  const harmless: [what: string, verb: string, change: () => Data][] = [
    ['a revision of the future', 'intake.hand-in', () => ({ revision: 1e9 })],
    ['another step', 'intake.answer', () => ({ step: 'whose', choice: 'nominated' })],
    ['a line that there is not', 'intake.change', () => ({ line: 'toString' })],
    ['a step that there is not', 'intake.answer', () => ({ step: '__proto__', choice: '__proto__' })],
  ];

  test.each(harmless)('with %s changes nothing', async (_what, verb, change) => {
    const action = execute(verb, { ...onDraft, ...change() });
    expect(await app.simulator.invoke(people.sanne, review.id, action)).toEqual({ kind: 'card' });
    expect(answersTo(app, people.sanne, 1)[0]).toContain('"verb":"intake.hand-in"');
  });

  test('with what pollutes objects, and 200 KB more than it needs, does what the rest says', async () => {
    // @NOTE what JSON.parse gives: the object has a property of that name
    const polluted = JSON.parse('{"__proto__":{"step":"title"},"constructor":{"prototype":{}}}') as Data;
    const data = { ...onDraft, extra: 'x'.repeat(200_000) };
    Object.defineProperties(data, Object.getOwnPropertyDescriptors(polluted));
    const action = execute('intake.hand-in', data);
    expect(await app.simulator.invoke(people.sanne, review.id, action)).toEqual({ kind: 'card' });
    expect(await waitFor('a receipt', () => numbersSeen(app, people.sanne)[0])).toBe('GD27-0002');
  });

  test.each([null, 'text', [], 7, { action: null }, { action: { verb: 7, data: 'x' } }])(
    'that is %j gets a sentence',
    async (value) => {
      const activity = {
        ...app.simulator.forge.messageActivity(people.anouk, 'x'),
        type: 'invoke',
        name: 'adaptiveCard/action',
        value,
      };
      const headers = { authorization: `Bearer ${await app.simulator.forge.botToken()}` };
      const { status, text } = await app.simulator.forge.postRaw(activity, headers);
      expect([status, JSON.parse(text)]).toMatchObject([200, { statusCode: 400 }]);
      expect(text).toContain('This button no longer works.');
    },
  );
});

describe('a tampered sheet', () => {
  const strange: [what: string, change: () => Data][] = [
    ['a score above the scale', () => ({ 'score.success': '6' })],
    ['a score below the scale', () => ({ 'score.success': '0' })],
    ['a score below nothing', () => ({ 'score.success': '-1' })],
    ['half a score', () => ({ 'score.success': '4.5' })],
    ['a score in another notation', () => ({ 'score.success': '1e0' })],
    ['a score that is a number', () => ({ 'score.success': 4 })],
    ['a score that is an object', () => ({ 'score.success': { valueOf: 4 } })],
    ['a criterion that there is not', () => ({ 'score.speed': '4' })],
    ['a criterion that is a property', () => ({ 'score.__proto__': '4' })],
    ['a remark on a criterion that there is not', () => ({ 'remark.constructor': 'x' })],
    ['a remark that is a list', () => ({ 'remark.overall': ['x'] })],
    ['a revision in words', () => ({ basedOn: '0' })],
    ['a revision below nothing', () => ({ basedOn: -1 })],
    ['no revision', () => ({ basedOn: undefined })],
    ['a round that there is not', () => ({ round: 'constructor' })],
    ['a submission that is a list', () => ({ submission: [submission] })],
    ['a submission of a kilometre', () => ({ submission: 'x'.repeat(1_000) })],
  ];

  test.each(strange)('with %s gets a sentence and keeps nothing', async (_what, change) => {
    const post = await juryPost(app, people.juror2, title);
    const action = execute('sheet.hand-in', { ...onSheet, ...scores, ...change() });
    const sentence = sentenceOf(await app.simulator.invoke(people.juror2, post.id, action));
    expect(sentence).toContain('Deze kaart klopt niet meer. Er is niets gewijzigd.');
  });

  test.each(['__proto__', 'constructor', '../person', "' OR 1=1 --", 'pitch'])(
    'of the submission %s is of one that was not found',
    async (other) => {
      const post = await juryPost(app, people.juror2, title);
      const action = execute('sheet.hand-in', { ...onSheet, ...scores, submission: other });
      const sentence = sentenceOf(await app.simulator.invoke(people.juror2, post.id, action));
      expect(sentence).toContain('Deze inzending is niet gevonden');
    },
  );

  test('with a remark of 20,000 characters is told by how much to shorten it', async () => {
    const post = await juryPost(app, people.juror2, title);
    const action = execute('sheet.save', { ...onSheet, ...scores, 'remark.overall': 'x'.repeat(20_000) });
    const sentence = sentenceOf(await app.simulator.invoke(people.juror2, post.id, action));
    expect(sentence).toContain('18.000 tekens te lang');
  });

  test('left nothing behind: the judge has no sheet, and hands in one like anybody', async () => {
    const before = progress.parse((await askTab(app, people.juror2, '/progress')).body);
    expect(before.lines.find((line) => line.submission.id === submission)).toMatchObject({
      handedIn: 1,
      own: 'none',
    });
    expect(await score(app, people.juror2, title, '2')).toEqual({ kind: 'card' });
    // What they may see is there to be found; what another judge wrote is not.
    expect(leaksOf(answersTo(app, people.juror2, 1))).toEqual([title, 'GD27-0001']);
  });
});

test('no rule of Teams was broken, the server is there, and its log says nothing about anyone', async () => {
  await app.simulator.settled();
  expect((await fetch(`${app.bot.address}/readyz`)).status).toBe(200);
  expect(app.simulator.violations).toEqual([]);
  expect(app.bot.output()).toContain('"msg":"turn"');
  expect(personalDataIn(app.bot.output(), [title, description, remark, draftTitle, 'Overgenomen'])).toEqual(
    [],
  );
});

/** Sends what a forger would, on a card of their own. @returns the sentence they get, which gives nothing away */
async function forge(person: Person, verb: string, data: Data): Promise<string> {
  const last = lastOfBot(app, person)?.id ?? '';
  const sentence = sentenceOf(await app.simulator.invoke(person, last, execute(verb, data)));
  expect(leaksOf(answersTo(app, person, 1))).toEqual([]);
  return sentence;
}

function execute(verb: string, data: Data) {
  return { type: 'Action.Execute' as const, verb, data };
}

function leaksOf(answers: readonly string[], words: readonly string[] = canaries): string[] {
  return words.filter((word) => answers.some((answer) => answer.includes(word)));
}

function dataOfReview({ cards }: MessageView): Data {
  const found = /"data":(\{[^{}]*"draft"[^{}]*\})/.exec(JSON.stringify(cards))?.[1] ?? '{}';
  // @NOTE an object of the card, cut out of it
  const { draft, revision, step } = JSON.parse(found) as Data;
  return { draft, revision, step };
}
