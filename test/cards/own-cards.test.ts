import { describe, expect, test } from '@jest/globals';
import { expandCard } from '../../bot/cards/expand-card.ts';
import { juryPostCard } from '../../bot/cards/jury-post-card.ts';
import { personalDrawing } from '../../bot/cards/personal-drawing.ts';
import { onePage } from '../../bot/conversation/own-submissions.ts';
import { descriptionLength, proofLength, titleLength } from '../../bot/domain/submission/submission.ts';
import { textOf } from '../teams/card-text.ts';
import { submission } from '../bot/domain/examples.ts';
import { bytesOf, ofType, readJson } from './card-files.ts';
import { postView, tabLink } from './jury-samples.ts';
import { changeDrawn, own, ownSamples, ownView, receipt } from './own-samples.ts';

const budget = 20 * 1024;

describe.each([
  ['backslashes', '\\'],
  ['quotes', '"'],
  ['emoji', '🏅'],
  ['families', '👩‍👩‍👧‍👦'],
  ['line breaks', 'a\n'],
])('with the longest texts, all %s,', (_name, unit) => {
  const characters = (most: number) => Array.from(unit.repeat(most)).slice(0, most).join('');
  const long = submission({
    title: characters(titleLength.most),
    description: characters(descriptionLength.most),
    proof: characters(proofLength.most),
  });

  test('a page of submissions is at most 20 KB', () => {
    const { template, values } = personalDrawing(
      {
        kind: 'own-submissions',
        submissions: Array.from({ length: onePage }, () => own(long)),
        count: 30,
        page: 1,
        hasMore: true,
        next: 'start',
      },
      'nl',
    );
    expect(bytesOf(expandCard(template, values))).toBeLessThan(budget);
  });

  test('one submission is at most 20 KB, with every answer on it', () => {
    const twenty = Array.from({ length: 20 }, () => ({
      step: 'description' as const,
      label: 'intake.description.label' as const,
      answer: long.description,
    }));
    for (const view of [ownView(long), ownView(long, { lines: twenty })]) {
      const { template, values } = personalDrawing(view, 'nl');
      const card = expandCard(template, values);
      expect(bytesOf(card)).toBeLessThan(budget);
      // The title is the heading.
      const lines = view.lines.filter(({ step }) => step !== 'title');
      expect(ofType(card, 'Container')).toHaveLength(lines.length);
    }
  });
});

test('a description that fits is there in full', () => {
  const description = `${'woord '.repeat(300)}einde`;
  const { template, values } = personalDrawing(ownView(submission({ description })), 'nl');
  expect(textOf({ cards: [expandCard(template, values)] })).toContain('woord einde');
});

const titles = (card: Record<string, unknown>) => ofType(card, 'Action.').map(({ title }) => title);

test.each([
  ['until the close', submission(), '2026-11-22T10:00:00.000Z', ['Wijzig', 'Trek in', 'Mijn inzendingen']],
  [
    'withdrawn',
    submission({ status: 'withdrawn' }),
    '2026-11-22T10:00:00.000Z',
    ['Zet terug', 'Mijn inzendingen'],
  ],
  ['after the close', submission(), '2027-06-01T00:00:00.000Z', ['Mijn inzendingen']],
  [
    'withdrawn, after the close',
    submission({ status: 'withdrawn' }),
    '2027-06-01T00:00:00.000Z',
    ['Mijn inzendingen'],
  ],
])('what one can do: %s', (_when, entered, at, expected) => {
  const { template, values } = personalDrawing(ownView(entered, {}, at), 'nl');
  expect(titles(expandCard(template, values))).toEqual(expected);
});

test('a receipt says until when, or that it was withdrawn', () => {
  const closing = (stage: (typeof receipt)['stage']) => {
    const { template, values } = personalDrawing({ ...receipt, stage }, 'nl');
    return textOf({ cards: [expandCard(template, values)] });
  };
  expect(closing('received')).toContain('Wijzigen of intrekken kan tot 21 januari 2027, 17.00 uur.');
  expect(closing('withdrawn')).toContain('U hebt deze inzending ingetrokken.');
  expect(closing('judging')).not.toMatch(/Wijzigen|ingetrokken/);
});

test('the post of what was withdrawn keeps number and title, and nothing to read or do', () => {
  const withdrawn = { ...postView.submission, status: 'withdrawn' as const };
  const card = juryPostCard({ ...postView, submission: withdrawn }, tabLink);
  const seen = textOf({ cards: [card] });
  expect(seen).toContain('GD27-0042');
  expect(seen).toContain(withdrawn.title);
  expect(seen).toContain('Ingetrokken door de indiener.');
  expect(JSON.stringify(card)).not.toMatch(/Een paal|beoordeeld|Utrecht|refresh/);
  expect(titles(card)).toEqual([]);
});

test('the card of a change says what counts, and how to stop', () => {
  const { template, values } = changeDrawn();
  const card = expandCard(template, values);
  expect(textOf({ cards: [card] })).toContain('telt wat u eerder hebt ingediend');
  expect(titles(card)).toEqual(expect.arrayContaining(['Wijzigingen indienen', 'Stop zonder wijzigen']));
  expect(titles(card)).not.toContain('Stop');
});

test.each(Object.entries(ownSamples))('the samples of %s are as it is drawn now', (card, samples) => {
  for (const [name, values] of Object.entries(samples)) {
    expect(readJson(`${card}/${name}.json`)).toEqual(JSON.parse(JSON.stringify(values)));
  }
});
