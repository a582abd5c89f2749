import { expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import en from '../../tab/src/texts/en.json' with { type: 'json' };
import nl from '../../tab/src/texts/nl.json' with { type: 'json' };

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** The parser's number for plain text. */
const literal = 0;
const english: Record<string, string> = en;

test('both languages have the same texts, in the same order', () => {
  expect(Object.keys(en)).toEqual(Object.keys(nl));
});

test('a text takes the same values in both languages', () => {
  const different = Object.entries(nl).filter(
    ([key, dutch]) => valuesOf(english[key] ?? '', 'en-GB') !== valuesOf(dutch, 'nl-NL'),
  );
  expect(different).toEqual([]);
});

test('no text is empty, says "je" or raises its voice', () => {
  const rude = Object.entries(nl).filter(
    ([, dutch]) => dutch.trim() === '' || /\b(je|jij|jouw)\b|!/i.test(dutch),
  );
  expect(rude).toEqual([]);
});

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
