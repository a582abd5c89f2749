import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  bytesOf,
  cardNames,
  filledCards,
  objectsIn,
  ofType,
  readJson,
  samplesOf,
  template,
} from './card-files.ts';
import type { CardObject } from './card-files.ts';
import { warningsOf } from './microsoft-cards.ts';

const properties = z.string().transform((names) => names.split(' '));
const elements = z
  .object({
    known: z.record(z.string(), properties),
    everywhere: properties,
    newer: z.record(z.string(), properties),
  })
  .parse(readJson('elements.json'));

/** Elements and actions; what Teams reads of an action's data is none. */
const typed = (card: unknown): CardObject[] =>
  objectsIn(card).filter((each) => typeof each.type === 'string' && each.type !== 'task/fetch');
const executed = z.object({
  verb: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});
/** What people read, wherever it stands. */
const readByPeople = [
  'text',
  'title',
  'label',
  'placeholder',
  'errorMessage',
  'altText',
  'tooltip',
  'value',
  'speak',
  'fallbackText',
];

test('there is a card to look at, and every card has a sample', () => {
  expect(cardNames).toEqual(expect.arrayContaining(['jury-post', 'own-result', 'score-sheet']));
  for (const card of cardNames)
    expect([card, samplesOf(card).map(([name]) => name)]).toEqual([card, expect.arrayContaining(['sample'])]);
});

describe.each(cardNames)('the template of %s', (card) => {
  test('holds no prose: what people read is bindings', () => {
    const prose = objectsIn(template(card)).flatMap((each) =>
      readByPeople
        .filter((key) => typeof each[key] === 'string')
        .map((key) => String(each[key]))
        .filter((text) => /\p{L}|\p{N}/u.test(text.replace(/\$\{[\w.$[\]]+\}/g, ''))),
    );
    expect(prose).toEqual([]);
  });

  test('carries ids and numbers in its actions, never state', () => {
    const data = ofType(template(card), 'Action.Execute').map((action) => action.data ?? {});
    for (const values of data) {
      expect(Object.values(values)).toEqual(
        Object.values(values).map(() => expect.stringMatching(/^(\$\{[\w.$[\]]+\}|[\w.:-]{1,60})$/)),
      );
    }
  });
});

describe.each(filledCards)('%s', (_name, card) => {
  test('has every place filled', () => {
    expect(JSON.stringify(card)).not.toMatch(/\$\{|"\$(data|when|root)|undefined|\[object/);
  });

  test('is at most 20 KB', () => {
    expect(bytesOf(card)).toBeLessThanOrEqual(20 * 1024);
  });

  test('says its version, its language, and what to do where it can not be drawn', () => {
    expect(card).toMatchObject({
      type: 'AdaptiveCard',
      version: '1.5',
      lang: expect.stringMatching(/^(nl|en)$/),
      fallbackText: expect.stringMatching(/\S/),
    });
  });

  test('has at most 6 actions in a row', () => {
    const rows = objectsIn(card).flatMap(({ actions }) => (Array.isArray(actions) ? [actions.length] : []));
    expect(Math.max(0, ...rows)).toBeLessThanOrEqual(6);
  });

  test('labels every field and names every action and picture', () => {
    const named = (each: CardObject, key: string) => typeof each[key] === 'string' && each[key].trim() !== '';
    expect(ofType(card, 'Input.').filter((input) => !named(input, 'label'))).toEqual([]);
    const actions = ofType(card, 'Action.').filter((action) => action.verb !== refreshVerb(card));
    expect(actions.filter((action) => !named(action, 'title'))).toEqual([]);
    expect(ofType(card, 'Image').filter((image) => !named(image, 'altText'))).toEqual([]);
  });

  test('gives every id once', () => {
    const ids = typed(card).flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('sends a verb, and ids and numbers', () => {
    for (const action of ofType(card, 'Action.Execute')) {
      const { verb, data } = executed.parse(action);
      expect(verb).toMatch(/^[a-z]+\.[a-z-]+$/);
      for (const value of Object.values(data)) expect(String(value)).toMatch(/^[\w.:-]{1,100}$/);
    }
  });

  test('opens addresses over https only', () => {
    for (const { url } of ofType(card, 'Action.OpenUrl')) expect(url).toMatch(/^https:\/\//);
  });

  test('uses what is on the list, and what is newer with a fallback', () => {
    const strange = typed(card).flatMap((each) => {
      const type = String(each.type);
      const mine = elements.known[type] ?? elements.newer[type];
      if (mine === undefined) return [type];
      if (type in elements.newer && each.fallback === undefined) return [`${type} without fallback`];
      const allowed = [...mine, ...elements.everywhere];
      return Object.keys(each)
        .filter((key) => !allowed.includes(key))
        .map((key) => `${type}.${key}`);
    });
    expect(strange).toEqual([]);
  });

  test("is taken by Microsoft's parser without a warning", () => {
    const newer = Object.keys(elements.newer).map((type) => `Unknown element type "${type}"`);
    const warnings = warningsOf(card).filter((each) => !newer.some((known) => each.startsWith(known)));
    expect(warnings).toEqual([]);
  });
});

function refreshVerb(card: CardObject): unknown {
  return z.object({ action: z.object({ verb: z.string() }) }).safeParse(card.refresh).data?.action.verb;
}

describe('the checks themselves', () => {
  const broken = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Foo' }, { type: 'Input.Text' }] };

  test("Microsoft's parser does warn", () => {
    expect(warningsOf(broken)).not.toEqual([]);
  });
});
