import { expect, test } from '@jest/globals';
import { questionLineDrawing, questionPostDrawing } from '../../bot/cards/question-cards.ts';
import { expandCard } from '../../bot/cards/expand-card.ts';
import { questionLength } from '../../bot/domain/question.ts';
import { bytesOf, readJson } from './card-files.ts';
import { questionSamples, view } from './question-samples.ts';

test.each(Object.entries(questionSamples))('the samples of %s are as it is drawn now', (card, samples) => {
  for (const [name, values] of Object.entries(samples)) {
    expect(readJson(`${card}/${name}.json`)).toEqual(JSON.parse(JSON.stringify(values)));
  }
});

test('the longest question, and an answer far too long, fit on a card', () => {
  const text = '*'.repeat(questionLength.most);
  const long = { ...view, asked: { ...view.asked, text }, line: { ...view.line, text } };
  const unsent = { typed: '"'.repeat(2 * questionLength.most), fault: { text: 'question.empty' } } as const;
  for (const { template, values } of [
    questionPostDrawing(long, unsent),
    questionLineDrawing(long, { in: 'chat', language: 'nl' }, { unsent }),
  ]) {
    expect(bytesOf(expandCard(template, values))).toBeLessThan(20_480);
  }
});
