import { expect, test } from '@jest/globals';
import { partsOf, wordsOf } from '../../../bot/views/similar-words.ts';

const terms = (text: string) => wordsOf(text).map(({ term }) => term);

test.each([
  ['inflections', 'buurten', 'buurt'],
  ['plurals after a vowel', "balies foto's", 'balie foto'],
  ['the same meaning', 'wijken', 'buurt'],
  ['another language', 'neighbourhoods', 'buurt'],
  ['accents and capitals', 'CAFÉS', 'cafés'],
])('%s make the same term', (_what, one, other) => {
  expect(terms(one)).toEqual(terms(other));
});

test.each([['de het een'], ['Utrecht Zwolle'], ['2025 18'], ['a ? !']])('"%s" says nothing', (text) => {
  expect(terms(text)).toEqual([]);
});

test('place names that are words stay', () => {
  expect(terms('buren huizen')).toHaveLength(2);
});

test('a word comes once, as it was first typed', () => {
  expect(wordsOf("Foto's van de FOTO’S").map(({ typed }) => typed)).toEqual(["foto's"]);
});

test.each([
  ['buurtbudget', 'buurt budget'],
  ['jongerenraad', 'jongeren raad'],
  ['dorpsbibliotheek', 'dorp bibliotheek'],
  ['schoolpleinvergunning', 'school plein vergunning'],
  ['gemeente', ''],
  ['raadpleging', ''],
])('the parts of %s are "%s"', (word, parts) => {
  expect(partsOf(word)).toEqual(terms(parts));
});

test('what the index knows makes parts too', () => {
  const knows = (term: string) => ['drie', 'wieler', 'club'].includes(term);
  expect(partsOf('driewielerclub')).toEqual([]);
  expect(partsOf('driewielerclub', knows)).toEqual(['drie', 'wieler', 'club']);
});
