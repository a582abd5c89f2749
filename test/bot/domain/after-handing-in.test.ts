import { describe, expect, test } from '@jest/globals';
import { changedFields, fieldsOf } from '../../../bot/domain/submission/submission-fields.ts';
import { stageOf } from '../../../bot/domain/submission/stage.ts';
import { fields, round, submission } from './examples.ts';

describe('the stage of a submission', () => {
  const assessment = { opensAt: '2027-03-01T00:00:00.000Z', closesAt: '2027-04-01T00:00:00.000Z' };
  const edition = {
    opensAt: '2026-11-01T00:00:00.000Z',
    closesAt: '2027-01-21T16:00:00.000Z',
    rounds: [
      round({ opensAt: '2027-01-01T00:00:00.000Z', closesAt: '2027-02-11T16:00:00.000Z' }),
      round({ id: 'assessment', ...assessment }),
    ],
  };

  test.each([
    ['while it can be changed, though judging has begun', '2027-01-10T00:00:00.000Z', { kind: 'received' }],
    [
      'from the close, while a round is open',
      '2027-01-21T16:00:00.000Z',
      { kind: 'judging', until: '2027-02-11T16:00:00.000Z' },
    ],
    ['between two rounds', '2027-02-20T00:00:00.000Z', { kind: 'waiting' }],
    ['in the next round', '2027-03-20T00:00:00.000Z', { kind: 'judging', until: assessment.closesAt }],
    ['after the last round', '2027-04-01T00:00:00.000Z', { kind: 'judged' }],
  ])('%s', (_when, at, expected) => {
    expect(stageOf(submission(), edition, at)).toEqual(expected);
    expect(stageOf(submission({ status: 'withdrawn' }), edition, at)).toEqual({ kind: 'withdrawn' });
  });

  test('an edition without rounds waits', () => {
    expect(stageOf(submission(), { ...edition, rounds: [] }, '2027-06-01T00:00:00.000Z')).toEqual({
      kind: 'waiting',
    });
  });
});

describe('the fields of a submission', () => {
  test('are what was asked, and nothing of where it stands', () => {
    expect(fieldsOf(submission())).toEqual(fields);
  });

  test('differ by what they say, not by how they are written', () => {
    const contact = { mail: fields.contact.mail, name: fields.contact.name };
    expect(changedFields(fields, { ...fields, contact })).toEqual([]);
    const contactThere = { name: 'Iemand daar', mail: 'iemand@ede.nl' };
    expect(changedFields(fields, { ...fields, title: 'Anders', contactThere })).toEqual([
      'title',
      'contactThere',
    ]);
  });
});
