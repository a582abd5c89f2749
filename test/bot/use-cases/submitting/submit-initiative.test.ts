import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  editionPartition,
  givenNumberPrefix,
  givenNumbers,
} from '../../../../bot/store/documents/edition-documents.ts';
import { outgoingMessages } from '../../../../bot/store/documents/message-documents.ts';
import { auditEntries, submissionPartition } from '../../../../bot/store/documents/submission-documents.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { fields, now } from '../../domain/examples.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const command = (submissionId: string) => ({
  submissionId,
  editionId: world.edition.id,
  submitter: 'tenant:sanne',
  fields,
  receivedAt: now,
});

test('many at once get numbers without gaps, each its own', async () => {
  const ids = Array.from({ length: 200 }, (_, index) => `initiatief-${index}`);
  const made = await Promise.all(ids.map((id) => submitInitiative(world.store, command(id))));
  expect(made.map(({ number }) => number).sort((a, b) => a - b)).toEqual(ids.map((_, index) => index + 1));
});

test('the same one again, also at once, is the same submission with one post and one line in the log', async () => {
  const twice = await Promise.all([1, 2, 3].map(() => submitInitiative(world.store, command('een'))));
  const again = await submitInitiative(world.store, {
    ...command('een'),
    receivedAt: '2026-11-23T00:00:00.000Z',
  });
  for (const each of twice) expect(each).toEqual(again);
  const documents = await world.store.list(submissionPartition('een'));
  expect(documents.filter(outgoingMessages.is)).toHaveLength(1);
  expect(documents.filter(auditEntries.is)).toHaveLength(1);
});

test('broken off after the number was given, it goes on with that number', async () => {
  const dying = delegatingStore(world.store, {
    commit: async (partition, operations) => {
      if (partition === submissionPartition('half')) throw new Error('the process dies here');
      return world.store.commit(partition, operations);
    },
  });
  await expect(submitInitiative(dying, command('half'))).rejects.toThrow('dies here');
  const given = await givenNumbers.read(
    world.store,
    editionPartition(world.edition.id),
    givenNumberPrefix + 'half',
  );
  expect(given?.value.number).toBe(1);
  expect((await submitInitiative(world.store, command('ander'))).number).toBe(2);
  expect((await submitInitiative(world.store, command('half'))).number).toBe(1);
});
