import { describe, expect, test } from '@jest/globals';
import { practices } from '../../../bot/domain/practice/practice.ts';
import type { SimilarTexts } from '../../../bot/views/similar-texts.ts';
import { createSimilarTexts } from '../../../bot/views/similar-texts.ts';
import pairs from './similar-pairs.json' with { type: 'json' };

/**
 * How good the finding is, on questions that people could ask and what they should be shown. `fine` may be shown and
 * need not be. The weights were set on `tuned`; `heldOut` is for measuring, so leave it alone when turning them. All
 * is written by the makers of the word lists, in short texts: real questions will do somewhat worse.
 */

interface Pair {
  title: string;
  description: string;
  expect: string[];
  fine: string[];
}

function filled(): SimilarTexts {
  const texts = createSimilarTexts();
  for (const { id, title, summary } of practices) texts.put(id, title, summary);
  for (const { id, title, description } of pairs.submissions) texts.put(id, title, description);
  return texts;
}

function found(texts: SimilarTexts, title: string, description = '', most = 3): string[] {
  return texts.like(title, description, () => true, most).map(({ key }) => key);
}

function measure(questions: readonly Pair[]) {
  const texts = filled();
  const answers = questions.map((question) => {
    const shown = found(texts, question.title, question.description);
    return { ...question, shown: shown.filter((key) => !question.fine.includes(key)) };
  });
  const total = (of: (answer: (typeof answers)[number]) => number) =>
    answers.reduce((sum, answer) => sum + of(answer), 0);
  const right = total(({ shown, expect: wanted }) => shown.filter((key) => wanted.includes(key)).length);
  const nothing = answers.filter((answer) => answer.expect.length === 0);
  return {
    precision: right / total(({ shown }) => shown.length),
    recall: right / total((answer) => answer.expect.length),
    falseAlarms: nothing.filter(({ shown }) => shown.length > 0).length / nothing.length,
  };
}

describe.each([
  ['tuned', pairs.tuned],
  ['held out', pairs.heldOut],
])('on the %s pairs', (_name, questions: Pair[]) => {
  const { precision, recall, falseAlarms } = measure(questions);

  test('what is shown among the first three is like it', () => {
    expect(precision).toBeGreaterThanOrEqual(0.85);
  });
  test('what is like it is shown', () => {
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });
  test('where nothing is like it nothing is shown', () => {
    expect(falseAlarms).toBeLessThanOrEqual(0.15);
  });
});

describe('the pairs', () => {
  const known = new Set([...practices, ...pairs.submissions].map(({ id }) => id));
  const all: Pair[] = [...pairs.tuned, ...pairs.heldOut];

  test('name only what there is, and are enough', () => {
    expect(all.flatMap((pair) => [...pair.expect, ...pair.fine]).filter((id) => !known.has(id))).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((pair) => pair.expect.length === 0).length).toBeGreaterThan(30);
  });
});

describe('finding', () => {
  test.each([
    ['the same', 'Rent a Boa', 'rent-a-boa'],
    ['with a slip', 'Reisende luisterpaal', 'reizende-luisterpaal'],
    ['written apart', 'Kantoor meubels hergebruikt', 's-inkoop'],
    ['written as one', 'Energiecoach', 's-energiecoach'],
    ['in the plural, with accents, in capitals', 'DIGITÁLE BALIES', 'digitale-balie'],
  ])('a title %s', (_how, title, expected) => {
    expect(found(filled(), title)[0]).toBe(expected);
  });

  test.each([
    ['', ''],
    ['!?', '…'],
    ['de het een', 'van voor met'],
    ['Utrecht', 'Gemeente Utrecht'],
  ])('nothing for "%s" and "%s"', (title, description) => {
    expect(found(filled(), title, description)).toEqual([]);
  });

  test('a text put again takes the place of the one before, and one removed is gone', () => {
    const texts = filled();
    texts.put('een', 'Duiventoren op het raadhuis', 'Een til voor tamme postduiven.');
    expect(found(texts, 'Duiventoren')).toEqual(['een']);
    texts.put('een', 'Skatebaan in de kerk', 'Skaten onder gewelven.');
    expect(found(texts, 'Duiventoren')).toEqual([]);
    expect(found(texts, 'Skatebaan')).toEqual(['een']);
    texts.remove('een');
    texts.remove('een');
    expect(found(texts, 'Skatebaan')).toEqual([]);
  });

  test('the order in which texts came makes no difference', () => {
    const one = filled();
    const other = createSimilarTexts();
    for (const { id, title, description } of [...pairs.submissions].reverse())
      other.put(id, title, description);
    for (const { id, title, summary } of [...practices].reverse()) other.put(id, title, summary);
    for (const { title, description } of pairs.heldOut)
      expect(found(other, title, description)).toEqual(found(one, title, description));
  });

  test('one that may not be shown makes room for the next', () => {
    const [first, second] = found(filled(), 'Robot verwerkt Tozo-aanvragen');
    const without = filled().like('Robot verwerkt Tozo-aanvragen', '', (key) => key !== first, 1);
    expect(without.map(({ key }) => key)).toEqual([second]);
  });

  test('it says which words are shared, the most telling first, and whether the title has them', () => {
    const [best] = filled().like('Een robot leest facturen', 'Sneller dan een medewerker', () => true, 1);
    expect(best?.shared.map(({ word, inTitle }) => [word.typed, inTitle])).toEqual([
      ['leest', false],
      ['facturen', true],
      ['robot', true],
    ]);
  });

  test('it finds the same among ten times as many others', () => {
    const texts = filled();
    for (let at = 0; at < 1_000; at += 1)
      texts.put(`ander-${String(at)}`, `Kenmerk${String(at)} aangelegd`, `Zaak${String(at)} is afgerond.`);
    expect(found(texts, 'Huishoudbokje')).toEqual(['huishoudboekje']);
  });
});
