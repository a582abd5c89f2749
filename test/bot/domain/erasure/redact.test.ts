import { describe, expect, test } from '@jest/globals';
import { MarkPattern } from '../../../../bot/domain/erasure/mark-pattern.ts';
import type { Erasure } from '../../../../bot/domain/erasure/marks.ts';
import { marksOf } from '../../../../bot/domain/erasure/marks.ts';
import { Redactor } from '../../../../bot/domain/erasure/redact.ts';

const tenantId = '5d0a7c1e-94b2-4f3a-8c6d-2e1f7b9a3c40';
const objectId = '0b5e0000-7a11-4c0d-9e00-000000000004';
const id = `${tenantId}:${objectId}`;
const other = `${tenantId}:0b5e0000-7a11-4c0d-9e00-000000000005`;
const own = '11111111-2222-4333-8444-555555555555';
const pseudonym = `erased:${own}`;

const marks = marksOf({
  ...{ id, teams: ['29:1abc_d'], mails: ['an@x.example'], invitations: ['invitation:Qa-_z'] },
  ...{ phones: ['+31 6 1234 5678'], names: ['An de Wit', 'An'] },
});
const erasure: Erasure = {
  ...{ marks, pseudonym, startedAt: '2027-01-01T00:00:00.000Z' },
  words: { name: 'WEG', contact: 'CONTACT WEG', detail: '…', said: 'NIETS' },
};
const redactor = new Redactor(erasure);

describe('a mark is found', () => {
  test.each([
    `van ${id}`,
    objectId.toUpperCase(),
    encodeURIComponent(id),
    'mail AN@X.example.',
    'an  DE\nwit, zei ze',
    '0612345678',
    '06-12 34 56 78',
    '0031 (0)6 12345678',
    '+316-12345678',
    '29:1abc_d',
  ])('in %j', (text) => {
    expect(new MarkPattern(marks).isIn(text)).toBe(true);
  });

  test.each([
    ...['jan@x.example', 'j.an@x.example', 'an@x.example.org', 'an@x.examples', 'Jan de Wit', 'An de Witte'],
    ...['An', 'x0612345678', '06123456789', '0687654321', other, `${id}0`, tenantId],
  ])('and not in %j', (text) => {
    expect(new MarkPattern(marks).isIn(text)).toBe(false);
  });

  test('nothing is found when there is nothing to find', () => {
    expect(new MarkPattern(marksOf({})).isIn('iets')).toBe(false);
  });
});

test.each<[string, unknown, unknown]>([
  ['an id', { judge: id, [id]: [id, other] }, { judge: pseudonym, [pseudonym]: [pseudonym, other] }],
  [
    'a contact',
    { contact: { name: 'A. Wit', mail: 'An@x.example', role: 'baas', phone: '1' } },
    { contact: { name: 'CONTACT WEG', mail: '' } },
  ],
  [
    'the contact in a draft of somebody else',
    { answers: { title: 'Paal', contact: { name: 'A. Wit', mail: 'an@x.example' } } },
    { answers: { title: 'Paal' } },
  ],
  [
    'a place',
    { tenantId, objectId, name: 'An', roles: ['juror'], teamsUserId: '29:1abc_d' },
    { tenantId: 'erased', objectId: own, name: 'WEG', roles: ['juror'] },
  ],
  [
    'an invitation',
    { mail: 'an@x.example', name: 'An', roles: ['juror'], claimedBy: id },
    { mail: '', name: 'WEG', roles: ['juror'], claimedBy: pseudonym },
  ],
  [
    'what they said in the talk',
    {
      author: id,
      authorName: 'An',
      text: 'Ja',
      isCut: true,
      hasAttachment: true,
      saidAt: '1',
      editedAt: '2',
    },
    {
      ...{ author: pseudonym, authorName: 'WEG', text: '', isCut: false, hasAttachment: false },
      ...{ saidAt: '1', editedAt: '2', deletedAt: '2' },
    },
  ],
  [
    'what they asked',
    { by: id, name: 'An', from: 'asker', text: 'Wat?' },
    { by: pseudonym, name: 'WEG', from: 'asker', text: 'NIETS' },
  ],
  [
    'what they answered',
    { by: id, name: 'An', from: 'organisation', text: 'Dat' },
    { by: pseudonym, name: 'WEG', from: 'organisation', text: 'Dat' },
  ],
  [
    'a message to them',
    { destination: { kind: 'person', person: id }, content: { kind: 'receipt' }, wanted: 2 },
    { destination: { kind: 'person', person: pseudonym }, content: { kind: 'nothing' }, wanted: 2 },
  ],
  [
    'a freeze of theirs',
    { judges: [other, id], salt: 's', hash: 'h' },
    { judges: [other, pseudonym], hash: 'h' },
  ],
  [
    'a freeze of others',
    { judges: [other], salt: 's', hash: 'h' },
    { judges: [other], salt: 's', hash: 'h' },
  ],
  [
    'somebody else who is called the same',
    { by: other, name: 'An de Wit' },
    { by: other, name: 'An de Wit' },
  ],
  ['the name in a text', { by: other, text: 'Eens, An de Wit' }, { by: other, text: 'Eens, WEG' }],
])('%s', (_what, before, after) => {
  expect(redactor.value(before)).toEqual(after);
  expect(redactor.value(redactor.value(before))).toEqual(after);
});

test('an entry keeps its place and its hash, and loses its salt; one of others stays as it is', () => {
  const entry = {
    sequence: 3,
    by: id,
    previousHash: 'p',
    hash: 'h',
    salt: 's',
    subject: `sheet:pitch:${id}`,
  };
  const after = { sequence: 3, by: pseudonym, previousHash: 'p', hash: 'h', redacted: true };
  expect(redactor.entry(entry)).toEqual({ ...after, subject: `sheet:pitch:${pseudonym}` });
  const others = { ...entry, by: other, subject: 'submission' };
  expect(redactor.entry(others)).toBe(others);
});

test('ids of documents', () => {
  expect(redactor.id(`sheet:pitch:${id}`)).toBe(`sheet:pitch:${pseudonym}`);
  expect(redactor.id('invitation:Qa-_z')).toBe(`invitation:${own}-1`);
});
