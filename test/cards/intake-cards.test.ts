import { describe, expect, test } from '@jest/globals';
import { expandCard } from '../../bot/cards/expand-card.ts';
import { descriptionLength, titleLength } from '../../bot/domain/submission/submission.ts';
import type { Draft } from '../../bot/domain/draft/draft.ts';
import { bytesOf, readJson } from './card-files.ts';
import { draftAt, intakeDrawn, intakeSamples } from './intake-samples.ts';

const budget = 20 * 1024;

/** What takes the most room: to escape, and in UTF-8. */
const costly = [
  ['asterisks', '*'],
  ['backslashes', '\\'],
  ['quotes', '"'],
  ['emoji', '🏅'],
  ['families', '👩‍👩‍👧‍👦'],
  ['line breaks', 'a\n'],
];

describe.each(costly)('with the longest texts, all %s,', (_name, unit) => {
  const characters = (most: number) => Array.from(unit.repeat(most)).slice(0, most).join('');
  const full = (step: string, changes: Partial<Draft> = {}): Draft => {
    const draft = draftAt(step, changes);
    const { answers } = draftAt('review');
    const contact = { name: characters(100), mail: `${'m'.repeat(240)}@ede.nl` };
    const title = characters(titleLength.most);
    return {
      ...draft,
      answers: { ...answers, title, description: characters(descriptionLength.most), contact },
    };
  };
  const attempts = { description: { answer: unit.repeat(Math.floor(4_000 / Buffer.byteLength(unit))) } };
  const remark = {
    tone: 'mend',
    text: 'intake.participant.unknown',
    values: { typed: characters(400) },
  } as const;

  test.each([
    ['a question', full('title')],
    ['a description to be mended', full('description', { attempts, remark })],
    ['the overview', full('review', { remark })],
    ['asking whether to start over', full('title', { startingOver: true })],
    ['handed in', full('review', { status: 'handed-in', number: 1 })],
  ])('%s is at most 20 KB', (_card, draft) => {
    const { template, values, summary } = intakeDrawn(draft);
    expect(bytesOf(expandCard(template, values))).toBeLessThan(budget);
    expect(Array.from(summary).length).toBeLessThan(500);
  });
});

test.each(Object.entries(intakeSamples))('the samples of %s are as it is drawn now', (card, samples) => {
  for (const [name, values] of Object.entries(samples)) {
    expect(readJson(`${card}/${name}.json`)).toEqual(JSON.parse(JSON.stringify(values)));
  }
});
