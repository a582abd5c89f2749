import { describe, expect, test } from '@jest/globals';
import { previewEdition } from '../../bot/cards/edition-preview.ts';
import { edition, now } from '../bot/domain/examples.ts';

describe.each(['nl', 'en'] as const)('the preview of an edition (%s)', (language) => {
  const made = edition();
  const cards = previewEdition(made, language, now);

  test('has every question in its order, the overview, and the jury’s cards of each round', () => {
    const questions = made.steps
      .map((step) => ('id' in step ? step.id : step.ask))
      .filter((ask) => ask !== 'similar');
    expect(cards.map(({ id }) => id)).toEqual([
      ...questions.map((ask) => `question-${ask}`),
      'question-review',
      ...made.rounds.flatMap(({ id }) => [`post-${id}`, `sheet-${id}`]),
    ]);
  });

  test('says the edition’s own words', () => {
    const said = (id: string) => JSON.stringify(cards.find((card) => card.id === id)?.card);
    const inLanguage = (local: { nl: string; en?: string }) => local[language] ?? local.nl;
    const [category] = made.categories;
    const [criterion] = made.rounds[0]?.criteria ?? [];
    expect(said('question-category')).toContain(category && inLanguage(category.name));
    expect(said('sheet-preselection')).toContain(criterion && inLanguage(criterion.name));
    expect(said('question-consent')).toContain(inLanguage(made.consent).slice(0, 20));
  });
});
