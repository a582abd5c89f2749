import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CutWish } from '../../../../bot/domain/judging/round-cut.ts';
import type { Role } from '../../../../bot/domain/edition/edition-role.ts';
import { personId } from '../../../../bot/domain/person.ts';
import { cutId } from '../../../../bot/store/documents/cut-documents.ts';
import {
  editionDocumentId,
  editionPartition,
  editionRoles,
  editions,
  rolePrefix,
} from '../../../../bot/store/documents/edition-documents.ts';
import {
  juryPostName,
  messagePrefix,
  outgoingMessages,
} from '../../../../bot/store/documents/message-documents.ts';
import {
  auditEntries,
  auditPrefix,
  submissionPartition,
} from '../../../../bot/store/documents/submission-documents.ts';
import type { CutChange } from '../../../../bot/use-cases/cut/cut-change.ts';
import { changeCut } from '../../../../bot/use-cases/cut/cut-change.ts';
import { carryFixedCuts } from '../../../../bot/use-cases/cut/cut-next-round.ts';
import { fixCut, proposeCut } from '../../../../bot/use-cases/cut/cut-propose.ts';
import { viewCut } from '../../../../bot/use-cases/cut/cut-view.ts';
import { freezeClosedRounds } from '../../../../bot/use-cases/rounds/close-round-freeze.ts';
import { closeRound, reopenRound } from '../../../../bot/use-cases/rounds/open-round.ts';
import { verifyLog } from '../../../../bot/use-cases/log/verify-log.ts';
import type { people } from '../../../teams/people.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import { freeze, key, openScored, placeIn, rank, scoreIt } from './cut-world.ts';
import type { OpenWorld } from '../world.ts';

type Name = keyof typeof people;

let world: OpenWorld;
beforeEach(async () => {
  world = await openScored();
  await addNextRound();
});
afterEach(() => world.close());

let commands = 0;
const next = () => `bevel-${String((commands += 1))}`;
const view = (name: Name = 'organiser') => viewCut(world, key(name), placeIn(world), rank);
const within = async () =>
  (await view()).outcome.lines
    .filter(({ side }) => side === 'within')
    .map(({ submissionId }) => submissionId);

async function command(name: Name = 'organiser') {
  const { cut, seen } = await view(name);
  return { ...placeIn(world), basedOn: cut.revision, key: next(), seen };
}
const change = async (wanted: CutChange, name: Name = 'organiser') =>
  changeCut(world, key(name), { ...(await command(name)), change: wanted });
const propose = async (name: Name = 'organiser') => proposeCut(world, key(name), await command(name), rank);
const fix = async (name: Name = 'chair') => fixCut(world, key(name), await command(name), rank);
const reason = 'Dit hoort erbij';

async function addNextRound(): Promise<void> {
  const partition = editionPartition(world.edition.id);
  const stored = await editions.read(world.store, partition, editionDocumentId);
  const first = stored?.value.rounds[0];
  if (stored === undefined || first === undefined) throw new Error('there is no edition');
  const second = {
    ...{ ...first, id: 'assessment' as const, name: { nl: 'Assessment' } },
    ...{ opensAt: '2027-03-01T09:00:00.000Z', closesAt: '2027-04-01T09:00:00.000Z' },
  };
  await world.store.commit(partition, [
    editions.replace(stored.id, { ...stored.value, rounds: [first, second] }, stored.etag),
  ]);
}

async function setRoles(name: Name, roles: Role[]): Promise<void> {
  const partition = editionPartition(world.edition.id);
  const stored = await editionRoles.read(world.store, partition, rolePrefix + personId(key(name)));
  if (stored === undefined) throw new Error(`${name} has no place`);
  await world.store.commit(partition, [
    editionRoles.replace(stored.id, { ...stored.value, roles }, stored.etag),
  ]);
  await world.catchUp();
}

const nextPost = async (id: string) =>
  (
    await outgoingMessages.read(
      world.store,
      submissionPartition(id),
      messagePrefix + juryPostName('assessment'),
    )
  )?.value.content.kind;
const acts = async () =>
  (await auditEntries.list(world.store, editionPartition(world.edition.id), { prefix: auditPrefix }))
    .map(({ value }) => value)
    .filter(({ subject }) => subject === cutId('preselection', 'direct'));

describe('a draft', () => {
  test('begins with as many as the edition says, equals all in, and follows newer scores', async () => {
    expect(await within()).toEqual(['aap', 'noot', 'mies', 'wim']);
    for (const juror of [0, 1, 2, 3]) await scoreIt(world, 'zus', juror, 5, { basedOn: 1 });
    expect(await within()).toEqual(['zus', 'aap', 'noot']);
  });

  test('is of a line, of decisions with a reason, and of their undoing', async () => {
    await change({ kind: 'set-rule', rule: { size: 2 } });
    expect(await within()).toEqual(['aap', 'noot']);
    const before = await view();
    await change({ kind: 'decide', reason, wish: { kind: 'wildcard', submissionId: 'jet' } });
    await change({ kind: 'decide', reason, wish: { kind: 'move', submissionId: 'noot', to: 'outside' } });
    expect(await within()).toEqual(['aap', 'jet']);
    await change({ kind: 'undo' });
    await change({ kind: 'undo' });
    expect((await view()).outcome).toEqual(before.outcome);
    expect((await acts()).map(({ act }) => act)).toEqual([
      'set-cut-rule',
      'wildcard',
      'move-cut',
      'undo-move-cut',
      'undo-wildcard',
    ]);
    const [, wildcard] = await acts();
    expect(wildcard).toMatchObject({ before: { decisions: [] }, after: { decisions: [{ reason }] } });
  });

  test.each<[string, CutChange, string]>([
    [
      'a reason that is none',
      { kind: 'decide', reason: ' x ', wish: { kind: 'wildcard', submissionId: 'jet' } },
      'malformed',
    ],
    [
      'a reason that is too long',
      { kind: 'decide', reason: 'x'.repeat(501), wish: { kind: 'wildcard', submissionId: 'jet' } },
      'malformed',
    ],
    [
      'what does not take part',
      { kind: 'decide', reason, wish: { kind: 'wildcard', submissionId: 'weg' } },
      'not-found',
    ],
    [
      'the same one twice',
      { kind: 'decide', reason, wish: { kind: 'overrule', within: ['jet', 'jet'] } },
      'malformed',
    ],
    ['no line at all', { kind: 'set-rule', rule: {} }, 'malformed'],
    ['undoing nothing', { kind: 'undo' }, 'malformed'],
  ])('refuses %s', async (_what, wanted, code) => {
    await expect(change(wanted)).rejects.toMatchObject({ code });
    expect(await acts()).toEqual([]);
  });
});

describe('who may', () => {
  test.each<[Name]>([['sanne'], ['juror1']])('not %s, whatever happened', async (name) => {
    await expect(view(name)).rejects.toMatchObject({ code: 'not-found' });
    await freeze(world);
    await expect(view(name)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('prepare: chair and organiser; one who judges only once the sheets are frozen', async () => {
    await setRoles('organiser', ['organiser', 'juror']);
    await expect(view()).rejects.toMatchObject({ code: 'not-found' });
    expect((await view('chair')).may).toEqual({ prepare: true, propose: true, fix: false });
    await freeze(world);
    expect((await view()).may).toEqual({ prepare: true, propose: true, fix: false });
  });

  test('fix: the chair, never the organiser', async () => {
    await freeze(world);
    await propose();
    expect((await view()).may.fix).toBe(false);
    await expect(fix('organiser')).rejects.toMatchObject({ code: 'not-chair' });
    expect((await view('chair')).may.fix).toBe(true);
    expect(await fix()).toMatchObject({ kind: 'done', cut: { status: 'fixed' } });
  });

  test('decide about their own municipality: nobody', async () => {
    const partition = editionPartition(world.edition.id);
    const chair = await editionRoles.read(world.store, partition, rolePrefix + personId(key('chair')));
    if (chair === undefined) throw new Error('there is no chair');
    await world.store.commit(partition, [
      editionRoles.replace(chair.id, { ...chair.value, organisation: 'GM0344' }, chair.etag),
    ]);
    const wish = { kind: 'wildcard', submissionId: 'jet' } as const;
    await expect(change({ kind: 'decide', reason, wish }, 'chair')).rejects.toMatchObject({
      code: 'conflict',
    });
    const all: CutWish = { kind: 'overrule', within: ['aap'] };
    await expect(change({ kind: 'decide', reason, wish: all }, 'chair')).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('proposed and fixed', () => {
  test('a proposal says what is otherwise since', async () => {
    await propose();
    expect((await view()).sinceProposed).toEqual({ scores: false, outcome: false });
    await scoreIt(world, 'zus', 0, 3, { basedOn: 1 });
    expect((await view()).sinceProposed).toEqual({ scores: true, outcome: false });
    await change({ kind: 'decide', reason, wish: { kind: 'wildcard', submissionId: 'jet' } }, 'chair');
    expect(await view()).toMatchObject({
      status: 'proposed',
      sinceProposed: { scores: true, outcome: true },
    });
    await change({ kind: 'undo' }, 'chair');
    expect((await view()).sinceProposed).toEqual({ scores: true, outcome: false });
  });

  test('nothing is fixed before the sheets are frozen, nor without a proposal', async () => {
    await expect(fix()).rejects.toMatchObject({ code: 'round-not-frozen' });
    await freeze(world);
    await expect(fix()).rejects.toMatchObject({ code: 'cut-not-proposed' });
  });

  test('what is fixed is frozen with all that it follows from, by whom and when', async () => {
    await freeze(world);
    await change({ kind: 'decide', reason, wish: { kind: 'wildcard', submissionId: 'jet' } });
    await propose();
    const { closing, ranking } = await view();
    await fix();
    const { cut, status } = await view();
    expect(status).toBe('fixed');
    expect(cut.fixed).toMatchObject({
      by: personId(key('chair')),
      at: world.now(),
      closesAt: closing?.closesAt,
      closingHash: closing?.hash,
      decidedBy: ranking.decidedBy,
      settings: { cut: { size: 3 } },
      within: [
        ['aap', 'scores'],
        ['noot', 'scores'],
        ['mies', 'tie'],
        ['wim', 'tie'],
        ['jet', 'wildcard'],
      ].map(([submissionId, because]) => ({ submissionId, because })),
    });
    await expect(change({ kind: 'undo' })).rejects.toMatchObject({ code: 'cut-fixed' });
    await expect(propose()).rejects.toMatchObject({ code: 'cut-fixed' });
    await expect(fix()).rejects.toMatchObject({ code: 'cut-fixed' });
    expect((await verifyLog(world.store)).faults).toEqual([]);
  });

  test('what was seen otherwise is not fixed', async () => {
    await freeze(world);
    await propose();
    const stale = await command('chair');
    await change({ kind: 'decide', reason, wish: { kind: 'wildcard', submissionId: 'jet' } });
    expect(await fixCut(world, key('chair'), stale, rank)).toMatchObject({ kind: 'changed' });
    const other = { ...(await command('chair')), seen: stale.seen };
    expect(await fixCut(world, key('chair'), other, rank)).toMatchObject({ kind: 'changed' });
    expect(await view()).toMatchObject({ status: 'proposed' });
  });

  test('the same command again has the same answer and no second effect', async () => {
    await freeze(world);
    await propose();
    const once = await command('chair');
    const first = await fixCut(world, key('chair'), once, rank);
    const again = await fixCut(world, key('chair'), once, rank);
    expect([first.kind, again]).toEqual(['done', first]);
    expect((await acts()).map(({ act }) => act)).toEqual(['propose-cut', 'fix-cut']);
  });

  test('opening the round again makes it stale, until it is proposed and fixed anew', async () => {
    await freeze(world);
    await propose();
    await fix();
    const until = new Date(Date.parse(world.now()) + 60_000).toISOString();
    await reopenRound(world, key('organiser'), {
      editionId: world.edition.id,
      roundId: 'preselection',
      until,
    });
    expect(await view()).toMatchObject({ status: 'stale', may: { fix: false } });
    await expect(fix()).rejects.toMatchObject({ code: 'round-not-frozen' });
    for (const juror of [0, 1, 2, 3]) await scoreIt(world, 'zus', juror, 5, { basedOn: 1 });
    world.setNow(new Date(Date.parse(until) + 60_000).toISOString());
    await freezeClosedRounds(world);
    await expect(fix()).rejects.toMatchObject({ code: 'cut-not-proposed' });
    await propose();
    await fix();
    expect(await view()).toMatchObject({ status: 'fixed' });
    expect(await Promise.all(['zus', 'aap', 'noot', 'mies'].map(nextPost))).toEqual([
      'jury-post',
      'jury-post',
      'jury-post',
      'nothing',
    ]);
    expect((await verifyLog(world.store)).faults).toEqual([]);
  });
});

describe('the next round', () => {
  test('has a post for each who goes on, wildcards included, and for nobody else', async () => {
    await freeze(world);
    await change({ kind: 'decide', reason, wish: { kind: 'wildcard', submissionId: 'jet' } });
    await propose();
    expect(await nextPost('aap')).toBeUndefined();
    await fix();
    await carryFixedCuts(world);
    const all = ['aap', 'noot', 'mies', 'wim', 'jet', 'zus'];
    expect(await Promise.all(all.map(nextPost))).toEqual([...Array<string>(5).fill('jury-post'), undefined]);
    expect(await closeRoundTwice()).toEqual(['aap', 'jet', 'mies', 'noot', 'wim']);
  });

  test('is asked for once more after it was broken off', async () => {
    await freeze(world);
    await propose();
    let left = 3;
    const dying = delegatingStore(world.store, {
      commit: async (partition, operations) => {
        if (partition.startsWith('submission:') && (left -= 1) < 0) throw new Error('the plug');
        return world.store.commit(partition, operations);
      },
    });
    await expect(
      fixCut({ ...world, store: dying }, key('chair'), await command('chair'), rank),
    ).rejects.toThrow('the plug');
    await carryFixedCuts(world);
    await carryFixedCuts(world);
    const all = ['aap', 'noot', 'mies', 'wim', 'zus'];
    expect(await Promise.all(all.map(nextPost))).toEqual([...Array<string>(4).fill('jury-post'), undefined]);
  });

  /** Who takes part in the round after. */
  async function closeRoundTwice(): Promise<string[]> {
    await closeRound(world, key('organiser'), { editionId: world.edition.id, roundId: 'preselection' });
    const { submissions } = await viewCut(
      world,
      key('organiser'),
      { ...placeIn(world), roundId: 'assessment' },
      rank,
    );
    return submissions.map(({ id }) => id).sort();
  }
});
