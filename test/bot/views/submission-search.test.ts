import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSubmissionSearch } from '../../../bot/views/submission-search.ts';
import { createWordIndex } from '../../../bot/views/word-index.ts';
import { fields, submission } from '../domain/examples.ts';
import { effort } from '../../runs.ts';

const search = createSubmissionSearch();
search.put(
  submission({
    ...{ id: 'paal', number: 7, title: 'Reizende luisterpaal' },
    description: 'Eén paal die langs de wijken reist. Ook in het ouderenloket.',
  }),
);
search.put(
  submission({
    ...{ id: 'bosch', number: 42, title: 'Samen het groen in', own: {} },
    ...{ description: 'Bewoners onderhouden hun straat.', proof: '' },
    participant: { kind: 'municipality', code: 'GM0796' },
    partners: [{ kind: 'organisation', name: 'Waterschap Aa en Maas' }],
    contact: { name: 'Geheimhouder', mail: 'geheim@bosch.example' },
    contactThere: { name: 'Geheimhouder', mail: 'geheim@bosch.example' },
  }),
);

const found = (typed: string) => [...(search.find(typed, () => true)?.keys() ?? [])];

describe('a search', () => {
  test.each([
    ['a word of the title', 'luisterpaal', ['paal']],
    ['the beginning of a word', 'luis', ['paal']],
    ['a part of a compound', 'loket', ['paal']],
    ['a slip', 'luisterpal', ['paal']],
    ['two letters swapped', 'riezende', ['paal']],
    ['no more than two slips', 'rieznada', []],
    ['a word with an accent that was not typed', 'een langs', ['paal']],
    ['a word with an accent that was typed too much', 'gróén', ['bosch']],
    ['another name of the municipality', 'Den Bosch', ['bosch']],
    ['a partner', 'waterschap', ['bosch']],
    ['a number', '0042', ['bosch']],
    ['a number without its zeros', '42', ['bosch']],
    ['words from anywhere, all of them', 'groen hertogenbosch samen', ['bosch']],
    ['words of which one is nowhere', 'groen nergenshuizen', []],
    ['whom to call about it', 'geheimhouder', []],
  ])('finds %s', (_what, typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  test('of nothing is no search', () => {
    expect(search.find(' - ', () => true)).toBeUndefined();
  });

  test('says the title before the text', () => {
    const both = createSubmissionSearch();
    both.put(submission({ id: 'text', title: 'Iets anders', description: 'Over een luisterpaal.' }));
    both.put(submission({ id: 'title', ...fields }));
    const fits = both.find('luisterpaal', () => true);
    expect((fits?.get('title') ?? 0) > (fits?.get('text') ?? 0)).toBe(true);
  });

  test('knows a submission as it is now', () => {
    const one = createSubmissionSearch();
    one.put(submission({ title: 'Oud' }));
    one.put(submission({ title: 'Nieuw' }));
    expect(one.find('oud', () => true)?.size).toBe(0);
    expect(one.find('nieuw', () => true)?.size).toBe(1);
  });
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 6 });
const texts = fc.dictionary(fc.constantFrom('1', '2', '3', '4'), fc.array(word, { maxLength: 4 }));

test('what does not count changes nothing about what does', () => {
  fc.assert(
    fc.property(texts, texts, fc.array(word, { minLength: 1, maxLength: 3 }), (seen, hidden, typed) => {
      const alone = createWordIndex();
      const among = createWordIndex();
      for (const [key, words] of Object.entries(hidden)) among.put(`hidden ${key}`, [{ words, weight: 2 }]);
      for (const [key, words] of Object.entries(seen)) {
        alone.put(key, [{ words, weight: 1 }]);
        among.put(key, [{ words, weight: 1 }]);
      }
      const may = (key: string) => !key.startsWith('hidden');
      expect([...among.find(typed, may)]).toEqual([...alone.find(typed, may)]);
    }),
    effort(100, 2_000),
  );
});
