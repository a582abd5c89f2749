import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { progress } from '../../bot/http/contract/progress.ts';
import { leaderboard } from '../../bot/http/contract/ranking.ts';
import { start } from '../../bot/http/contract/start.ts';
import {
  auditEntries,
  scoreSheets,
  submissionPartition,
  submissions,
} from '../../bot/store/documents/submission-documents.ts';
import type { MessageView } from '../teams/page-api.ts';
import { actionsOf } from '../teams/card-actions.ts';
import { textOf } from '../teams/card-text.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { askTab, handIn, initiative, lastOfBot, score, untilAsked } from './do-as-people.ts';
import { sayAndHear, sentenceOf } from './say-and-hear.ts';
import { allDocuments } from './stored.ts';

/**
 * What somebody can do after handing in, through the simulator: with every activity brought again under a new id, and
 * the server killed in between.
 */

const { sanne, juror1, juror2, chair } = people;
const title = 'Reizende luisterpaal';
const changed = 'Luisterpaal op wielen';
const description = 'Een omgebouwde praatpaal';

let app: App;
beforeAll(async () => {
  app = await startApp({
    environment: { DELIVERY_SETTLE_MS: '100' },
    simulator: { timings: { resendSameId: 250, resendNewId: 500, answer: 5_000, refresh: 0 } },
  });
  app.simulator.faults({ inbound: { mode: 'new-id' } });
  await handIn(app, sanne, initiative({ title }));
  expect(await score(app, juror1, title, '4')).toEqual({ kind: 'card' });
});
afterAll(() => app.stop());

const postOf = (person = chair): string => textOf(onlyPost(person));

/** The one post of the bot in the jury channel. */
function onlyPost(person = chair): MessageView {
  const posts = app.simulator
    .messages(person, app.simulator.channel.id)
    .filter((message) => message.from.isBot && message.deleted !== true && message.replyTo === undefined);
  const [post, another] = posts;
  if (post === undefined || another !== undefined) throw new Error(`there are ${posts.length} posts`);
  return post;
}

async function untilPostSays(sentence: string, person = chair): Promise<void> {
  await waitFor(`the post to say ${sentence}`, () => postOf(person).includes(sentence));
}

/** The list, as a new message. */
function list(): Promise<MessageView> {
  return sayAndHear(app, sanne, 'mijn inzendingen', 'Bekijk');
}

/** What the message shows to its owner now, by what they tapped on it. */
function shown(message: MessageView): MessageView {
  const now = app.simulator.messages(sanne).find(({ id }) => id === message.id);
  if (now === undefined) throw new Error('the message is gone');
  return now;
}

/** They were told so often that it was changed, and no oftener. */
async function untilTold(times: number): Promise<void> {
  const told = () => app.simulator.messages(sanne).filter((each) => textOf(each).includes('is gewijzigd.'));
  await waitFor(`word of ${times} changes`, () => told().length >= times);
  await app.simulator.settled();
  expect(told()).toHaveLength(times);
}

function verbsOn(message: MessageView): string[] {
  return actionsOf(message).map(({ verb = '' }) => verb);
}

/** Not asked more often than a person would: the gate counts. */
async function standings() {
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { status, body } = await askTab(app, chair, '/leaderboard?category=direct');
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return leaderboard.parse(body).standings;
}

describe('changing', () => {
  test('the list shows it, with what can be done', async () => {
    const message = await list();
    expect(textOf(message)).toContain(`GD27-0001 · ${title}`);
    expect(verbsOn(message)).toEqual(expect.arrayContaining(['own.view', 'own.change', 'own.withdraw']));
    await app.simulator.tap(sanne, message.id, 'own.view');
    expect(textOf(shown(message))).toContain(description);
    expect(textOf(shown(message))).toContain('sanne.dewit@utrecht.example');
  });

  test('a change counts from when it is handed in: the post follows, number and score stay', async () => {
    const message = await list();
    await app.simulator.tap(sanne, message.id, 'own.change');
    const card = await untilAsked(app, sanne, 'own.leave');
    expect(textOf(card)).toContain('U wijzigt GD27-0001.');
    await app.simulator.say(sanne, 'wijzig titel');
    await untilAsked(app, sanne, 'title');
    await app.simulator.say(sanne, changed);
    const review = await untilAsked(app, sanne, 'own.leave');
    expect(postOf()).toContain(title);
    await app.simulator.tap(sanne, review.id, 'intake.hand-in');
    await untilTold(1);
    await untilPostSays(changed);
    expect(postOf()).toContain('GD27-0001');
    expect(postOf()).toContain('1 van 5 beoordeeld');
  });

  test('a crash after it was asked for loses nothing', async () => {
    await app.simulator.tap(sanne, (await list()).id, 'own.change');
    await untilAsked(app, sanne, 'own.leave');
    await app.simulator.say(sanne, 'wijzig titel');
    await untilAsked(app, sanne, 'title');
    await app.crash();
    await app.simulator.say(sanne, `${changed} en op batterijen`);
    const review = await untilAsked(app, sanne, 'own.leave');
    const tapped = app.simulator.tap(sanne, review.id, 'intake.hand-in').catch(() => undefined);
    await app.crash();
    await tapped;
    const again = lastOfBot(app, sanne);
    if (again !== undefined && verbsOn(again).includes('intake.hand-in'))
      await app.simulator.tap(sanne, again.id, 'intake.hand-in');
    await untilPostSays(`${changed} en op batterijen`);
    await untilTold(2);
  });
});

describe('withdrawing', () => {
  test('asks first, and then the jury sees no text, no buttons, and can not score', async () => {
    const message = await list();
    await app.simulator.tap(sanne, message.id, 'own.withdraw');
    expect(textOf(shown(message))).toContain('Weet u het zeker?');
    expect(postOf()).not.toContain('Ingetrokken');
    await app.simulator.tap(sanne, message.id, 'own.withdraw-now');
    expect(textOf(shown(message))).toContain('GD27-0001 is ingetrokken.');
    for (const person of [chair, juror1, juror2]) await untilPostSays('Ingetrokken door de indiener', person);
    expect(postOf()).toContain('GD27-0001');
    expect(postOf()).not.toContain(description);
    for (const person of [chair, juror1, juror2]) expect(actionsOf(onlyPost(person))).toEqual([]);
    const { submission, round } = await addressOfPost();
    const data = { type: 'Action.Execute' as const, verb: 'sheet.open', data: { submission, round } };
    const answer = await app.simulator.invoke(juror2, onlyPost(juror2).id, data);
    expect(sentenceOf(answer)).toContain('ingetrokken');
  });

  test('it is in no list of the jury, and its text is not for them', async () => {
    await waitFor('an empty leaderboard', async () => (await standings()).length === 0);
    const { body } = await askTab(app, juror1, '/progress');
    expect(progress.parse(body).lines).toEqual([]);
    const { submission } = await addressOfPost();
    expect((await askTab(app, juror1, `/submissions/${submission}`)).status).toBe(404);
    expect((await askTab(app, sanne, `/submissions/${submission}`)).status).toBe(200);
  });

  test('put back, all counts again: the sheet that was there included', async () => {
    const message = await list();
    expect(textOf(message)).toContain('Ingetrokken op');
    await app.simulator.tap(sanne, message.id, 'own.restore');
    await untilPostSays('1 van 5 beoordeeld');
    expect(postOf()).toContain(description);
    await waitFor('the leaderboard', async () => (await standings())[0]?.handedIn === 1);
    const { own } = start.parse((await askTab(app, sanne, '/start')).body);
    expect(own).toMatchObject([{ status: 'submitted' }]);
  });
});

test('the log has every version once, and nothing is lost', async () => {
  await app.simulator.settled();
  const changes = await app.inspect(allDocuments);
  const [entered, another] = changes.filter(submissions.is).map((change) => submissions.parse(change).value);
  expect(another).toBeUndefined();
  expect(entered).toMatchObject({ number: 1, status: 'submitted', title: `${changed} en op batterijen` });
  const acts = changes
    .filter(
      (change) => auditEntries.is(change) && change.partition === submissionPartition(entered?.id ?? ''),
    )
    .map((change) => auditEntries.parse(change).value.act)
    .filter((act) => !act.includes('sheet'));
  expect(acts).toEqual(['submit', 'change-submission', 'change-submission', 'withdraw', 'restore']);
  expect(changes.filter(scoreSheets.is)).toHaveLength(1);
  const ofACrash = new Set(['invoke-time-out', 'rate']);
  expect(app.simulator.violations.filter(({ kind }) => !ofACrash.has(kind))).toEqual([]);
});

/** What the tab's progress says: the submission's id; its round is the first. */
async function addressOfPost(): Promise<{ submission: string; round: string }> {
  const { own } = start.parse((await askTab(app, sanne, '/start')).body);
  return { submission: own[0]?.submission.id ?? '', round: 'preselection' };
}
