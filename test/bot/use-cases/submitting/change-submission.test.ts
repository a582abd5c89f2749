import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OutgoingMessage } from '../../../../bot/domain/outgoing-message.ts';
import { fieldsOf } from '../../../../bot/domain/submission/submission-fields.ts';
import type { Submission } from '../../../../bot/domain/submission/submission.ts';
import {
  channelPrefix,
  editionPartition,
  juryChannels,
} from '../../../../bot/store/documents/edition-documents.ts';
import {
  deliveries,
  deliveryPrefix,
  messagePrefix,
  outgoingMessages,
} from '../../../../bot/store/documents/message-documents.ts';
import {
  auditEntries,
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../../../bot/store/documents/submission-documents.ts';
import type { ChangeCommand } from '../../../../bot/use-cases/submitting/change-submission.ts';
import { changeSubmission } from '../../../../bot/use-cases/submitting/change-submission.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import {
  restoreSubmission,
  withdrawSubmission,
} from '../../../../bot/use-cases/submitting/withdraw-submission.ts';
import { effort } from '../../../runs.ts';
import { fields, now } from '../../domain/examples.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

const submitter = 'tenant:sanne';
const submissionId = 'initiatief';
const partition = submissionPartition(submissionId);
const later = '2026-11-23T09:00:00.000Z';

let world: OpenWorld;
let first: Submission;
beforeEach(async () => {
  world = await openWorld();
  const { id: editionId } = world.edition;
  first = await submitInitiative(world.store, {
    submissionId,
    editionId,
    submitter,
    fields,
    receivedAt: now,
  });
});
afterEach(() => world.close());

const command = (changes: Partial<ChangeCommand> = {}): ChangeCommand => ({
  changeId: 'wijziging-1',
  submissionId,
  submitter,
  basedOn: fields,
  fields: { ...fields, title: 'Een andere titel' },
  receivedAt: later,
  ...changes,
});

const status = (basedOn: number) => ({ submissionId, submitter, basedOn, receivedAt: later });
const log = async () =>
  (await auditEntries.list(world.store, partition)).map(({ value }) => [value.sequence, value.act]);
const posts = async (): Promise<[string, OutgoingMessage][]> =>
  (await outgoingMessages.list(world.store, partition, { prefix: messagePrefix })).map(({ id, value }) => [
    id.slice(messagePrefix.length),
    value,
  ]);

describe('changing', () => {
  test('gives the new text; number and first receipt stay, and the log has both', async () => {
    const { submission } = await changeSubmission(world.store, command());
    expect(submission).toEqual({ ...first, title: 'Een andere titel', revision: 2, changedAt: later });
    const [, entry] = await auditEntries.list(world.store, partition);
    expect(entry?.value).toMatchObject({
      act: 'change-submission',
      by: submitter,
      before: first,
      after: submission,
    });
    expect((await posts()).map(([name, { wanted }]) => [name, wanted])).toEqual([['post:preselection', 2]]);
  });

  test('takes away what is not in it any more', async () => {
    const contactThere = { name: 'Iemand daar', mail: 'iemand@ede.nl' };
    await changeSubmission(world.store, command({ fields: { ...fields, contactThere } }));
    const again = { basedOn: { ...fields, contactThere }, fields, changeId: 'wijziging-2' };
    const { submission } = await changeSubmission(world.store, command(again));
    expect(submission).not.toHaveProperty('contactThere');
  });

  test('the same one again, at once or after the next, has one effect', async () => {
    await Promise.all([1, 2, 3].map(() => changeSubmission(world.store, command())));
    const back = {
      changeId: 'wijziging-2',
      basedOn: { ...fields, title: 'Een andere titel' },
      fields,
    };
    await changeSubmission(world.store, command(back));
    const again = await changeSubmission(world.store, command());
    expect(again).toMatchObject({ kind: 'done', submission: { title: fields.title, revision: 3 } });
    expect(await log()).toEqual([
      [1, 'submit'],
      [2, 'change-submission'],
      [3, 'change-submission'],
    ]);
  });

  test('without any difference writes nothing', async () => {
    const outcome = await changeSubmission(world.store, command({ fields }));
    expect(outcome).toEqual({ kind: 'done', submission: first });
    expect(await log()).toEqual([[1, 'submit']]);
  });

  test.each([
    ['after the close', async () => ({ receivedAt: world.edition.closesAt }), 'edition-closed'],
    [
      'after it was withdrawn',
      async () => {
        await withdrawSubmission(world.store, status(1));
        return {};
      },
      'withdrawn',
    ],
    [
      'after it was changed elsewhere',
      async () => {
        await changeSubmission(
          world.store,
          command({ changeId: 'x', fields: { ...fields, proof: 'Zie de cijfers.' } }),
        );
        return {};
      },
      'changed-elsewhere',
    ],
  ])('%s is refused, and leaves it as it is', async (_when, prepare, why) => {
    const changes = await prepare();
    const before = await log();
    const outcome = await changeSubmission(world.store, command(changes));
    expect(outcome).toMatchObject({ kind: 'refused', why, submission: { title: fields.title } });
    expect(await log()).toEqual(before);
  });

  test('received just before the close counts, whenever it is carried out', async () => {
    world.setNow('2027-06-01T00:00:00.000Z');
    const receivedAt = new Date(Date.parse(world.edition.closesAt) - 1).toISOString();
    expect((await changeSubmission(world.store, command({ receivedAt }))).kind).toBe('done');
  });

  test('it may have been withdrawn and put back meanwhile', async () => {
    await withdrawSubmission(world.store, status(1));
    await restoreSubmission(world.store, status(2));
    expect(await changeSubmission(world.store, command())).toMatchObject({
      kind: 'done',
      submission: { revision: 4, status: 'submitted' },
    });
  });

  test("somebody else's is not found", async () => {
    await expect(changeSubmission(world.store, command({ submitter: 'tenant:mehmet' }))).rejects.toThrow(
      'not-found',
    );
  });

  test('when the commit fails nothing is changed, and trying again does it', async () => {
    const dying = delegatingStore(world.store, {
      commit: () => Promise.reject(new Error('the process dies here')),
    });
    await expect(changeSubmission(dying, command())).rejects.toThrow('dies here');
    expect(await log()).toEqual([[1, 'submit']]);
    expect(await changeSubmission(world.store, command())).toMatchObject({ kind: 'done' });
  });
});

describe('to another category', () => {
  const to = (categoryId: string, from: string, changeId: string) =>
    command({ changeId, basedOn: { ...fields, categoryId: from }, fields: { ...fields, categoryId } });
  const bind = async (categoryId: string, conversationId: string) => {
    const channel = { serviceUrl: 'http://127.0.0.1:9/', conversationId, tenantId: 't', teamId: 'team' };
    await world.store.commit(editionPartition(world.edition.id), [
      juryChannels.create(channelPrefix + categoryId, channel),
    ]);
  };

  const stands = (name: string, conversationId: string) =>
    world.store.commit(submissionPartition(submissionId), [
      deliveries.create(deliveryPrefix + name, {
        state: 'posted',
        at: { serviceUrl: 'http://127.0.0.1:9/', tenantId: 't', conversationId, activityId: name },
        shown: 1,
      }),
    ]);

  test('in the same channel the post is edited where it stands', async () => {
    await changeSubmission(world.store, to('indirect', 'direct', 'a'));
    expect(await posts()).toEqual([
      [
        'post:preselection',
        {
          destination: { kind: 'jury-channel', editionId: world.edition.id, categoryId: 'indirect' },
          content: { kind: 'jury-post', submissionId, roundId: 'preselection' },
          wanted: 2,
        },
      ],
    ]);
  });

  test('with a channel of its own the post goes there, and comes back', async () => {
    await bind('indirect', '19:indirect');
    const seen = async () => (await posts()).map(([name, { content }]) => [name, content.kind]);
    await stands('post:preselection', '19:jury');
    await changeSubmission(world.store, to('indirect', 'direct', 'a'));
    expect(await seen()).toEqual([
      ['post:preselection', 'moved-post'],
      ['post:preselection:2', 'jury-post'],
    ]);
    await stands('post:preselection:2', '19:indirect');
    await changeSubmission(world.store, to('direct', 'indirect', 'b'));
    expect(await seen()).toEqual([
      ['post:preselection', 'jury-post'],
      ['post:preselection:2', 'moved-post'],
    ]);
  });

  test('what stands nowhere yet is posted where it belongs then', async () => {
    await bind('indirect', '19:indirect');
    await changeSubmission(world.store, to('indirect', 'direct', 'a'));
    expect(await posts()).toMatchObject([
      ['post:preselection', { content: { kind: 'jury-post' }, destination: { categoryId: 'indirect' } }],
    ]);
  });
});

describe('withdrawing and putting back', () => {
  test('is done once each, however often it comes, and the log says both', async () => {
    await Promise.all([1, 2].map(() => withdrawSubmission(world.store, status(1))));
    expect(await withdrawSubmission(world.store, status(1))).toMatchObject({
      kind: 'done',
      submission: { status: 'withdrawn', revision: 2, withdrawnAt: later },
    });
    await Promise.all([1, 2].map(() => restoreSubmission(world.store, status(2))));
    expect(await log()).toEqual([
      [1, 'submit'],
      [2, 'withdraw'],
      [3, 'restore'],
    ]);
    expect(await restoreSubmission(world.store, status(2))).toEqual({
      kind: 'done',
      submission: { ...first, revision: 3 },
    });
    expect((await posts()).map(([, { wanted }]) => wanted)).toEqual([3]);
  });

  test('a withdrawal brought again after it was put back changes nothing', async () => {
    await withdrawSubmission(world.store, status(1));
    await restoreSubmission(world.store, status(2));
    expect(await withdrawSubmission(world.store, status(1))).toMatchObject({
      kind: 'refused',
      why: 'changed-elsewhere',
      submission: { status: 'submitted' },
    });
  });

  test('after the close neither is possible', async () => {
    const late = { ...status(1), receivedAt: world.edition.closesAt };
    expect(await withdrawSubmission(world.store, late)).toMatchObject({ why: 'edition-closed' });
    await withdrawSubmission(world.store, status(1));
    expect(await restoreSubmission(world.store, { ...late, basedOn: 2 })).toMatchObject({
      why: 'edition-closed',
    });
  });

  test("somebody else's is not found", async () => {
    const others = { ...status(1), submitter: 'tenant:mehmet' };
    await expect(withdrawSubmission(world.store, others)).rejects.toThrow('not-found');
    await expect(restoreSubmission(world.store, others)).rejects.toThrow('not-found');
  });
});

/** What people and Teams may do to one submission, each one or more times at once. */
const deed = fc.record({
  kind: fc.constantFrom('change', 'withdraw', 'restore'),
  name: fc.constantFrom('a', 'b', 'c', 'd'),
  basedOn: fc.integer({ min: 1, max: 6 }),
  times: fc.integer({ min: 1, max: 3 }),
});

test('whatever comes in whatever order, the log, the revision and the post agree', async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 12 }), fc.nat(), async (deeds, seed) => {
      const id = `geval-${String(seed)}-${String(done.size)}`;
      done.add(id);
      const of = { submissionId: id, submitter };
      await submitInitiative(world.store, { ...of, editionId: world.edition.id, fields, receivedAt: now });
      const read = async () =>
        (await submissions.read(world.store, submissionPartition(id), submissionDocumentId))?.value ?? first;
      for (const { kind, name, basedOn, times } of deeds) {
        const before = await read();
        const act = () => {
          const at = { ...of, receivedAt: later };
          if (kind === 'withdraw') return withdrawSubmission(world.store, { ...at, basedOn });
          if (kind === 'restore') return restoreSubmission(world.store, { ...at, basedOn });
          const to = { ...fields, title: `Titel ${name} ${String(basedOn)}` };
          return changeSubmission(world.store, {
            ...at,
            changeId: name,
            basedOn: fieldsOf(before),
            fields: to,
          });
        };
        await Promise.all(Array.from({ length: times }, act));
        expect((await read()).revision - before.revision).toBeLessThanOrEqual(1);
      }
      await expectAgreement(id, await read());
    }),
    effort(40, 1_000),
  );
});

async function expectAgreement(id: string, now: Submission): Promise<void> {
  const entries = (await auditEntries.list(world.store, submissionPartition(id))).map(({ value }) => value);
  expect(entries.at(-1)?.after).toEqual(now);
  expect(entries.length).toBe(now.revision);
  for (const [index, entry] of entries.entries())
    if (index > 0) expect(entry.before).toEqual(entries[index - 1]?.after);
  const [post] = await outgoingMessages.list(world.store, submissionPartition(id), { prefix: messagePrefix });
  expect(post?.value.wanted).toBe(now.revision);
  const moves = entries.map(({ act }) => act).filter((act) => act === 'withdraw' || act === 'restore');
  expect(moves).toEqual(moves.map((_, index) => (index % 2 === 0 ? 'withdraw' : 'restore')));
}
