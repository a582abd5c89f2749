import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { scoreSheets, submissions, auditEntries } from '../../bot/store/documents/submission-documents.ts';
import type { DocumentStore, StoredDocument } from '../../bot/store/port.ts';
import { chain } from '../../bot/use-cases/audit-trail.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { textOf } from '../teams/card-text.ts';
import { runs } from '../runs.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { initiative, juryPosts, lastOfBot, numbersSeen, score } from './do-as-people.ts';

/**
 * People hand in and score while the server is killed at random moments. What somebody was told is there, once; what
 * they were not told they say again, as people do, and that is there once too.
 */

const kills = runs(10, 200);
const minutes = runs(4, 40);
const submitters = [people.sanne, people.mehmet, people.anouk];
const jurors = [people.juror1, people.juror2, people.juror3, people.juror4];

let app: App;
beforeAll(async () => {
  app = await startApp({
    environment: { DELIVERY_SETTLE_MS: '300' },
    simulator: { timings: { resendSameId: 250, resendNewId: 500, answer: 5_000, refresh: 0 } },
  });
}, 60_000);
afterAll(() => app.stop());

test(
  `what was acknowledged is there once after ${kills} kills`,
  async () => {
    const stop = new AbortController();
    const acknowledged = {
      titles: [] as string[],
      scores: [] as { judge: Person; title: string; value: string }[],
    };
    const working = [
      ...submitters.map((person) => submitUntil(stop.signal, person, acknowledged.titles)),
      ...jurors.map((judge) => scoreUntil(stop.signal, judge, acknowledged)),
    ];
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(200 + Math.random() * 1_200);
      await app.crash();
    }
    await pause(1_500);
    stop.abort();
    await Promise.all(working);
    await app.simulator.settled();
    await everyTitleHasOnePost(acknowledged.titles);

    const documents = await app.inspect(allDocuments);
    const entered = documents.filter(submissions.is).map((document) => submissions.parse(document).value);
    expect(acknowledged.titles.length).toBeGreaterThan(0);
    for (const title of acknowledged.titles) {
      expect([title, entered.filter((each) => each.title === title).length]).toEqual([title, 1]);
    }
    expect(new Set(entered.map((each) => each.title)).size).toBe(entered.length);
    expect(entered.map((each) => each.number).sort((a, b) => a - b)).toEqual(
      entered.map((_, index) => index + 1),
    );
    for (const { judge, title, value } of acknowledged.scores) {
      const submission = entered.find((each) => each.title === title);
      const sheets = documents
        .filter(scoreSheets.is)
        .map((document) => scoreSheets.parse(document).value)
        .filter((sheet) => sheet.submissionId === submission?.id && sheet.judge.endsWith(judge.id));
      expect(sheets).toMatchObject([{ status: 'handed-in', scores: { success: Number(value) } }]);
    }
    for (const submission of entered) expectChain(documents, `submission:${submission.id}`);
    expect(app.simulator.violations).toEqual([]);
  },
  minutes * 60_000,
);

/** Hands in one initiative after the other; notes the titles that a receipt was seen for. */
async function submitUntil(stop: AbortSignal, person: Person, told: string[]): Promise<void> {
  for (let count = 1; !stop.aborted; count += 1) {
    const title = `Initiatief ${count} van ${person.name.split(' ')[0] ?? ''}`;
    const entered = initiative({
      title,
      municipality: person.municipality === 'GM0518' ? 'Den Haag' : 'Utrecht',
    });
    const seen = numbersSeen(app, person).length;
    const done = await handInStubbornly(stop, person, entered, () => numbersSeen(app, person).length > seen);
    if (done) told.push(title);
  }
}

/** Says what fits the question that stands, until the receipt is there. */
async function handInStubbornly(
  stop: AbortSignal,
  person: Person,
  entered: ReturnType<typeof initiative>,
  isDone: () => boolean,
): Promise<boolean> {
  while (!isDone()) {
    if (stop.aborted) return false;
    const last = lastOfBot(app, person);
    const before = last?.id;
    const review = last?.cards.length === 1 && JSON.stringify(last.cards).includes('"intake.hand-in"');
    if (review) await app.simulator.tap(person, last.id, 'intake.hand-in').catch(() => undefined);
    else
      await app.simulator.say(
        person,
        answerTo(last === undefined ? '' : JSON.stringify(last.cards), entered),
      );
    await waitFor('an answer', () => isDone() || lastOfBot(app, person)?.id !== before, 3_000).catch(
      () => undefined,
    );
  }
  return true;
}

/** What to say to the card that stands: by the step that it names. */
function answerTo(card: string, entered: ReturnType<typeof initiative>): string {
  const step = /"step":"([a-z-]+)"/.exec(card)?.[1];
  const answers: Record<string, string> = {
    whose: 'eigen gemeente',
    municipality: entered.municipality,
    title: entered.title,
    description: entered.description,
    category: entered.category,
    finished: entered.finished,
    contact: entered.contact,
  };
  return answers[step ?? ''] ?? 'hoi';
}

/** Scores whatever has a post and was not scored yet. */
async function scoreUntil(
  stop: AbortSignal,
  judge: Person,
  told: { titles: string[]; scores: { judge: Person; title: string; value: string }[] },
): Promise<void> {
  const done = new Set<string>();
  while (!stop.aborted) {
    const title = told.titles.find((each) => !done.has(each));
    if (title === undefined) {
      await pause(50);
      continue;
    }
    const value = String(1 + (title.length % 5));
    const answer = await score(app, judge, title, value).catch(() => undefined);
    if (answer?.kind !== 'card') continue;
    done.add(title);
    told.scores.push({ judge, title, value });
  }
}

async function everyTitleHasOnePost(titles: string[]): Promise<void> {
  for (const title of titles) {
    await waitFor(`the post about ${title}`, () => juryPosts(app, people.chair, title).length > 0, 60_000);
    const posts = juryPosts(app, people.chair, title).filter((post) => textOf(post).includes(title));
    expect([title, posts.length]).toEqual([title, 1]);
  }
}

async function allDocuments(store: DocumentStore): Promise<StoredDocument[]> {
  return (await store.readFeed('all', null, 1_000_000)).changes;
}

function expectChain(documents: StoredDocument[], partition: string): void {
  const entries = documents
    .filter((document) => document.partition === partition && auditEntries.is(document))
    .map((document) => auditEntries.parse(document).value)
    .sort((a, b) => a.sequence - b.sequence);
  let head: { sequence: number; hash: string } | undefined;
  for (const { sequence, previousHash, hash, ...deed } of entries) {
    const expected = chain(deed, head);
    expect({ sequence, previousHash, hash }).toEqual({
      sequence: expected.sequence,
      previousHash: expected.previousHash,
      hash: expected.hash,
    });
    head = { sequence, hash };
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
