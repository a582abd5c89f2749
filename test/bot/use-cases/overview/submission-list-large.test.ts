import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { listPageSize, submissionList } from '../../../../bot/http/contract/submission-list.ts';
import type { SubmissionList } from '../../../../bot/http/contract/submission-list.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../../../bot/store/documents/submission-documents.ts';
import type { StoredDocument } from '../../../../bot/store/port.ts';
import { createReadModel } from '../../../../bot/views/kept-read-model.ts';
import { people, tenantId } from '../../../teams/people.ts';
import type { Tab } from '../../access/app-in-process.ts';
import { openTab } from '../../access/app-in-process.ts';
import { submission } from '../../domain/examples.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

const many = 10_000;
const organiser = { tenantId, objectId: people.organiser.id };

const readModel = createReadModel();
let world: OpenWorld;
let tab: Tab;
beforeAll(async () => {
  world = await openWorld();
  readModel.apply(Array.from({ length: many }, (_, index) => stored(index + 1)));
  tab = await openTab({ ...world, readModel });
});
afterAll(async () => {
  await tab.close();
  await world.close();
});

/** As the feed brings it. */
function stored(number: number): StoredDocument {
  const id = `inzending-${number}`;
  const code = number % 2 === 0 ? 'GM0344' : 'GM0363';
  const value = submission({
    ...{ id, number, editionId: world.edition.id, participant: { kind: 'municipality', code } },
    title: `Idee ${number} over ${number % 100 === 0 ? 'zwerfafval' : 'bomen'}`,
  });
  return {
    ...{ partition: submissionPartition(id), id: submissionDocumentId, type: submissions.type },
    ...{ etag: String(number), body: z.json().parse(JSON.parse(JSON.stringify(value))) },
  };
}

async function ask(query: string): Promise<SubmissionList> {
  const { status, body } = await tab.ask(organiser, `/api/tab/submissions?${query}`);
  expect({ query, status }).toEqual({ query, status: 200 });
  return submissionList.parse(JSON.parse(body));
}

test('page by page it gives each of ten thousand once', async () => {
  const numbers = new Set<string>();
  for (let from = 0; from < many; from += listPageSize) {
    const page = await ask(`sort=oldest&from=${from}`);
    expect([page.lines.length, page.total]).toEqual([listPageSize, many]);
    for (const { submission: line } of page.lines) numbers.add(line.number);
  }
  expect(numbers.size).toBe(many);
});

test('it is searched, filtered and put in order as a whole', async () => {
  const rubbish = await ask('q=zwerfafal&sort=newest');
  expect([rubbish.total, rubbish.lines[0]?.submission.title]).toEqual([100, 'Idee 10000 over zwerfafval']);
  expect((await ask('q=zwerfafval&municipality=GM0363')).total).toBe(0);
  expect((await ask('province=Noord-Holland')).total).toBe(many / 2);
  expect((await ask('sort=title&from=9990')).lines.length).toBe(10);
  const { body } = await tab.ask(
    organiser,
    '/api/tab/submissions/inzending-500/place?q=zwerfafval&sort=oldest',
  );
  expect(JSON.parse(body)).toMatchObject({ position: 5, total: 100, before: { id: 'inzending-400' } });
});

test('what comes in is counted beside a list that stays as it was', async () => {
  const before = await ask('sort=newest');
  readModel.apply([stored(many + 1), stored(many + 2)]);
  const after = await ask(`sort=newest&upTo=${before.upTo}`);
  expect(after).toEqual({ ...before, newer: 2 });
  expect((await ask('sort=newest')).total).toBe(many + 2);
});

test.each(['sort=score', 'from=-1', 'own=conflict', 'extra=1', `q=${'x'.repeat(301)}`])(
  'does not take %s',
  async (query) => {
    expect(await tab.ask(organiser, `/api/tab/submissions?${query}`)).toMatchObject({ status: 400 });
  },
);
