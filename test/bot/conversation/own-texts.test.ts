import { afterEach, expect, test } from '@jest/globals';
import type { EditionStep, EditionTexts } from '../../../bot/domain/edition/edition.ts';
import { text } from '../../../bot/texts/texts.ts';
import type { Place } from './chat.ts';
import { openPlace, sanne } from './chat.ts';

let place: Place;
afterEach(() => place.close());

const own: EditionTexts = {
  welcome: { nl: 'Fijn dat u er bent, *gemeente*.', en: 'Good to see you.' },
  receipt: { nl: 'In mei hoort u meer.' },
};

const steps: EditionStep[] = [
  { ask: 'whose' },
  { ask: 'participant' },
  { ask: 'title' },
  { ask: 'description' },
  { ask: 'category' },
  { ask: 'finished' },
  { ask: 'contact' },
];

/** What is newest after each answer, from the first word to the receipt. */
async function seenWith(texts: EditionTexts | undefined, language: 'nl' | 'en'): Promise<string[]> {
  place = await openPlace(undefined, { edition: { steps, conditions: [], texts } });
  const chat = place.with({ ...sanne, language });
  const description = 'Wij gaan bij bewoners langs en leggen uit hoe afval scheiden werkt.';
  const answers = [
    'eigen',
    'ja',
    'Afvalcoach aan de deur',
    description,
    'direct',
    'maart 2025',
    'klopt',
    'dien in',
  ];
  const seen: string[] = [];
  for (const typed of ['hoi', ...answers]) {
    await chat.say(typed);
    seen.push((await chat.newest()).text);
  }
  return seen;
}

test('the organisers’ own words stand in place of ours, as they are', async () => {
  const [first, ...later] = await seenWith(own, 'nl');
  expect(first).toContain('Fijn dat u er bent, \\*gemeente\\*.');
  expect(first).not.toContain(text('nl', 'intake.welcome'));
  expect(later.join('\n')).not.toContain('Fijn dat u er bent');
  expect(later.at(-1)).toContain('In mei hoort u meer.');
});

test('in the language of who reads them, or else in Dutch', async () => {
  const seen = await seenWith(own, 'en');
  expect(seen[0]).toContain('Good to see you.');
  expect(seen.at(-1)).toContain('In mei hoort u meer.');
});

test('and without them we have our own', async () => {
  const seen = await seenWith(undefined, 'nl');
  expect(seen[0]).toContain(text('nl', 'intake.welcome'));
  expect(seen.at(-1)).not.toContain('In mei hoort u meer.');
});
