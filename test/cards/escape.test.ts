import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { bare, bareLine, plain, plainLine } from '../../bot/cards/escape.ts';
import { expandCard } from '../../bot/cards/expand-card.ts';
import { effort } from '../runs.ts';
import { cardMarkdown } from '../teams/page/src/card/markdown.ts';
import { samplesOf } from './card-files.ts';

/** Whoever draws it: with as little Markdown as Teams' cards allow, or with all there is. */
const everything = new MarkdownIt({ html: false });
const drawings: [name: string, draw: (text: string) => string][] = [
  ["a card's Markdown", cardMarkdown],
  ['all of Markdown', (text) => everything.render(text)],
];

const tricky = [
  '**vet**',
  '_schuin_',
  '[klik](https://evil.example)',
  '![plaatje](https://evil.example/x.png)',
  '<at>Iedereen</at>',
  '<b>vet</b>',
  '<https://evil.example>',
  '`code`',
  '~~weg~~',
  '# kop',
  '> citaat',
  '- punt',
  '+ punt',
  '1. eerste',
  '2) tweede',
  '---',
  '===',
  '| a | b |',
  '|---|---|',
  '&amp;',
  '&#x41;',
  '    code',
  '\tcode',
  '\\',
  '\\*',
  '[a]: https://evil.example',
  '{{DATE(2017-02-14T06:08:00Z, SHORT)}}',
  '${title}',
  '\u202E',
  '\u2067',
  '\u0000',
  '\uD83D',
  '👩‍👩‍👧‍👦',
  '\n',
  '\r\n',
  '\u2028',
  '  ',
  'snake_case_woord',
  'e-mail',
  '3 * 4',
  "'s-Gravenhage",
];
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...tricky), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''));

/** What stands on the screen: the text between the tags. */
const seen = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
const withoutSpaces = (text: string) => text.replace(/[\s\uFFFD]+/g, '');

describe.each(drawings)('typed text under %s', (_name, draw) => {
  test.each(tricky)('%j is drawn as typed', (text) => {
    expect(withoutSpaces(seen(draw(plain(text))))).toBe(withoutSpaces(bare(text)));
  });

  test('is drawn as typed, and nothing but paragraphs comes of it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const html = draw(plain(text));
        expect(withoutSpaces(seen(html))).toBe(withoutSpaces(bare(text)));
        expect(html.replace(/<\/?p>/g, '')).not.toMatch(/<|=javascript/);
      }),
      effort(2_000, 100_000),
    );
  });

  test('on one line is drawn as typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = plainLine(text, 10_000);
        expect(line).not.toMatch(/[\n\r]/);
        expect(withoutSpaces(seen(draw(line)))).toBe(withoutSpaces(bare(text)));
      }),
      effort(1_000, 50_000),
    );
  });
});

describe('typed text', () => {
  test('holds no date that a card would work out, and no mark that turns it around', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plain(text)).not.toMatch(/\{\{|[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\p{Cs}]/u);
      }),
      effort(1_000, 50_000),
    );
  });

  test('keeps its lines apart', () => {
    expect(plain('een\ntwee\r\n\r\n  drie')).toBe('een\n\ntwee\n\ndrie');
  });

  test('is left alone where it means nothing', () => {
    const text = "Zo'n 3,8% (ruim 1.140) belde; 's avonds ook: e-mail, A&O, 5 < 6 en vraag/antwoord!";
    expect(plain(text)).toBe(text);
  });

  test.each([
    ['korter dan het mag', 30, 'korter dan het mag'],
    ['dit past niet op een regel', 12, 'dit past…'],
    ['a'.repeat(50), 10, `${'a'.repeat(9)}…`],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 9, '👩‍👩‍👧‍👦…'],
    [`e\u0301${'x'.repeat(9)}`, 2, '…'],
    ['twee  \n regels', 40, 'twee regels'],
  ])('%j in %d characters is %j', (text, most, shortened) => {
    expect(bareLine(text, most)).toBe(shortened);
  });

  test('is never longer than asked', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, most) => {
        expect(Array.from(bareLine(text, most)).length).toBeLessThanOrEqual(most);
      }),
      effort(1_000, 20_000),
    );
  });
});

test('what stands between ${ and } in a value is never worked out', () => {
  const [[, sample] = []] = samplesOf('jury-post');
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        fc.constantFrom('${submission}', '${1+1}', '$data', '$when', '${$root.link}', '\\${x}'),
      ),
      (text) => {
        const { body } = expandCard('jury-post', { ...sample, title: text });
        expect(body).toEqual(expect.arrayContaining([expect.objectContaining({ text, style: 'heading' })]));
      },
    ),
    effort(300, 5_000),
  );
});
