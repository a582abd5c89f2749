import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { roundOf } from '../../../../bot/domain/edition/edition.ts';
import { editionPartition } from '../../../../bot/store/documents/edition-documents.ts';
import {
  closingPrefix,
  frozenId,
  frozenRounds,
  roundClosings,
} from '../../../../bot/store/documents/judging-documents.ts';
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
import { abstain } from '../../../../bot/use-cases/judging/abstain.ts';
import { auditOperations } from '../../../../bot/use-cases/log/audit-trail.ts';
import { freezeClosedRounds } from '../../../../bot/use-cases/rounds/close-round-freeze.ts';
import { readEdition } from '../../../../bot/use-cases/edition-context.ts';
import { closeRound, openRound, reopenRound } from '../../../../bot/use-cases/rounds/open-round.ts';
import { redrawOnRoundPassing } from '../../../../bot/use-cases/rounds/open-round-redraw.ts';
import { writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { viewJuryPost } from '../../../../bot/use-cases/judging/view-jury-post.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { fields, full, now } from '../../domain/examples.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
  for (const submissionId of ['luisterpaal', 'grip']) {
    await submitInitiative(world.store, {
      submissionId,
      editionId: world.edition.id,
      submitter: 't:s',
      fields,
      receivedAt: now,
    });
  }
});
afterEach(() => world.close());

const key = (name: keyof typeof people) => ({ tenantId, objectId: people[name].id });
const preselection = { roundId: 'preselection' } as const;
const command = (receivedAt?: string) => ({ editionId: world.edition.id, ...preselection, receivedAt });
const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const sheet = (submissionId: string, receivedAt?: string) => ({
  ...{ submissionId, ...preselection, content: full, wish: 'hand-in' as const, basedOn: 0 },
  receivedAt,
});
const phase = async (submissionId = 'luisterpaal') =>
  (await viewJuryPost(world, submissionId, 'preselection'))?.roundPhase;
const closings = async () =>
  (await roundClosings.list(world.store, editionPartition(world.edition.id), { prefix: closingPrefix })).map(
    ({ value }) => value,
  );
const acts = async (partition: string) =>
  (await auditEntries.list(world.store, partition, { prefix: auditPrefix })).map(({ value }) => value.act);
const wanted = async () => {
  const id = messagePrefix + juryPostName('preselection');
  return (await outgoingMessages.read(world.store, submissionPartition('luisterpaal'), id))?.value.wanted;
};

describe('a round by hand', () => {
  test('is for the organiser alone', async () => {
    for (const name of ['juror1', 'chair', 'sanne'] as const) {
      for (const act of [openRound, closeRound]) {
        await expect(act(world, key(name), command())).rejects.toMatchObject({ code: 'not-organiser' });
      }
      const reopening = reopenRound(world, key(name), { ...command(), until: later(9) });
      await expect(reopening).rejects.toMatchObject({ code: 'not-organiser' });
    }
  });

  test('closes at once, once, and is open again only by an act of its own', async () => {
    const closed = await closeRound(world, key('organiser'), command());
    expect(closed).toMatchObject({ isChanged: true, round: { closesAt: now } });
    expect(await closeRound(world, key('organiser'), command(later(1)))).toMatchObject({ isChanged: false });
    expect(await phase()).toBe('closed');
    await expect(openRound(world, key('organiser'), command())).rejects.toMatchObject({
      code: 'round-closed',
    });
    await expect(reopenRound(world, key('organiser'), { ...command(), until: now })).rejects.toMatchObject({
      code: 'bad-moment',
    });
    await reopenRound(world, key('organiser'), { ...command(), until: later(60) });
    await reopenRound(world, key('organiser'), { ...command(), until: later(60) });
    expect(await phase()).toBe('open');
    world.setNow(later(60));
    expect(await phase()).toBe('closed');
    const log = await acts(editionPartition(world.edition.id));
    expect(log.filter((act) => act.endsWith('-round'))).toEqual(['close-round', 'reopen-round']);
  });

  test('opens before its time, and then closes at its own', async () => {
    const own = roundOf(world.edition, 'preselection');
    world.setNow('2026-01-05T10:00:00.000Z');
    expect(await phase()).toBe('before');
    await expect(closeRound(world, key('organiser'), command())).rejects.toMatchObject({
      code: 'round-not-open',
    });
    await openRound(world, key('organiser'), command());
    expect(await phase()).toBe('open');
    const kept = await readEdition(world.store, world.edition.id);
    expect(kept && roundOf(kept, 'preselection')).toMatchObject({
      opensAt: '2026-01-05T10:00:00.000Z',
      closesAt: own?.closesAt,
    });
  });
});

describe('closing', () => {
  test('counts what was received before it, freezes the rest, and says with what it closed', async () => {
    await writeSheet(world, key('juror1'), sheet('luisterpaal'));
    await closeRound(world, key('organiser'), command(later(10)));
    world.setNow(later(10.1));
    await freezeClosedRounds(world);
    expect(await closings()).toEqual([]);
    await writeSheet(world, key('juror2'), sheet('luisterpaal', later(9.99)));
    await expect(writeSheet(world, key('juror3'), sheet('luisterpaal', later(10)))).rejects.toMatchObject({
      code: 'round-closed',
    });
    world.setNow(later(10.6));
    await freezeClosedRounds(world);
    await freezeClosedRounds(world);
    const [closing, ...more] = await closings();
    expect(more).toEqual([]);
    expect(closing).toMatchObject({ method: 'organiser', submissions: 2, sheets: 2, closesAt: later(10) });
    expect(closing?.hash).toMatch(/^[0-9a-f]{64}$/);
    const late = { submissionId: 'luisterpaal', ...preselection, basedOn: 0, receivedAt: later(9.99) };
    await expect(writeSheet(world, key('juror3'), sheet('luisterpaal', later(9.99)))).rejects.toMatchObject({
      code: 'round-closed',
    });
    await expect(abstain(world, key('juror3'), { ...late, reason: 'te laat' })).rejects.toMatchObject({
      code: 'round-closed',
    });
  });

  test('again after reopening is another closing, with another hash', async () => {
    await writeSheet(world, key('juror1'), sheet('luisterpaal'));
    await closeRound(world, key('organiser'), command());
    world.setNow(later(1));
    await freezeClosedRounds(world);
    await reopenRound(world, key('organiser'), { ...command(), until: later(5) });
    await writeSheet(world, key('juror2'), sheet('luisterpaal'));
    world.setNow(later(6));
    await freezeClosedRounds(world);
    const all = await closings();
    expect(all.map(({ method, sheets }) => [method, sheets])).toEqual([
      ['organiser', 1],
      ['clock', 2],
    ]);
    expect(new Set(all.map(({ hash }) => hash)).size).toBe(2);
    expect(await acts(submissionPartition('luisterpaal'))).toEqual([
      'submit',
      'hand-in-sheet',
      'freeze-sheets',
      'hand-in-sheet',
      'freeze-sheets',
    ]);
  });

  test('beats a sheet that another server had under way when it froze', async () => {
    await closeRound(world, key('organiser'), command(later(10)));
    const partition = submissionPartition('luisterpaal');
    let isFirst = true;
    const store = delegatingStore(world.store, {
      commit: async (...args) => {
        if (isFirst) await freezeAsAnotherServer(partition);
        isFirst = false;
        return world.store.commit(...args);
      },
    });
    const late = writeSheet({ ...world, store }, key('juror1'), sheet('luisterpaal', later(9.99)));
    await expect(late).rejects.toMatchObject({ code: 'round-closed' });
    expect(await acts(partition)).toEqual(['submit', 'freeze-sheets']);
  });

  test('leaves out who abstains', async () => {
    await writeSheet(world, key('juror1'), sheet('luisterpaal'));
    await abstain(world, key('juror1'), {
      submissionId: 'luisterpaal',
      ...preselection,
      basedOn: 0,
      reason: 'Ken ik',
    });
    await closeRound(world, key('organiser'), command());
    world.setNow(later(1));
    await freezeClosedRounds(world);
    expect(await closings()).toMatchObject([{ sheets: 0 }]);
  });
});

test('posts are drawn anew once for each time a round opens, closes, or gets another moment', async () => {
  const seen: unknown[] = [];
  const look = async () => {
    await redrawOnRoundPassing(world);
    await redrawOnRoundPassing(world);
    seen.push(await wanted());
  };
  world.setNow('2026-01-05T10:00:00.000Z');
  await look();
  world.setNow(now);
  await look();
  await closeRound(world, key('organiser'), command());
  await look();
  await reopenRound(world, key('organiser'), { ...command(), until: later(30) });
  await look();
  world.setNow(later(31));
  await look();
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

/** Not by the use case: within one process that would wait for the sheet. */
async function freezeAsAnotherServer(partition: string): Promise<void> {
  const id = frozenId('preselection');
  const frozen = { ...preselection, closesAt: later(10), judges: [], hash: 'x', frozenAt: later(11) };
  await world.store.commit(partition, [
    frozenRounds.create(id, frozen),
    ...(await auditOperations(world.store, partition, {
      ...{ at: later(11), by: 'app', act: 'freeze-sheets', subject: id, after: frozen },
    })),
  ]);
}
