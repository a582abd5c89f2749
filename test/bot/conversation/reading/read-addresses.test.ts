import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAddresses } from '../../../../bot/conversation/reading/read-addresses.ts';
import { effort } from '../../../runs.ts';

const found = (text: string) =>
  readAddresses(text).addresses.map(({ mail, name }) => (name === undefined ? mail : `${name} = ${mail}`));

describe('addresses are read from a list as it is pasted', () => {
  test.each([
    ['jan@x.nl', ['jan@x.nl']],
    ['Jan@X.NL\r\npiet@y.nl\n\n', ['jan@x.nl', 'piet@y.nl']],
    ['jan@x.nl, piet@y.nl; kees@z.nl\teva@q.nl', ['jan@x.nl', 'piet@y.nl', 'kees@z.nl', 'eva@q.nl']],
    ['Jan Jansen <jan@x.nl>', ['Jan Jansen = jan@x.nl']],
    ['"Jansen, Jan" <jan@x.nl>; piet@y.nl', ['Jansen, Jan = jan@x.nl', 'piet@y.nl']],
    ['• Jan Jansen (jan@x.nl)', ['Jan Jansen = jan@x.nl']],
    ['1. jan@x.nl', ['1 = jan@x.nl']],
    ['mailto:jan@x.nl', ['jan@x.nl']],
    ['jan@x.nl piet@y.nl', ['jan@x.nl', 'piet@y.nl']],
    ["o'brien@x.nl", ["o'brien@x.nl"]],
    ["'jan@x.nl'", ['jan@x.nl']],
    ['jan@x.nl.', ['jan@x.nl']],
    ['j.de-vries+jury@sub.gemeente.nl', ['j.de-vries+jury@sub.gemeente.nl']],
    ['josé@café.nl', ['josé@café.nl']],
    ['', []],
  ])('%j', (text, addresses) => {
    expect(found(text)).toEqual(addresses);
    expect(readAddresses(text).unread).toEqual([]);
  });
});

describe('what is no address comes back as it was typed, by line', () => {
  test.each([
    ['volgt nog', [[1, 'volgt nog']]],
    ['jan@x.nl\nJan Jansen, piet@y.nl', [[2, 'Jan Jansen']]],
    ['jan@x', [[1, 'jan@x']]],
    ['jan@@x.nl', [[1, 'jan@@x.nl']]],
    ['@x.nl', [[1, '@x.nl']]],
    ['jan@x.nl piet@', [[1, 'jan@x.nl piet@']]],
    ['Jan jan@x.nl Piet piet@y.nl', [[1, 'Jan jan@x.nl Piet piet@y.nl']]],
    [`${'a'.repeat(300)}@x.nl`, [[1, `${'a'.repeat(300)}@x.nl`]]],
  ])('%j', (text, unread) => {
    expect(readAddresses(text).unread.map(({ line, text: typed }) => [line, typed])).toEqual(unread);
  });
});

test('an address that stands there twice counts once', () => {
  expect(readAddresses('jan@x.nl\nJan <JAN@x.nl>')).toEqual({
    addresses: [{ mail: 'jan@x.nl' }],
    repeated: 1,
    unread: [],
  });
});

test('a long text without an end is read at once', () => {
  const started = performance.now();
  readAddresses('a'.repeat(100_000));
  readAddresses('"'.repeat(20_000));
  readAddresses(`a@${'b.'.repeat(40_000)}`);
  expect(performance.now() - started).toBeLessThan(2_000);
});

const local = fc
  .stringMatching(/^[a-z0-9](?:[a-z0-9.-]{0,20}[a-z0-9])?$/)
  .filter((each) => !/\.\./.test(each));
const domain = fc.stringMatching(/^[a-z][a-z0-9]{1,10}\.(?:nl|eu|example)$/);
const mail = fc.tuple(local, domain).map(([name, host]) => `${name}@${host}`);
const junk = fc.string({ unit: 'grapheme', maxLength: 40 }).map((each) => each.replace(/[@,;\t\r\n"]/g, ''));

test('any text is read, and nothing of it is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const { addresses, unread } = readAddresses(text);
      expect(new Set(addresses.map((each) => each.mail)).size).toBe(addresses.length);
      for (const { line, text: typed } of unread) expect(text.split(/\r\n?|\n/)[line - 1]).toContain(typed);
    }),
    effort(100, 2_000),
  );
});

test('every address is kept once, whatever stands between', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(mail, junk), { maxLength: 20 }),
      fc.constantFrom('\n', ',', ';', '\r\n', ' ;\n'),
      (parts, between) => {
        const text = parts.flatMap(([address, waste]) => [address, waste]).join(between);
        const { addresses, repeated } = readAddresses(text);
        expect(addresses.map((each) => each.mail)).toEqual([...new Set(parts.map(([address]) => address))]);
        expect(addresses.length + repeated).toBe(parts.length);
      },
    ),
    effort(100, 2_000),
  );
});
