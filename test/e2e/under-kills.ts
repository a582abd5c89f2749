import { expect } from '@jest/globals';
import { numberText } from '../../bot/domain/submission/submission.ts';
import { scoreSheets, submissions } from '../../bot/store/documents/submission-documents.ts';
import type { StoredDocument } from '../../bot/store/port.ts';
import type { CardAction } from '../teams/card-actions.ts';
import { actionsOf } from '../teams/card-actions.ts';
import { textOf } from '../teams/card-text.ts';
import type { MessageView } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import type { Initiative } from './do-as-people.ts';
import { answerTo, initiative, juryPosts, lastOfBot, numbersSeen, score } from './do-as-people.ts';
import { expectChain } from './stored.ts';

/** People at work while servers die. What they were not told they say again, as people do. */

const submitters = [people.sanne, people.mehmet, people.anouk];
const jurors = [people.juror1, people.juror2, people.juror3, people.juror4];

/**
 * Who dies has not answered in time, and has forgotten how much it sent in the last half minute: Teams then asks for
 * patience, and gets it.
 */
export const ofACrash = new Set(['invoke-time-out', 'rate']);

/** What people were told, and may rely on. */
export interface Told {
  receipts: { person: Person; number: string; description: string }[];
  scores: { judge: Person; number: string; value: number }[];
}

/**
 * People who hand in and people who score, all at once and without a rest, while something is done to the servers, and
 * after it until something was handed in and scored: a slow machine may have spent all that time on starting up.
 */
export async function workWhile(app: App, told: Told, something: () => Promise<void>): Promise<void> {
  const enough = new AbortController();
  const working = Promise.all([
    ...submitters.map((person) => submitUntil(app, enough.signal, person, told)),
    ...jurors.map((judge) => scoreUntil(app, enough.signal, judge, told)),
  ]);
  try {
    await something();
    await waitFor('something handed in and scored', () => told.scores.length > 0, 90_000);
    await pause(1_500);
  } finally {
    enough.abort();
    await working;
  }
}

/** Expects that every receipt is one submission, as it was entered; numbers have no gap; every log is whole. */
export function expectSubmissions(documents: StoredDocument[], told: Told): void {
  const entered = documents.filter(submissions.is).map((document) => submissions.parse(document).value);
  const numbers = entered.map((each) => each.number).sort((a, b) => a - b);
  expect(numbers).toEqual(entered.map((_, index) => index + 1));
  for (const { person, number, description } of told.receipts) {
    const [submission] = entered.filter((each) => numberText('GD27', each.number) === number);
    expect(submission).toMatchObject({ description });
    expect(submission?.submitter).toContain(person.id);
  }
  for (const submission of entered) expectChain(documents, `submission:${submission.id}`);
}

/** Expects that every score that was taken is one handed-in sheet. */
export function expectSheets(documents: StoredDocument[], told: Told): void {
  const entered = documents.filter(submissions.is).map((document) => submissions.parse(document).value);
  const sheets = documents.filter(scoreSheets.is).map((document) => scoreSheets.parse(document).value);
  for (const { judge, number, value } of told.scores) {
    const submission = entered.find((each) => numberText('GD27', each.number) === number);
    const own = sheets.filter(
      (sheet) => sheet.submissionId === submission?.id && sheet.judge.endsWith(judge.id),
    );
    expect(own).toMatchObject([{ status: 'handed-in', scores: { success: value } }]);
  }
}

/** Hands in one initiative after the other; notes the receipts. */
async function submitUntil(app: App, stop: AbortSignal, person: Person, told: Told): Promise<void> {
  for (let count = 1; !stop.aborted; count += 1) {
    const description = `Het ${count}e initiatief van ${person.name}, dat in de praktijk heeft gewerkt.`;
    const entered = initiative({ title: `Initiatief ${count} van ${person.name}`, description });
    const before = new Set(numbersSeen(app, person));
    const newNumber = () => numbersSeen(app, person).find((number) => !before.has(number));
    await handInStubbornly(app, stop, person, entered, () => newNumber() !== undefined);
    const number = newNumber();
    if (number !== undefined) told.receipts.push({ person, number, description });
  }
}

/**
 * Says what fits the question that stands, until the receipt is there. Who hears nothing says it again, and may so
 * answer the next question with it; what then stands on the last card is mended there.
 */
async function handInStubbornly(
  app: App,
  stop: AbortSignal,
  person: Person,
  entered: Initiative,
  isDone: () => boolean,
): Promise<void> {
  while (!isDone() && !stop.aborted) {
    const last = lastOfBot(app, person);
    const card = last === undefined ? '' : JSON.stringify(last.cards);
    const isReview = last !== undefined && card.includes('"intake.hand-in"');
    if (isReview && descriptionsOn(last).has(entered.description)) {
      await app.simulator.tap(person, last.id, 'intake.hand-in').catch(() => undefined);
    } else if (isReview) {
      await app.simulator.tap(person, last.id, isChangeOf('description')).catch(() => undefined);
    } else if (card.includes('"step":"consent"') && last !== undefined) {
      // Said twice, "ja" would also hand in.
      await app.simulator.tap(person, last.id, 'intake.answer', { agree: 'true' }).catch(() => undefined);
    } else if (card.includes('"intake.start"') && last !== undefined) {
      await app.simulator.tap(person, last.id, 'intake.start').catch(() => undefined);
    } else {
      await app.simulator.say(person, answerTo(last?.cards ?? [], entered) ?? 'hoi');
    }
    await waitFor('an answer', () => isDone() || isOfferedAnew(lastOfBot(app, person), card), 5_000).catch(
      () => undefined,
    );
  }
}

/** What was asked before becomes a line, and the next question comes below it: who speaks in between hinders both. */
function isOfferedAnew(last: MessageView | undefined, before: string): boolean {
  return last !== undefined && actionsOf(last).length > 0 && JSON.stringify(last.cards) !== before;
}

/** What stands right below the label of the description: what was meant for it may also stand elsewhere. */
function descriptionsOn(review: MessageView): Set<string | undefined> {
  const lines = textOf(review).split('\n');
  return new Set(['Beschrijving', 'Description'].map((label) => lines[lines.indexOf(label) + 1]));
}

function isChangeOf(step: string): (action: CardAction) => boolean {
  return (action) => action.verb === 'intake.change' && JSON.stringify(action.data).includes(step);
}

/** Scores whatever has a receipt and was not scored yet. */
async function scoreUntil(app: App, stop: AbortSignal, judge: Person, told: Told): Promise<void> {
  const done = new Set<string>();
  while (!stop.aborted) {
    await pause(50);
    const number = told.receipts.map((receipt) => receipt.number).find((each) => !done.has(each));
    if (number === undefined || juryPosts(app, judge, number).length === 0) continue;
    const value = 1 + (Number(number.slice(-2)) % 5);
    const answer = await score(app, judge, number, String(value)).catch(() => undefined);
    if (answer?.kind !== 'card') continue;
    done.add(number);
    told.scores.push({ judge, number, value });
  }
}

export async function expectOnePost(app: App, number: string): Promise<void> {
  await waitFor(`the post about ${number}`, () => juryPosts(app, people.chair, number).length > 0, 60_000);
  expect([number, juryPosts(app, people.chair, number).length]).toEqual([number, 1]);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
