import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { dayText, decimalText, momentText } from '../../../bot/texts/dates.ts';
import en from '../../../bot/texts/en.json' with { type: 'json' };
import nl from '../../../bot/texts/nl.json' with { type: 'json' };
import { isTextKey, text } from '../../../bot/texts/texts.ts';
import type { TextKey } from '../../../bot/texts/texts.ts';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

const languages: [name: string, locale: string, messages: Record<string, string>][] = [
  ['nl', 'nl-NL', nl],
  ['en', 'en-GB', en],
];
const keys = Object.keys(nl);

/** The arguments of a message. */
function argumentsOf(message: string, locale: string): string[] {
  const found = new Set<string>();
  const walk = (ast: Ast) => {
    for (const node of ast) {
      if ('value' in node && !isLiteral(node)) found.add(node.value);
      if ('options' in node) for (const { value } of Object.values(node.options)) walk(value);
    }
  };
  walk(parse(message, locale));
  return [...found].sort();
}

/** The choices a message makes: `where: criterion, other`; those of a plural differ per language. */
function choicesOf(message: string, locale: string): string[] {
  const walk = (ast: Ast): string[] =>
    ast.flatMap((node) => {
      if (!('options' in node)) return [];
      const options = Object.entries(node.options);
      const own = isSelect(node)
        ? [
            `${node.value}: ${options
              .map(([name]) => name)
              .sort()
              .join(', ')}`,
          ]
        : [];
      return [...own, ...options.flatMap(([, { value }]) => walk(value))];
    });
  return walk(parse(message, locale)).sort();
}

function parse(message: string, locale: string): Ast {
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();
}

type Node = Ast[number];

/** The parser numbers its kinds of node. */
function kindOf(node: Node): number {
  return node.type;
}

const isLiteral = (node: Node) => kindOf(node) === 0;
const isSelect = (node: Node) => kindOf(node) === 5;
const isPlural = (node: Node) => kindOf(node) === 6;

test('both languages have the same texts, in the same order', () => {
  expect(Object.keys(en)).toEqual(keys);
  expect(keys).toEqual([...keys].sort());
});

describe.each(languages)('every text in %s', (_name, locale, messages) => {
  test('can be read as a message, and says something', () => {
    for (const [key, message] of Object.entries(messages)) {
      expect(() => parse(message, locale)).not.toThrow();
      expect([key, message.trim()]).toEqual([key, message]);
      expect([key, message]).not.toEqual([key, '']);
    }
  });

  test('never shouts, but for one at the receipt', () => {
    const shouting = Object.entries(messages).filter(([, message]) => message.includes('!'));
    expect(shouting.filter(([key]) => !key.startsWith('receipt.'))).toEqual([]);
    expect(shouting.length).toBeLessThanOrEqual(1);
  });

  test('has all forms of a plural, and says the number', () => {
    const rules = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const plurals = Object.values(messages).flatMap((message) => pluralsIn(parse(message, locale)));
    expect(plurals.filter((forms) => !rules.every((rule) => forms.includes(rule)))).toEqual([]);
  });
});

function pluralsIn(ast: Ast): string[][] {
  return ast.flatMap((node) => {
    if (!('options' in node)) return [];
    const inner = Object.values(node.options).flatMap(({ value }) => pluralsIn(value));
    return isPlural(node) ? [Object.keys(node.options), ...inner] : inner;
  });
}

describe('a text takes the same in both languages', () => {
  test.each(keys)('%s', (key) => {
    const [one, other] = languages.map(([, locale, messages]) => [
      argumentsOf(messages[key] ?? '', locale),
      choicesOf(messages[key] ?? '', locale),
    ]);
    expect(one).toEqual(other);
  });
});

describe('every text is used', () => {
  const sources = sourcesIn(new URL('../../../bot/', import.meta.url)).join('\n');
  /** Keys that are put together: `refusal.${code}` stands for all that begin and end so. */
  const patterns = [...sources.matchAll(/`([a-z]+[.\w-]*\$\{[^`]*)`/g)].map(
    ([, template = '']) =>
      new RegExp(
        `^${template
          .replace(/\$\{[^}]*\}/g, '\u0000')
          .replace(/[.*+?^()|[\]\\]/g, '\\$&')
          .replaceAll('\u0000', '.+')}$`,
      ),
  );

  test.each(keys)('%s', (key) => {
    const isWritten = [`'${key}'`, `"${key}"`, `\`${key}\``].some((written) => sources.includes(written));
    expect(isWritten || patterns.some((pattern) => pattern.test(key))).toBe(true);
  });
});

function sourcesIn(folder: URL): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return sourcesIn(new URL(`${entry.name}/`, folder));
    return entry.name.endsWith('.ts') ? [readFileSync(new URL(entry.name, folder), 'utf8')] : [];
  });
}

describe('a text is looked up', () => {
  test.each<[TextKey, Record<string, string | number>, string, string]>([
    ['jury.progress', { done: 1, all: 5 }, '1 van 5 beoordeeld', '1 of 5 scored'],
    [
      'sheet.missing-some',
      { count: 1, stands: 'saved' },
      'Bij één criterium ontbreekt een score. Wat u invulde, is bewaard.',
      'One criterion has no score yet. What you entered has been saved.',
    ],
    [
      'sheet.missing-some',
      { count: 3, stands: 'handed-in' },
      'Bij 3 criteria ontbreekt een score. Tot u opnieuw indient, telt uw eerdere beoordeling.',
      '3 criteria have no score yet. Until you hand in again, your earlier scores count.',
    ],
  ])('%s with %j', (key, values, dutch, english) => {
    expect([text('nl', key, values), text('en', key, values)]).toEqual([dutch, english]);
  });

  test('with what is in it left as it is', () => {
    const title = "<b>{x}</b> # ''";
    expect(text('nl', 'jury.summary', { number: 'GD27-0001', title, municipality: 'Urk' })).toBe(
      `Te beoordelen: GD27-0001, ${title} (Urk)`,
    );
  });

  test('only when it is one', () => {
    expect(['jury.progress', 'jury', 'toString', '__proto__'].map(isTextKey)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('dates and numbers', () => {
  test('are written as a reader would', () => {
    expect(dayText('nl', '2026-12-04')).toBe('4 december 2026');
    expect(dayText('en', '2026-12-04')).toBe('4 December 2026');
    expect(momentText('nl', '2026-12-04T16:00:00.000Z', 'Europe/Amsterdam')).toBe(
      '4 december 2026, 17.00 uur',
    );
    expect(momentText('en', '2026-07-04T15:05:00.000Z', 'Europe/Amsterdam')).toBe('4 July 2026, 17:05');
    expect([decimalText('nl', 3.75), decimalText('en', 3)]).toEqual(['3,8', '3.0']);
  });

  test('are of the day it is there, also across midnight', () => {
    expect(momentText('nl', '2026-12-31T23:30:00.000Z', 'Europe/Amsterdam')).toBe(
      '1 januari 2027, 00.30 uur',
    );
  });
});
