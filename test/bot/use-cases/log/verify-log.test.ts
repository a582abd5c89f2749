import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runVerifyCommand } from '../../../../bot/commands/verify-command.ts';
import { openSqliteStore } from '../../../../bot/store/sqlite/open-sqlite-store.ts';
import { editionPartition } from '../../../../bot/store/documents/edition-documents.ts';
import { abstentionId, closingPrefix, frozenId } from '../../../../bot/store/documents/judging-documents.ts';
import {
  auditHeadId,
  auditPrefix,
  sheetId,
  submissionPartition,
} from '../../../../bot/store/documents/submission-documents.ts';
import type { Json, StoredDocument } from '../../../../bot/store/port.ts';
import { abstain } from '../../../../bot/use-cases/judging/abstain.ts';
import { freezeClosedRounds } from '../../../../bot/use-cases/rounds/close-round-freeze.ts';
import { closeRound } from '../../../../bot/use-cases/rounds/open-round.ts';
import { writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { verifyLog } from '../../../../bot/use-cases/log/verify-log.ts';
import { personId } from '../../../../bot/domain/person.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { fields, full, now } from '../../domain/examples.ts';
import { freshFolder } from '../../store/sqlite/open-fresh-store.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
  const { store, edition } = world;
  await submitInitiative(store, {
    ...{ submissionId: 'luisterpaal', editionId: edition.id, submitter: 't:s', fields, receivedAt: now },
  });
  await writeSheet(world, key('juror1'), sheet);
  await writeSheet(world, key('juror2'), sheet);
  await abstain(world, key('juror3'), { ...at, basedOn: 0, reason: 'Ken de indiener' });
  await closeRound(world, key('organiser'), { editionId: edition.id, ...round });
  world.setNow('2026-11-22T10:05:00.000Z');
  await freezeClosedRounds(world);
});
afterEach(() => world.close());

const round = { roundId: 'preselection' } as const;
const at = { submissionId: 'luisterpaal', ...round };
const sheet = { ...at, content: full, wish: 'hand-in', basedOn: 0 } as const;
const key = (name: keyof typeof people) => ({ tenantId, objectId: people[name].id });
const partition = submissionPartition('luisterpaal');
const ownSheet = sheetId('preselection', personId(key('juror1')));

/** As somebody would who can write in the data folder, past the log. */
async function tamper(where: string, id: string, change: (body: Record<string, Json | undefined>) => Json) {
  const document = await world.store.read(where, id);
  if (document === undefined) throw new Error(`there is no ${id}`);
  const { type, etag } = document;
  await world.store.commit(where, [{ kind: 'replace', id, type, etag, body: change(objectIn(document)) }]);
}

async function remove(where: string, id: string) {
  const etag = (await world.store.read(where, id))?.etag ?? '';
  await world.store.commit(where, [{ kind: 'delete', id, etag }]);
}

function objectIn({ body }: StoredDocument): Record<string, Json | undefined> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Error('no object');
  return body;
}

const entry = (sequence: number) => auditPrefix + String(sequence).padStart(9, '0');
const codes = async () => [...new Set((await verifyLog(world.store)).faults.map(({ code }) => code))].sort();

test('a store that only the app wrote is as its log says', async () => {
  expect(await verifyLog(world.store)).toMatchObject({
    faults: [],
    rounds: [{ roundId: 'preselection', kept: { handedIn: 2, drafts: 0, abstained: 1 } }],
  });
});

describe('what was done past the log is found', () => {
  const editionId = () => editionPartition(world.edition.id);
  const closing = async () => {
    const [found] = await world.store.list(editionId(), { prefix: closingPrefix });
    return found?.id ?? '';
  };

  test.each<[string, () => Promise<void>, string[]]>([
    [
      'a score that was changed',
      () => tamper(partition, ownSheet, (body) => ({ ...body, scores: { reuse: 1 } })),
      ['not-as-logged'],
    ],
    ['a sheet that was taken away', () => remove(partition, ownSheet), ['gone', 'wrong-tally']],
    [
      'a sheet that was handed back',
      () => tamper(partition, ownSheet, (body) => ({ ...body, status: 'draft' })),
      ['not-as-logged', 'wrong-tally'],
    ],
    [
      'a sheet that was put under another name',
      () => tamper(partition, ownSheet, (body) => ({ ...body, judge: 't:x' })),
      ['misplaced'],
    ],
    [
      'an abstention that was undone',
      () =>
        tamper(partition, abstentionId('preselection', personId(key('juror3'))), (body) => ({
          ...body,
          status: 'undone',
        })),
      ['not-as-logged'],
    ],
    [
      'an entry that was changed',
      () => tamper(partition, entry(2), (body) => ({ ...body, at: '2026-11-21T10:00:00.000Z' })),
      ['wrong-hash'],
    ],
    [
      'an entry that was taken away',
      () => remove(partition, entry(2)),
      ['gap', 'unlogged', 'wrong-freeze', 'wrong-tally'],
    ],
    [
      'a last entry that was taken away',
      () => remove(partition, entry(5)),
      ['unlogged', 'wrong-closing', 'wrong-end'],
    ],
    [
      'an end that was put back',
      () => tamper(partition, auditHeadId, (body) => ({ ...body, sequence: 1 })),
      ['wrong-end'],
    ],
    [
      'a hash of frozen sheets that was changed',
      () => tamper(partition, frozenId('preselection'), (body) => ({ ...body, hash: 'x' })),
      ['not-as-logged'],
    ],
    [
      'a closing that was changed',
      async () => tamper(editionId(), await closing(), (body) => ({ ...body, hash: 'x' })),
      ['not-as-logged', 'wrong-closing'],
    ],
    [
      'a document that can’t be read',
      () => tamper(partition, ownSheet, () => ({})),
      ['unreadable', 'wrong-closing'],
    ],
  ])('%s', async (_what, act, expected) => {
    await act();
    const found = await codes();
    expect(found).toEqual(expected);
  });
});

describe('the command', () => {
  async function run(words: string[], folder?: string): Promise<{ code: number; lines: string[] }> {
    const lines: string[] = [];
    const code = await runVerifyCommand(words, {
      print: (line) => lines.push(line),
      openStore: (at) => openSqliteStore({ folder: at }),
      hasFolder: (path) => path === folder,
    });
    return { code, lines };
  }

  test('says how it works, and what is in the way', async () => {
    expect(await run([])).toMatchObject({ code: 2, lines: [expect.stringContaining('npm run verify')] });
    expect(await run(['--data', 'weg'])).toMatchObject({ code: 1 });
    const { folder, remove: tidy } = await freshFolder();
    const held = await openSqliteStore({ folder });
    expect((await run(['--data', folder], folder)).lines).toEqual([expect.stringContaining('in gebruik')]);
    await held.close();
    expect(await run(['--data', folder, '--lang', 'en'], folder)).toEqual({
      code: 0,
      lines: ['Verified: 0 entries in 0 logs.', 'All is well.'],
    });
    await tidy();
  });

  test('says every fault in a sentence, and ends with 1', async () => {
    await tamper(partition, ownSheet, (body) => ({ ...body, scores: {} }));
    const lines: string[] = [];
    const code = await runVerifyCommand(['--data', 'hier'], {
      print: (line) => lines.push(line),
      openStore: async () => ({ ...keptOpen(), close: async () => undefined }),
      hasFolder: () => true,
    });
    expect(code).toBe(1);
    expect(lines.slice(1)).toEqual([
      'gemeentedelers-2027, ronde preselection: 2 formulieren ingediend, 0 begonnen, 1 onthouding.',
      `In ${partition} is ${ownSheet} anders dan het logboek zegt.`,
      'Er klopt één ding niet.',
    ]);
  });
});

function keptOpen() {
  const { store } = world;
  return {
    read: store.read.bind(store),
    list: store.list.bind(store),
    commit: store.commit.bind(store),
    feedRanges: store.feedRanges.bind(store),
    readFeed: store.readFeed.bind(store),
    onCommit: store.onCommit.bind(store),
  };
}
