import { describe, expect, test } from '@jest/globals';
import { expandCard } from '../../bot/cards/expand-card.ts';
import { judgingReminderDrawing } from '../../bot/cards/judging-reminder-drawing.ts';
import { lateJudgesDrawing } from '../../bot/cards/late-judges-drawing.ts';
import { todoListDrawing } from '../../bot/cards/todo-list-drawing.ts';
import { submission } from '../bot/domain/examples.ts';
import { bytesOf, objectsIn, samplesOf } from './card-files.ts';
import { judgingSamples, lateView, todoView } from './judging-samples.ts';

test.each(Object.entries(judgingSamples))('the samples of %s are as it is drawn now', (card, samples) => {
  expect(Object.fromEntries(samplesOf(card))).toEqual(JSON.parse(JSON.stringify(samples)));
});

describe('a list of what is left', () => {
  test('says how many, until when, and puts what is left first', () => {
    const { values } = todoListDrawing(todoView(['handed-in', 'none', 'abstained', 'draft']), 'nl');
    expect(values).toMatchObject({
      title: 'U hebt er 3, 1 klaar',
      text: 'Nog 2, tot 11 februari 2027, 17.00 uur.',
      lines: [
        { state: 'Nog niet begonnen' },
        { state: 'Concept: nog niet ingediend' },
        { state: 'Klaar' },
        { state: 'U onthoudt zich' },
      ],
      nextLabel: 'Volgende',
    });
  });

  test('has pages, and one that is not there is the first', () => {
    const view = todoView(Array.from({ length: 20 }, () => 'none' as const));
    const shown = [0, 1, 2, 3].map((page) => todoListDrawing(view, 'nl', page).values);
    expect(shown).toMatchObject([
      { moreLabel: 'Meer', firstLabel: '', nextPage: 1 },
      { moreLabel: 'Meer', firstLabel: 'Naar het begin', nextPage: 2 },
      { moreLabel: '', firstLabel: 'Naar het begin' },
      { moreLabel: 'Meer', firstLabel: '' },
    ]);
  });

  test.each(['*', '"', '市', '👩‍👩‍👧‍👦'])('fits on a card with the longest titles, all %s', (unit) => {
    const tasks = todoView(Array.from({ length: 30 }, () => 'none' as const)).tasks.map(({ state }) => ({
      state,
      submission: submission({ title: unit.repeat(120), id: 'x'.repeat(60) }),
    }));
    const { template, values } = todoListDrawing({ ...todoView([]), tasks }, 'nl');
    expect(bytesOf(expandCard(template, values))).toBeLessThan(20_480);
  });
});

test('a reminder is none when nothing is left, or the round is not open', () => {
  expect(judgingReminderDrawing(todoView(['handed-in', 'abstained']), 'nl')).toBeUndefined();
  expect(judgingReminderDrawing(todoView(['none'], { roundPhase: 'closed' }), 'nl')).toBeUndefined();
});

describe('late judges', () => {
  test('are told of by name, with how many and whether they can be reached, and no more', () => {
    const { values } = lateJudgesDrawing(lateView, 'nl');
    const lines = samplesOf('late-judges').flatMap(([, sample]) => objectsIn(sample['lines']));
    expect(new Set(lines.flatMap((line) => Object.keys(line)))).toEqual(
      new Set(['asked', 'judge', 'left', 'name', 'nudgeHint', 'nudgeLabel', 'page', 'reach', 'seen']),
    );
    expect(values).toMatchObject({
      title: '5 van de 8 beoordelaars zijn nog niet klaar',
      lines: [
        { left: 'Nog 12 van de 12', seen: 'Nog niet begonnen', nudgeLabel: '' },
        { seen: 'Voor het laatst bezig op 20 november 2026', reach: '', nudgeLabel: 'Herinner' },
        { reach: 'Vandaag al herinnerd', nudgeLabel: '' },
        { reach: 'Wordt herinnerd op 23 november 2026, 09.00 uur', nudgeLabel: '' },
        { reach: 'Wil geen herinneringen. Bel of mail.', nudgeLabel: '' },
      ],
    });
  });

  test('of whom there are many, with the longest names, fit on a card', () => {
    const ready = lateView.late.slice(1, 2).map((each) => ({ ...each, name: '*'.repeat(300) }));
    const late = Array.from({ length: 200 }, () => ready).flat();
    const nudged = late.map(({ judge, name }) => ({ judge, name, outcome: { kind: 'sent' } as const }));
    const { template, values } = lateJudgesDrawing({ ...lateView, late }, 'nl', { nudged });
    expect(bytesOf(expandCard(template, values))).toBeLessThan(20_480);
    expect(JSON.stringify(values)).toContain('190 anderen');
  });
});
