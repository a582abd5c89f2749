import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { teamsLimits } from '../../bot/delivery/pacer-limits.ts';
import { scoreSheets } from '../../bot/store/documents/submission-documents.ts';
import type { DocumentStore } from '../../bot/store/port.ts';
import { submitInitiative } from '../../bot/use-cases/submit-initiative.ts';
import { verifyLog } from '../../bot/use-cases/verify-log.ts';
import { fields } from '../bot/domain/examples.ts';
import { runs } from '../runs.ts';
import { textOf } from '../teams/card-text.ts';
import { exampleEdition } from '../teams/example/edition.ts';
import type { Person } from '../teams/people.ts';
import { addPerson } from '../teams/people.ts';
import type { Post } from '../teams/simulator.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { cpuMs, lastToEach, leastMs, leastMsToEach } from './how-soon.ts';
import { allDocuments } from './stored.ts';

/**
 * Many scorers go through all submissions in one evening, over the wire. What comes in, Teams does not limit; what goes
 * out, it does: the cards in the channel say the right count soon after the last score all the same.
 */

const isLong = process.env.LONG === '1';
const size = { judges: runs(16, 150), cases: runs(8, 100) };

/** So long does somebody at least look at a submission before they hand in. */
const readingMs = runs(0, 4_000);

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
}, 120_000);
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
    const took = await lastToEach(app, judges, ({ from }) => from.isBot, since);
    measured.push(`a message to each: ${took} ms; at best ${leastMsToEach(size.judges)} ms`);
  }, 120_000);

  test(
    'everybody scores everything',
    async () => {
      const ids = posts().map(({ id }) => id);
      const [began, busyBefore] = [Date.now(), await cpuMs(app.bot.pid)];
      await Promise.all(
        judges.map(async (judge, index) => {
          await pause(readingMs * Math.random());
          for (const at of ids.keys()) await score(judge, ids[(at + index) % ids.length] ?? '');
          inSight.delete(judge.id);
        }),
      );
      const tookMs = Date.now() - began;
      const busyMs = ((await cpuMs(app.bot.pid)) ?? 0) - (busyBefore ?? 0);
      const sheets = size.judges * size.cases;
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
  }, 150_000);

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
    const kinds = sheets.map(({ status, revision }) => `${status} ${revision}`);
    expect(new Set(kinds)).toEqual(new Set(['handed-in 1']));
    expect(faults).toEqual([]);
  }, 120_000);
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

async function score(judge: Person, post: string): Promise<void> {
  inSight.set(judge.id, post);
  expect(await tapUntilAnswered(judge, post, 'sheet.open')).toEqual({ kind: 'card' });
  const given = String(1 + (Number(judge.id.slice(-3)) % 5));
  await pause(readingMs * (0.5 + Math.random()));
  const ids = ['success', 'value', 'reuse', 'inclusion'];
  const scores = Object.fromEntries(ids.map((id) => [`score.${id}`, given]));
  expect(await tapUntilAnswered(judge, post, 'sheet.hand-in', scores)).toEqual({ kind: 'card' });
  lastScore.set(post, Date.now());
}

/** Where Teams waited in vain, people tap again; what was done already is then answered as if it were done now. */
async function tapUntilAnswered(
  judge: Person,
  post: string,
  verb: string,
  inputs: Record<string, string> = {},
) {
  for (;;) {
    const answer = await tapOnceThere(judge, post, verb, inputs);
    if (answer.kind !== 'unreachable') return answer;
    waitedInVain += 1;
  }
}

/** Another's score puts the card back for a moment, until the client has asked for this person's own view anew. */
async function tapOnceThere(judge: Person, post: string, verb: string, inputs: Record<string, string>) {
  for (;;) {
    try {
      return await app.simulator.tap(judge, post, verb, inputs);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('the card has no action'))) throw error;
      await pause(20);
    }
  }
}
