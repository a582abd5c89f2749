import { describe, expect, test } from '@jest/globals';
import {
  planRetention,
  type KeptDraft,
  type KeptSubmission,
  type RetentionFacts,
} from '../../../../bot/domain/retention/plan.ts';
import { daysOf, usualTerms } from '../../../../bot/domain/retention/terms.ts';
import { round } from '../examples.ts';

const zone = 'Europe/Amsterdam';
const now = '2027-08-15T10:00:00.000Z';
const none: RetentionFacts = {
  ...{ editions: [], submissions: [], drafts: [], questions: [], reminders: [], places: [], people: [] },
};
const plan = (facts: Partial<RetentionFacts>) =>
  planRetention({ ...none, ...facts }, daysOf(usualTerms, now, zone), zone);

const edition = (id: string, closesAt: string, roundCloses = closesAt) => ({
  ...{ id, closesAt },
  rounds: [round({ closesAt: roundCloses })],
});
const running = edition('GD27', '2027-12-01T00:00:00.000Z');
const submission: KeptSubmission = {
  ...{ id: 's', editionId: 'GD27', submitter: 't:s', status: 'submitted', isCleared: false },
} as const;
const draft: KeptDraft = {
  ...{ id: 'd', editionId: 'GD27', person: 't:d', status: 'open', submissionId: 'd' },
  updatedAt: '2026-08-14T10:00:00.000Z',
} as const;
const idle = { id: 't:p', seenOn: '2027-02-08' };

describe('an edition', () => {
  test.each([
    ['closed the day before', '2022-08-14T21:59:00.000Z', undefined, ['old']],
    ['closed on the day, here', '2022-08-14T22:00:00.000Z', undefined, []],
    ['with a round that closed later', '2022-01-01T00:00:00.000Z', '2022-09-01T00:00:00.000Z', []],
  ])('%s', (_name, closesAt, roundCloses, goes) => {
    expect(plan({ editions: [edition('old', closesAt, roundCloses)] }).editions).toEqual(goes);
  });

  test('that runs stays, however old it is', () => {
    const editions = [edition('old', '2019-01-01T00:00:00.000Z')];
    expect(plan({ editions, currentEdition: 'old' }).editions).toEqual([]);
  });

  test('goes with all that is of it, and of no other', () => {
    const of = (editionId: string) => ({
      submissions: [{ ...submission, editionId, id: editionId }],
      drafts: [{ ...draft, editionId, id: editionId, submissionId: editionId, updatedAt: now }],
      questions: [{ id: editionId, editionId, asker: 't:q' }],
      reminders: [{ person: 't:j', editionId }],
    });
    const [old, kept] = [of('old'), of('GD27')];
    const { submissions, drafts, questions, reminders } = plan({
      editions: [edition('old', '2019-01-01T00:00:00.000Z'), running],
      submissions: [...old.submissions, ...kept.submissions],
      drafts: [...old.drafts, ...kept.drafts],
      questions: [...old.questions, ...kept.questions],
      reminders: [...old.reminders, ...kept.reminders],
    });
    expect({ submissions, drafts, questions, reminders }).toEqual({ ...old, questions: ['old'] });
  });
});

describe('a submission', () => {
  const withdrawn = { ...submission, status: 'withdrawn', withdrawnAt: '2026-08-14T10:00:00.000Z' } as const;

  test.each([
    ['that was withdrawn a year and a day ago goes', withdrawn, 1],
    ['that was withdrawn a year ago stays', { ...withdrawn, withdrawnAt: '2026-08-15T10:00:00.000Z' }, 0],
    ['that is in stays', submission, 0],
    ['that was cleared is done', { ...withdrawn, isCleared: true }, 0],
  ])('%s', (_name, one, count) => {
    expect(plan({ editions: [running], submissions: [one] }).withdrawn).toHaveLength(count);
  });

  test.each([false, true])('takes its drafts along, also when it was cleared before: %s', (isCleared) => {
    const drafts = [
      { ...draft, id: 's', status: 'handed-in', submissionId: 's', updatedAt: now },
      { ...draft, id: 'change', status: 'open', submissionId: 's', updatedAt: now },
    ] as const;
    const found = plan({
      editions: [running],
      submissions: [{ ...withdrawn, isCleared }],
      drafts: [...drafts],
    });
    expect(found.drafts).toEqual(drafts);
  });
});

test.each([
  ['open, touched a year and a day ago', draft, 1],
  ['thrown away', { ...draft, status: 'discarded' as const }, 1],
  ['being handed in', { ...draft, status: 'handing-in' as const }, 0],
  ['handed in', { ...draft, status: 'handed-in' as const }, 0],
  ['touched a year ago', { ...draft, updatedAt: '2026-08-15T10:00:00.000Z' }, 0],
])('a draft: %s', (_name, one, count) => {
  expect(plan({ editions: [running], drafts: [one] }).drafts).toHaveLength(count);
});

describe('somebody who was not seen for half a year', () => {
  const old = edition('old', '2019-01-01T00:00:00.000Z');
  const mine = { person: idle.id, editionId: 'GD27' };
  const theirs = { ...submission, submitter: idle.id };
  const withdrawn = { ...theirs, status: 'withdrawn', withdrawnAt: '2020-01-01T00:00:00.000Z' } as const;

  test.each<[string, Partial<RetentionFacts>, boolean]>([
    ['goes', {}, true],
    ['was seen later', { people: [{ ...idle, seenOn: '2027-02-09' }] }, false],
    ['has a place', { places: [mine] }, false],
    ['had a place in an edition that goes', { places: [{ ...mine, editionId: 'old' }] }, true],
    ['handed in', { submissions: [theirs] }, false],
    ['handed in to an edition that goes', { submissions: [{ ...theirs, editionId: 'old' }] }, true],
    ['handed in what is cleared', { submissions: [withdrawn] }, true],
    ['has a draft', { drafts: [{ ...draft, person: idle.id, updatedAt: now }] }, false],
    ['has a draft that goes', { drafts: [{ ...draft, person: idle.id }] }, true],
    ['asked something', { questions: [{ id: 'q', editionId: 'GD27', asker: idle.id }] }, false],
  ])('and %s', (_name, facts, goes) => {
    const found = plan({ editions: [running, old], people: [idle], ...facts });
    expect(found.people).toEqual(goes ? [idle.id] : []);
    expect(found.unseen).toEqual([]);
  });

  test('is told from who was seen nobody knows when', () => {
    const { people, unseen } = plan({ people: [{ id: 't:u' }] });
    expect({ people, unseen }).toEqual({ people: [], unseen: ['t:u'] });
  });
});
