import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { ScoreSheet } from '../../bot/domain/judging/score-sheet.ts';
import { isJudge } from '../../bot/domain/edition/edition-role.ts';
import { personId } from '../../bot/domain/person.ts';
import { chanceFrom } from '../../bot/domain/ranking/chance.ts';
import type { Submission } from '../../bot/domain/submission/submission.ts';
import { addStaticRoutes } from '../../bot/http/static-routes.ts';
import {
  scoreSheets,
  sheetId,
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../bot/store/documents/submission-documents.ts';
import type { Operation, StoredDocument } from '../../bot/store/port.ts';
import type { World } from '../../bot/use-cases/world.ts';
import { createReadModel } from '../../bot/views/kept-read-model.ts';
import { createRankingThread } from '../../bot/views/ranking-thread.ts';
import { createRankingTurns } from '../../bot/views/ranking-turns.ts';
import { openTab } from '../bot/access/app-in-process.ts';
import { fields, now } from '../bot/domain/examples.ts';
import { openFreshStore } from '../bot/store/sqlite/open-fresh-store.ts';
import { makeExample } from '../teams/example/make-example.ts';
import { someText } from './some-text.ts';

/** The server that `tab-wire.ts` measures, in a thread of its own: the tab's own routes on what the feed brought. */

// @NOTE the worker is only ever started with this, by tab-wire.ts
const { count, folder } = workerData as { count: number; folder: string };

const opened = await openFreshStore(folder);
const { store } = opened;
const channel = {
  serviceUrl: 'http://127.0.0.1:9/',
  conversationId: '19:jury',
  tenantId: 't',
  teamId: 'team',
};
const edition = await makeExample({ store, channel, now: new Date(now), withoutSubmissions: true });
const thread = createRankingThread();
const turns = createRankingTurns({
  run: (input, cutOff) => thread.run(input, cutOff),
  log: { error: (details) => console.error(details) },
});
const readModel = createReadModel(turns);
const world: World = {
  ...{ store, readModel, now: () => now, newId: () => 'id', similar: { find: () => [] } },
  firstOrganisers: new Set(),
};
readModel.apply((await store.readFeed('all', null, 1_000_000)).changes);
const judges = readModel.roles(edition.id).filter(isJudge).slice(0, 5).map(personId);
readModel.apply(Array.from({ length: count }, (_, at) => documentsOf(at + 1)).flat());
const ranked = new Promise<void>((resolve) => readModel.onRanked(() => resolve()));
readModel.standings(edition.id, 'direct', 'preselection');
turns.begin();
await ranked;
await turns.stop();
await thread.stop();

const tab = await openTab(world);
addStaticRoutes(tab.server, folder, []);
const bare = new Set<ServerResponse>();
const bareServer = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write(': open\n\n');
  bare.add(response);
  response.on('close', () => bare.delete(response));
});
await new Promise<void>((resolve) => bareServer.listen(0, '127.0.0.1', 4_096, resolve));
// @NOTE a server that listens on a port has an address with a port
const { port } = bareServer.address() as AddressInfo;
parentPort?.postMessage({ address: tab.address, bareAddress: `http://127.0.0.1:${port}` });

let revision = 1;
parentPort?.on('message', (order: 'score' | 'broadcast' | 'stop' | { keep: string }) => {
  if (order === 'score') {
    revision += 1;
    readModel.apply([sheetOf(1, judges[0] ?? '', revision)]);
  } else if (order === 'broadcast') {
    for (const stream of bare) stream.write('data: {"kind":"leaderboard","categoryId":"direct"}\n\n');
  } else if (order === 'stop') {
    void stop();
  } else {
    void writeFile(`${folder}/same-size.json`, order.keep).then(() => parentPort?.postMessage('kept'));
  }
});

async function stop(): Promise<void> {
  await tab.close();
  bareServer.close();
  bareServer.closeAllConnections();
  await opened.close();
  parentPort?.close();
}

function documentsOf(number: number): StoredDocument[] {
  const chance = chanceFrom(number);
  const submission: Submission = {
    ...{ ...fields, id: idOf(number), editionId: edition.id, number, submitter: 't:s', submittedAt: now },
    participant: { kind: 'organisation', name: someText(2, () => chance.uniform()) },
    title: someText(5, () => chance.uniform()),
    ...{ status: 'submitted', revision: 1, example: true },
  };
  const partition = submissionPartition(submission.id);
  return [
    documentOf(partition, submissions.create(submissionDocumentId, submission), 1),
    ...judges.map((judge) => sheetOf(number, judge, 1)),
  ];
}

function sheetOf(number: number, judge: string, sheetRevision: number): StoredDocument {
  const chance = chanceFrom(number * 31 + judge.length * 7 + judges.indexOf(judge) + sheetRevision * 1_009);
  const score = () => 1 + Math.floor(chance.uniform() * 5);
  const sheet: ScoreSheet = {
    ...{ submissionId: idOf(number), roundId: 'preselection', judge, status: 'handed-in' },
    ...{ revision: sheetRevision, updatedAt: now, handedInAt: now, remarks: {}, overallRemark: '' },
    scores: { success: score(), value: score(), reuse: score(), inclusion: score() },
  };
  const operation = scoreSheets.create(sheetId(sheet.roundId, judge), sheet);
  return documentOf(submissionPartition(sheet.submissionId), operation, sheetRevision);
}

function documentOf(partition: string, operation: Operation, version: number): StoredDocument {
  if (operation.kind !== 'create') throw new Error('only what is new is made here');
  const { id, type, body } = operation;
  return { partition, id, type, body, etag: String(version) };
}

function idOf(number: number): string {
  return `case-${String(number).padStart(6, '0')}`;
}
