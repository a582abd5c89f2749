import fc from 'fast-check';

/** What may happen in a chat. */
export type StoryEvent =
  | SimpleEvent
  /** Teams brings the last thing again. */
  | { kind: 'again' }
  | { kind: 'restart' }
  /** The disk fails at the commit after so many others there, and the process dies. */
  | { kind: 'crash'; where: 'edition:' | 'submission:' | 'person:'; after: number; then: SimpleEvent }
  /** Two devices, at the same moment. */
  | { kind: 'both'; one: SimpleEvent; other: SimpleEvent }
  /** The organiser asks more or less. */
  | { kind: 'edition'; isShort: boolean }
  | { kind: 'clock'; to: 'before' | 'open' | 'closed' };

export type SimpleEvent =
  | { kind: 'say'; text: string }
  /** What answers the question that stands. */
  | { kind: 'answer' }
  /** Card 0 is the newest, 1 the one before. */
  | { kind: 'tap'; card: number; action: number; text: string }
  /** The form is opened and sent, or one from before is: all of it filled in, or one field with this text in it. */
  | { kind: 'form'; form: number; button: number; field: number; text: string; isWhole: boolean };

export const description = 'Wij gaan bij bewoners langs en leggen uit hoe afval scheiden werkt.';

const answers = [
  'eigen', 'andere', 'ja', 'nee', 'Utrecht', 'Bergen', 'Weesp', 'Narnia', '1', '2', 'Slim parkeren', description, 'direct',
  'maart 2025', '2020', '2030', 'klopt', 'Jan, jan@ede.nl', 'Jan, jan@ede.nl, 0612345678, adviseur', 'weet ik niet', 'geen',
  'Zwolle en Stichting Buurt', 'nieuw', 'alles ja', '1 nee', 'Het scheelt 20 procent afval.', '300 euro', 'nog niet af',
]; // prettier-ignore
const commands = [
  'terug', 'stop', 'help', 'opnieuw', 'verder', 'hoi', 'overslaan', 'mijn inzendingen', 'dien in', 'wijzig titel',
  'kunt u een stap terug gaan?', 'ik wil graag even stoppen', 'Terug naar de buurt', 'sla deze vraag maar over', 'skip', 'back',
]; // prettier-ignore
const requests = [
  'verwijder', 'verwijder mijn concept', 'verwijderen', 'nee, bewaren', 'formulier', 'trek in', 'wijzig mijn inzending',
  'ik heb een vraag', 'geen herinneringen', 'herinneringen aan', 'wat moet ik nog doen',
]; // prettier-ignore
const asides = [
  'wanneer is de deadline?', 'wie ziet dit?', 'waar let de jury op?', 'mag een pilot ook meedoen?', 'hoe laat is het?',
  'Hoe houden we de wijk schoon?', 'how long does this take?', 'wat is de zin van het leven?',
]; // prettier-ignore
const odd = [
  '',
  ' ',
  '👍',
  '🎉🎉',
  '**x** <b>',
  '${title}',
  '{closing}',
  '\u0000',
  'x'.repeat(3_000),
  '\uD83D',
  'a\n\nb',
];

const words = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...answers) },
  { weight: 5, arbitrary: fc.constantFrom(...commands) },
  { weight: 3, arbitrary: fc.constantFrom(...requests) },
  { weight: 2, arbitrary: fc.constantFrom(...asides) },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 150 }) },
);

const simple: fc.Arbitrary<SimpleEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('say' as const), text: words }) },
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('answer' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('tap' as const),
      card: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(9) }),
      action: fc.nat(12),
      text: words,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('form' as const),
      form: fc.nat(2),
      button: fc.nat(1),
      field: fc.nat(30),
      text: words,
      isWhole: fc.boolean(),
    }),
  },
);

const event: fc.Arbitrary<StoryEvent> = fc.oneof(
  { weight: 40, arbitrary: simple },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('again' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('crash' as const),
      where: fc.constantFrom('edition:' as const, 'submission:' as const, 'person:' as const),
      after: fc.nat(1),
      then: simple,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('both' as const), one: simple, other: simple }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edition' as const), isShort: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      to: fc.constantFrom('before' as const, 'closed' as const, 'open' as const, 'open' as const),
    }),
  },
);

export const stories: fc.Arbitrary<StoryEvent[]> = fc.array(event, { maxLength: 20, size: 'max' });
