import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { teamsLimits } from '../../bot/delivery/pacer-limits.ts';
import { scoreSheets } from '../../bot/store/documents/submission-documents.ts';
import type { DocumentStore } from '../../bot/store/port.ts';
import { submitInitiative } from '../../bot/use-cases/submitting/submit-initiative.ts';
import { verifyLog } from '../../bot/use-cases/log/verify-log.ts';
import { fields } from '../bot/domain/examples.ts';
import { runs } from '../runs.ts';
import { actionsOf } from '../teams/card-actions.ts';
import { textOf } from '../teams/card-text.ts';
import { exampleEdition } from '../teams/example/edition.ts';
import type { Person } from '../teams/people.ts';
import { addPerson } from '../teams/people.ts';
import type { Post } from '../teams/simulator.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { cpuMs, leastMs, leastMsToEach, sentToEach } from './how-soon.ts';
import { remindAll } from './remind-all.ts';
import { allDocuments } from './stored.ts';

/**
 * Many scorers go through all submissions in one evening, over the wire. What comes in, Teams does not limit; what goes
 * out, it does: the cards in the channel say the right count soon after the last score all the same.
 */

const isLong = process.env.LONG === '1';
const size = { judges: runs(16, 150), cases: runs(8, 100) };

/** So long does somebody look at a submission before they hand in, give or take half of it. */
const readingMs = runs(0, 7_000);
/** So long does it take to fill it in once more. */
const againMs = runs(0, 1_500);
/** Nobody begins in the same second as everybody else. */
const arrivingMs = runs(0, 60_000);

/** So soon after the last score the card has to be right. */
const soonMs = 5_000;
/** Requests arrive a little nearer to each other, or further apart, than they were sent. */
const jitterMs = 100;

const titles = Array.from({ length: size.cases }, (_, index) => `Avondzaak ${index + 1}.`);

let app: App;
let judges: Person[];
/** Which post each judge has in sight. */
const inSight = new Map<string, string>();
/** When the last score on a post was answered. */
const lastScore = new Map<string, number>();
let waitedInVain = 0;
/** How often somebody's sheet was gone from the card as they were to hand it in. */
let putBack = 0;
const measured: string[] = [];

beforeAll(async () => {
  judges = Array.from({ length: size.judges }, (_, index) =>
    addPerson({
      ...{ name: `Scoorder ${index + 1}`, mail: `scoorder${index + 1}@jury.example` },
      ...{ kind: 'judge', description: 'Scoorder' },
    }),
  );
  app = await startApp({
    prepare: submitCases,
    environment: { LOG_LEVEL: 'warn' },
    simulator: { limits: true, isInSight: ({ id }, message) => inSight.get(id) === message },
  });
});
afterAll(async () => {
  await app.stop();
  if (isLong) process.stdout.write(`${measured.join('\n')}\n`);
});

describe(`${size.judges} judges and ${size.cases} submissions`, () => {
  test('there is one post each, as soon as Teams allows', async () => {
    await waitFor('all posts', () => posts().length >= size.cases, 180_000);
    const moments = posts().map(({ sentAt }) => sentAt);
    const took = Math.max(...moments) - Math.min(...moments);
    measured.push(`posts: ${took} ms; at best ${leastMs(size.cases, teamsLimits.conversation)} ms`);
    expect(new Set(posts().map(titleOf)).size).toBe(size.cases);
  }, 200_000);

  test('a word to each of them in their own chat is there soon', async () => {
    const since = Date.now();
    await Promise.all(judges.map((judge) => app.simulator.openChat(judge)));
    const took = Math.max(...(await sentToEach(app, judges, ({ from }) => from.isBot))) - since;
    // Before the first word to somebody, Teams is asked for their name, which it counts as well.
    measured.push(`a first word to each: ${took} ms; at best ${leastMsToEach(2 * size.judges)} ms`);
  });

  test('a reminder to each of them is there as soon as Teams allows, and once', async () => {
    const seen = new Set(judges.flatMap((judge) => newsTo(judge, new Set())));
    await app.inspect((store) => remindAll(store, exampleEdition(new Date())));
    await app.restart();
    const moments = await sentToEach(app, judges, ({ id, from }) => from.isBot && !seen.has(id));
    const took = Math.max(...moments) - Math.min(...moments);
    measured.push(`a reminder to each: ${took} ms; at best ${leastMsToEach(size.judges)} ms`);
    expect(judges.map((judge) => newsTo(judge, seen).length)).toEqual(judges.map(() => 1));
  });

  test(
    'everybody scores everything',
    async () => {
      const ids = posts().map(({ id }) => id);
      const [began, busyBefore] = [Date.now(), await cpuMs(app.bot.pid)];
      await Promise.all(
        judges.map(async (judge, index) => {
          await pause(arrivingMs * Math.random());
          for (const at of ids.keys()) await score(judge, ids[(at + index) % ids.length] ?? '');
          inSight.delete(judge.id);
        }),
      );
      const tookMs = Date.now() - began;
      const busyMs = ((await cpuMs(app.bot.pid)) ?? 0) - (busyBefore ?? 0);
      const sheets = size.judges * size.cases;
      measured.push(
        `${putBack} times a sheet had to be opened again, because another's score changed the card`,
      );
      measured.push(`${waitedInVain} taps were not answered within what Teams waits`);
      measured.push(`${sheets} sheets in ${tookMs} ms; the server kept a processor busy for ${busyMs} ms`);
    },
    runs(120_000, 3_600_000),
  );

  test('every card is right soon after the last score on it', async () => {
    const isRight = (post: Post) => textOf(post).includes(`${size.judges} van `);
    await waitFor('the right counts', () => posts().every(isRight), 120_000);
    const waits = posts().map(({ id, editedAt = 0 }) => editedAt - (lastScore.get(id) ?? 0));
    const longest = Math.max(...waits);
    measured.push(`${app.simulator.edits.length} edits; the last one ${longest} ms after the last score`);
    if (isLong) expect(longest).toBeLessThan(soonMs);
  });

  test('no card was changed more often than once a second, and no limit of Teams was met', async () => {
    await app.simulator.settled();
    const moments = Map.groupBy(app.simulator.edits, ({ message }) => message);
    const gaps = [...moments.values()].flatMap((edits) =>
      edits.slice(1).map(({ at }, index) => at - (edits[index]?.at ?? 0)),
    );
    expect(gaps.filter((gap) => gap < 1_000 - jitterMs)).toEqual([]);
    // How soon a machine answers that has the people, Teams and the app on it is measured, and no limit of Teams.
    const broken = app.simulator.violations.filter(({ kind }) => !isLong || kind !== 'invoke-time-out');
    expect(broken).toEqual([]);
  });

  test('nothing is lost, nothing is there twice, and the log says the same', async () => {
    expect(posts()).toHaveLength(size.cases);
    const { documents, faults } = await app.inspect(async (store) => ({
      documents: await allDocuments(store),
      ...(await verifyLog(store)),
    }));
    const sheets = documents
      .filter((document) => scoreSheets.is(document))
      .map((document) => scoreSheets.parse(document).value);
    expect(sheets).toHaveLength(size.judges * size.cases);
    const ids = sheets.map(({ submissionId, judge }) => `${submissionId} ${judge}`);
    expect(new Set(ids).size).toBe(sheets.length);
    const wrong = sheets.filter(
      ({ status, judge, scores }) =>
        status !== 'handed-in' || Object.values(scores).some((each) => each !== Number(givenBy(judge))),
    );
    expect(wrong).toEqual([]);
    expect(faults).toEqual([]);
  });
});

async function submitCases(store: DocumentStore): Promise<void> {
  const { id: editionId } = exampleEdition(new Date());
  for (const [index, title] of titles.entries()) {
    await submitInitiative(store, {
      ...{ submissionId: `avond-${index + 1}`, editionId, submitter: 't:indiener' },
      fields: { ...fields, title },
      receivedAt: new Date().toISOString(),
    });
  }
}

function posts(): Post[] {
  return app.simulator.posts().filter((post) => post.isBot && titleOf(post) !== undefined);
}

function titleOf(post: Post): string | undefined {
  return post.deletedAt === undefined ? /Avondzaak \d+\./.exec(textOf(post))?.[0] : undefined;
}

/** What the bot said to somebody that was not seen before. */
function newsTo(judge: Person, seen: ReadonlySet<string>): string[] {
  const said = app.simulator.messages(judge).filter(({ id, from }) => from.isBot && !seen.has(id));
  return said.map(({ id }) => id);
}

/** The score that a judge gives to everything. */
function givenBy(judge: string): string {
  return String(1 + (Number(judge.slice(-3)) % 5));
}

async function score(judge: Person, post: string): Promise<void> {
  inSight.set(judge.id, post);
  const given = givenBy(judge.id);
  const ids = ['success', 'value', 'reuse', 'inclusion'];
  const scores = Object.fromEntries(ids.map((id) => [`score.${id}`, given]));
  let waitMs = readingMs * (0.5 + Math.random());
  for (let verb: string | undefined = 'sheet.open'; verb !== undefined; verb = await nextOn(judge, post)) {
    if (verb === 'sheet.hand-in') await pause(waitMs);
    const isThere = actionOn(judge, post, verb);
    if (!isThere) {
      // Their card was put back meanwhile: they fill it in again, and don't read it all again.
      putBack += 1;
      waitMs = againMs;
      continue;
    }
    const answer = await app.simulator.tap(judge, post, verb, verb === 'sheet.hand-in' ? scores : {});
    if (answer.kind === 'unreachable') waitedInVain += 1;
    else expect(answer).toEqual({ kind: 'card' });
  }
  lastScore.set(post, Date.now());
}

/**
 * What there is to do on the card as this judge has it; nothing when it shows their result. Another's score puts the
 * card back to the post: for sixty judges Teams asks for their own view anew, the others open their sheet again.
 */
async function nextOn(judge: Person, post: string): Promise<string | undefined> {
  for (;;) {
    const next = ['sheet.edit', 'sheet.hand-in', 'sheet.open'].find((verb) => actionOn(judge, post, verb));
    if (next !== undefined) return next === 'sheet.edit' ? undefined : next;
    await pause(20);
  }
}

function actionOn(judge: Person, post: string, verb: string): boolean {
  return actionsOf(app.simulator.message(judge, post)).some((action) => action.verb === verb);
}
