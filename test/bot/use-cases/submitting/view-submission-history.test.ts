import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { PersonKey } from '../../../../bot/domain/person.ts';
import { personId } from '../../../../bot/domain/person.ts';
import { changeSubmission } from '../../../../bot/use-cases/submitting/change-submission.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { viewSubmissionHistory } from '../../../../bot/use-cases/submitting/view-submission-history.ts';
import {
  restoreSubmission,
  withdrawSubmission,
} from '../../../../bot/use-cases/submitting/withdraw-submission.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { fields, now } from '../../domain/examples.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

const key = (person: { id: string }): PersonKey => ({ tenantId, objectId: person.id });
const submitter = personId(key(people.sanne));
const own = { submissionId: 'initiatief', submitter };

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
  await submitInitiative(world.store, { ...own, editionId: world.edition.id, fields, receivedAt: now });
  await changeSubmission(world.store, {
    ...own,
    changeId: 'wijziging',
    basedOn: fields,
    fields: { ...fields, title: 'Nieuw', proof: 'Zie de cijfers.' },
    receivedAt: '2026-11-23T09:00:00.000Z',
  });
  await withdrawSubmission(world.store, { ...own, basedOn: 2, receivedAt: '2026-11-24T09:00:00.000Z' });
  await restoreSubmission(world.store, { ...own, basedOn: 3, receivedAt: '2026-11-25T09:00:00.000Z' });
});
afterEach(() => world.close());

test.each([
  ['who handed it in', people.sanne],
  ['the organiser', people.organiser],
])('%s sees who did what when, and which field became what', async (_who, person) => {
  const { lines } = await viewSubmissionHistory(world, key(person), 'initiatief');
  expect(lines.map(({ at, by, act, changes }) => [at, by, act, changes])).toEqual([
    [now, submitter, 'submit', []],
    [
      '2026-11-23T09:00:00.000Z',
      submitter,
      'change-submission',
      [
        { field: 'title', before: fields.title, after: 'Nieuw' },
        { field: 'proof', before: fields.proof, after: 'Zie de cijfers.' },
      ],
    ],
    ['2026-11-24T09:00:00.000Z', submitter, 'withdraw', []],
    ['2026-11-25T09:00:00.000Z', submitter, 'restore', []],
  ]);
});

test.each([
  ['a judge', people.juror1],
  ['the chair', people.chair],
  ['another civil servant', people.mehmet],
])('to %s it is not there', async (_who, person) => {
  await expect(viewSubmissionHistory(world, key(person), 'initiatief')).rejects.toThrow('not-found');
  await expect(viewSubmissionHistory(world, key(people.organiser), 'nergens')).rejects.toThrow('not-found');
});
