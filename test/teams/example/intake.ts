import type { Condition, EditionStep, LocalText } from '../../../bot/domain/edition/edition.ts';

/** All that can be asked, and one question of the edition's own. */
export const exampleSteps: EditionStep[] = [
  { ask: 'whose' },
  { ask: 'participant' },
  { ask: 'partners', optional: true },
  { ask: 'title' },
  { ask: 'description' },
  { ask: 'similar' },
  { ask: 'category' },
  { ask: 'finished' },
  { ask: 'proof' },
  { ask: 'conditions' },
  {
    ask: 'line',
    id: 'own-website',
    label: { nl: 'Website', en: 'Website' },
    question: { nl: 'Waar kunnen mensen er meer over lezen?', en: 'Where can people read more about it?' },
    explanation: { nl: 'Plak het adres van een pagina.', en: 'Paste the address of a page.' },
    optional: true,
    most: 200,
  },
  { ask: 'contact' },
  { ask: 'contact-there', optional: true },
  { ask: 'consent' },
];

/** The conditions of GemeenteDelers, as questions. (GD5) */
export const exampleConditions: Condition[] = [
  {
    id: 'finished',
    question: {
      nl: 'Is het initiatief afgerond en in gebruik?',
      en: 'Is the initiative finished and in use?',
    },
    kind: 'rule',
    refusal: {
      nl: 'Meedoen kan als het initiatief is afgerond en wordt gebruikt. Is het later zover? Dan bent u bij een volgende editie welkom.',
      en: 'An initiative can take part once it is finished and in use. Is that later? Then you are welcome in a next edition.',
    },
  },
  {
    id: 'successful',
    question: { nl: 'Is gebleken dat het werkt?', en: 'Has it been shown to work?' },
    kind: 'rule',
    refusal: {
      nl: 'Meedoen kan als te zien is dat het werkt, bijvoorbeeld uit cijfers of reacties. Een klein resultaat telt ook.',
      en: 'An initiative can take part when something shows that it works, such as figures or reactions. A small result counts too.',
    },
  },
  judged('relevant', 'Is het van belang voor andere gemeenten?', 'Does it matter to other municipalities?'),
  judged(
    'valuable',
    'Hebben inwoners, ondernemers of collega’s er echt iets aan?',
    'Do residents, businesses or colleagues really benefit from it?',
  ),
  judged(
    'scalable',
    'Kan een andere gemeente het overnemen, klein of groot?',
    'Can another municipality copy it, small or large?',
  ),
];

export const exampleConsent: LocalText = {
  nl: 'U gaat ermee akkoord dat de organisatie en de jury uw inzending en contactgegevens gebruiken voor deze editie. De inzending en de uitslag bewaren we vijf jaar, contactgegevens tot een jaar na de uitreiking. Genomineerde initiatieven komen in de praktijkbibliotheek, zonder contactgegevens als u dat vraagt.',
  en: 'You agree that the organisers and the jury use your submission and contact details for this edition. We keep the submission and the outcome for five years, contact details until a year after the awards. Nominated initiatives are published in the practice library, without contact details if you ask for that.',
};

function judged(id: string, nl: string, en: string): Condition {
  return { id, question: { nl, en }, kind: 'judgement' };
}
