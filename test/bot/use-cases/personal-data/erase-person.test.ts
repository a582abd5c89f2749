import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { canonicalJson } from '../../../../bot/domain/canonical-json.ts';
import type { PersonId } from '../../../../bot/domain/person.ts';
import { frozenId, frozenRounds } from '../../../../bot/store/documents/judging-documents.ts';
import {
  auditPrefix,
  sheetId,
  submissionPartition,
} from '../../../../bot/store/documents/submission-documents.ts';
import type { DocumentStore, StoredDocument } from '../../../../bot/store/port.ts';
import { exportJson } from '../../../../bot/use-cases/export/export-json.ts';
import { exportCategories } from '../../../../bot/use-cases/export/export-round.ts';
import { fixCut, proposeCut } from '../../../../bot/use-cases/cut/cut-propose.ts';
import { viewCut } from '../../../../bot/use-cases/cut/cut-view.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { verifyExport } from '../../../../bot/use-cases/export/verify-export.ts';
import { verifyLog } from '../../../../bot/use-cases/log/verify-log.ts';
import { people } from '../../../teams/people.ts';
import { now } from '../../domain/examples.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import { freeze, key, openScored, placeIn, rank, scoreIt } from '../cut/cut-world.ts';
import {
  abstainFrom,
  ask,
  contactOf,
  erase,
  everything,
  idOf,
  inviteAndClaim,
  makeKnown,
  sayInTalk,
  send,
  tracesOf,
  whereStill,
} from './erasure-world.ts';
import type { OpenWorld } from '../world.ts';

/** What is tried here is not the disk. */
const where = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const judge = people.juror1;
const contact = people.anouk;

let world: OpenWorld;
beforeEach(async () => {
  world = await openScored(undefined, where);
  const { store, edition } = world;
  for (const person of [judge, contact, people.juror2]) await makeKnown(store, person);
  await submitInitiative(store, {
    ...{ submissionId: 'kees', editionId: edition.id, submitter: idOf(contact), receivedAt: now },
    fields: contactOf(contact),
  });
  await scoreIt(world, 'kees', 1, 4, { remark: `Eens met ${judge.name}, zie ${judge.mail}` });
  await abstainFrom(world, 'kees', judge);
  await scoreIt(world, 'aap', 0, 4, { basedOn: 1, remark: `Ik ben ${judge.name}` });
  await sayInTalk(world, 'aap', judge, `Bel mij: 06 12 34 56 78, groet ${judge.name}`);
  await sayInTalk(world, 'aap', people.juror2, `@${judge.name} eens`);
  await ask(world, contact, 'Wanneer hoor ik iets?');
  await send(store, 'kees', contact);
  await send(store, 'aap', judge);
  await inviteAndClaim(world, judge);
  await freeze(world);
  for (const [act, name] of [
    [proposeCut, 'organiser'],
    [fixCut, 'chair'],
  ] as const) {
    const { cut, seen } = await viewCut(world, key(name), placeIn(world), rank);
    await act(world, key(name), { ...placeIn(world), basedOn: cut.revision, key: name, seen }, rank);
  }
});
afterEach(() => world.close());

const faults = async (store = world.store) => (await verifyLog(store)).faults;

/** All that came of the judging, with other names. */
async function outcome(pseudonyms: Record<PersonId, PersonId> = {}) {
  const { ranking, cut } = await viewCut(world, key('organiser'), placeIn(world), rank);
  const { rounds: counts } = await verifyLog(world.store);
  const lines = ranking.lines.map(({ submissionId, rank: place, fairMean, sheets }) => ({
    ...{ submissionId, place, fairMean, sheets },
  }));
  const text = canonicalJson({ lines, within: cut.fixed?.within, counts, cut: ranking.cut });
  return Object.entries(pseudonyms).reduce((all, [other, id]) => all.replaceAll(other, id), text);
}

async function exported(): Promise<Uint8Array> {
  const wish = { editionId: world.edition.id, roundId: 'preselection', names: true } as const;
  const whole = await exportCategories(world, wish, 'all', rank);
  return Buffer.from([...exportJson(whole)].join(''));
}

test('a judge is in nothing any more, and logs, ranking, cut and exports hold', async () => {
  const [before, old] = [await outcome(), await exported()];
  expect(await faults()).toEqual([]);
  const pseudonym = await erase(world, idOf(judge));
  expect(await whereStill(world.store, tracesOf(judge))).toEqual([]);
  expect(await faults()).toEqual([]);
  expect(await outcome({ [pseudonym]: idOf(judge) })).toEqual(before);
  expect((await verifyExport(await exported(), rank)).faults).toEqual([]);
  expect((await verifyExport(old, rank)).faults).toEqual([]);
});

test('so is a contact who never used the app, by address', async () => {
  const sanne = people.sanne;
  await erase(world, sanne.mail.toUpperCase());
  expect(await whereStill(world.store, [sanne.mail, sanne.name])).toEqual([]);
  expect(await faults()).toEqual([]);
  expect((await verifyExport(await exported(), rank)).faults).toEqual([]);
});

test('two who are in the same entries, one after the other, and the first once more', async () => {
  const before = await outcome();
  const first = await erase(world, judge.mail);
  const second = await erase(world, people.juror2.mail);
  await erase(world, contact.mail);
  const traces = [judge, people.juror2, contact].flatMap(tracesOf);
  expect(await whereStill(world.store, traces)).toEqual([]);
  expect(await faults()).toEqual([]);
  expect(await outcome({ [first]: idOf(judge), [second]: idOf(people.juror2) })).toEqual(before);
  expect((await verifyExport(await exported(), rank)).faults).toEqual([]);
  await expect(erase(world, judge.mail)).rejects.toThrow('unknown');
});

test('what needs many commits holds after each', async () => {
  const many = await openScored({ aap: [4, 4] }, where);
  try {
    for (let basedOn = 1; basedOn <= 130; basedOn += 1) {
      const remark = `${String(basedOn)} ${judge.name}`;
      await scoreIt(many, 'aap', 0, 1 + (basedOn % 5), { basedOn, remark });
      if (basedOn % 40 === 0) await sayInTalk(many, 'aap', judge, 'x'.repeat(basedOn));
    }
    await freeze(many);
    const commits: number[] = [];
    const store = delegatingStore(many.store, {
      commit: async (...args) => {
        const etags = await many.store.commit(...args);
        commits.push(args[1].length);
        expect(await faults(many.store)).toEqual([]);
        return etags;
      },
    });
    await erase({ ...many, store }, idOf(judge));
    expect(commits.filter((size) => size > 10).length).toBeGreaterThan(1);
    expect(await whereStill(many.store, [judge.id, judge.name])).toEqual([]);
  } finally {
    await many.close();
  }
});

describe('when it dies after a commit', () => {
  class DiedError extends Error {}

  /** Lets `count` commits through, checks after each, and dies. */
  function mortal(store: DocumentStore, count: number, check: () => Promise<void>): DocumentStore {
    let left = count;
    return delegatingStore(store, {
      commit: async (...args) => {
        if (left === 0) throw new DiedError();
        left -= 1;
        const etags = await store.commit(...args);
        await check();
        return etags;
      },
    });
  }

  test.each([judge, contact])('the log holds, and the next run ends it: $name', async (person) => {
    const before = await outcome();
    for (let count = 1; ; count += 1) {
      const store = mortal(world.store, count, async () => expect(await faults()).toEqual([]));
      const died = await erase(world, person.mail, { store }).then(
        () => false,
        (error: unknown) => {
          if (error instanceof DiedError) return true;
          throw error;
        },
      );
      if (!died) break;
      expect(count).toBeLessThan(100);
    }
    expect(await whereStill(world.store, tracesOf(person))).toEqual([]);
    expect(await faults()).toEqual([]);
    expect(await outcome()).toEqual(before);
    expect((await verifyExport(await exported(), rank)).faults).toEqual([]);
    expect((await everything(world.store)).filter(({ partition }) => partition === 'erasures')).toEqual([]);
  });
});

describe('what is done past an erasure is found', () => {
  const partition = submissionPartition('aap');
  const bodyOf = ({ body }: StoredDocument) => {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Error('no object');
    return body;
  };

  /** The first log entry that was redacted, changed. */
  async function tamper(change: (body: ReturnType<typeof bodyOf>) => ReturnType<typeof bodyOf>) {
    const log = await world.store.list(partition, { prefix: auditPrefix });
    const entry = log.find((each) => bodyOf(each).redacted === true);
    if (entry === undefined) throw new Error('nothing was redacted');
    const { id, type, etag } = entry;
    await world.store.commit(partition, [{ kind: 'replace', id, type, etag, body: change(bodyOf(entry)) }]);
  }

  test.each<[string, Parameters<typeof tamper>[0], string]>([
    [
      'a redacted entry that was changed',
      (body) => ({ ...body, at: '2026-01-01T10:00:00.000Z' }),
      'unvouched',
    ],
    ['a salt that was put back', (body) => ({ ...body, salt: 'zout' }), 'unvouched'],
    ['an entry that says it is whole', ({ redacted: _redacted, ...body }) => body, 'wrong-hash'],
    ['another hash', (body) => ({ ...body, hash: '0'.repeat(64) }), 'broken-chain'],
  ])('%s', async (_what, change, code) => {
    world.setNow('2026-11-30T10:00:00.000Z');
    await erase(world, judge.mail);
    await tamper(change);
    expect((await faults()).map((fault) => fault.code)).toContain(code);
    const { faults: found } = await verifyExport(await exported(), rank);
    expect(found.map((fault) => fault.code)).toContain('broken-chain');
  });

  test('a score of theirs that was changed', async () => {
    const pseudonym = await erase(world, judge.mail);
    const sheet = await world.store.read(partition, sheetId('preselection', pseudonym));
    if (sheet === undefined) throw new Error('there is no sheet');
    const body = { ...bodyOf(sheet), scores: { reuse: 1 } };
    const { id, type, etag } = sheet;
    await world.store.commit(partition, [{ kind: 'replace', id, type, etag, body }]);
    expect((await faults()).map(({ code }) => code)).toEqual(['not-as-logged']);
  });

  test('nobody can try by its hash who was meant: the same act of theirs has another hash each time', async () => {
    const log = await world.store.list(partition, { prefix: auditPrefix });
    expect(log.every((each) => /^"[\w-]{22}"$/.test(JSON.stringify(bodyOf(each).salt)))).toBe(true);
    await erase(world, judge.mail);
    const redacted = (await world.store.list(partition, { prefix: auditPrefix })).filter(
      (each) => bodyOf(each).redacted === true,
    );
    expect(redacted.map((each) => 'salt' in bodyOf(each))).toEqual(redacted.map(() => false));
    const frozen = await frozenRounds.read(world.store, partition, frozenId('preselection'));
    expect(frozen?.value.salt).toBeUndefined();
  });
});
