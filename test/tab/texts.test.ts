import { describe, expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import { globSync, readFileSync } from 'node:fs';

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** The parser's number for plain text. */
const literal = 0;
/** The shared texts and those of each feature, by their Dutch file. */
const files = globSync('tab/src/**/texts/nl.json').sort();

test('the shared texts and those of the features are found', () => {
  expect(files.length).toBeGreaterThan(4);
});

describe.each(files)('%s', (file) => {
  const nl = textsIn(file);
  const en = textsIn(file.replace(/nl\.json$/, 'en.json'));

  test('both languages have the same texts, in the same order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(nl));
  });

  test('a text takes the same values in both languages', () => {
    const different = Object.entries(nl).filter(
      ([key, dutch]) => valuesOf(en[key] ?? '', 'en-GB') !== valuesOf(dutch, 'nl-NL'),
    );
    expect(different).toEqual([]);
  });

  test('no text is empty, says "je" or raises its voice', () => {
    const rude = Object.entries(nl).filter(
      ([, dutch]) => dutch.trim() === '' || /\b(je|jij|jouw)\b|!/i.test(dutch),
    );
    expect(rude).toEqual([]);
  });
});

function textsIn(file: string): Record<string, string> {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return z.record(z.string(), z.string()).parse(read);
}

function valuesOf(message: string, locale: string): string {
  const names = new Set<string>();
  collect(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst(), names);
  return [...names].sort().join();
}

function collect(elements: Elements, names: Set<string>): void {
  for (const element of elements) {
    const { type }: { type: number } = element;
    if ('value' in element && type !== literal) names.add(element.value);
    if ('options' in element) {
      for (const option of Object.values(element.options)) collect(option.value, names);
    }
  }
}
