import type { Edition, EditionStep } from '../../../bot/domain/edition/edition.ts';

/** Every question there can be, some of which may be left open, and two of the organiser's own. */
const steps: EditionStep[] = [
  { ask: 'whose' },
  { ask: 'participant' },
  { ask: 'partners', optional: true },
  { ask: 'title' },
  { ask: 'description' },
  { ask: 'similar' },
  { ask: 'category' },
  { ask: 'finished' },
  { ask: 'proof', optional: true },
  { ask: 'conditions' },
  {
    id: 'own-costs',
    ask: 'line',
    label: { nl: 'Kosten', en: 'Costs' },
    question: { nl: 'Wat kostte het?', en: 'What did it cost?' },
    optional: true,
  },
  {
    id: 'own-scale',
    ask: 'choice',
    label: { nl: 'Schaal', en: 'Scale' },
    question: { nl: 'Hoe groot is het?', en: 'How big is it?' },
    options: [
      { id: 'street', name: { nl: 'Een straat', en: 'A street' } },
      { id: 'town', name: { nl: 'De hele gemeente', en: 'The whole town' } },
    ],
  },
  { ask: 'contact' },
  { ask: 'contact-there' },
  { ask: 'consent' },
];

export const wholeEdition: Partial<Edition> = {
  steps,
  conditions: [
    {
      id: 'works',
      question: { nl: 'Werkt het in de praktijk?', en: 'Does it work in practice?' },
      kind: 'rule',
    },
    {
      id: 'scalable',
      question: { nl: 'Kan een andere gemeente het overnemen?', en: 'Can another municipality copy it?' },
      kind: 'judgement',
    },
  ],
  consent: {
    nl: 'Ik ga ermee akkoord dat mijn gegevens tot een jaar na de uitreiking worden bewaard.',
    en: 'I agree that my details are kept until a year after the ceremony.',
  },
};

/** The same, asked shorter. */
export const shortEdition: Partial<Edition> = {
  ...wholeEdition,
  steps: steps.filter(({ ask }) => ask !== 'similar' && ask !== 'consent' && ask !== 'line'),
};
