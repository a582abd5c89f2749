import { describe, expect, test } from '@jest/globals';
import { expandCard } from '../../bot/cards/expand-card.ts';
import type { Answers } from '../../bot/conversation/steps/step.ts';
import type { Draft } from '../../bot/domain/draft/draft.ts';
import type { Edition } from '../../bot/domain/edition/edition.ts';
import { municipalities } from '../../bot/domain/municipality/municipality.ts';
import {
  descriptionLength,
  mostPartners,
  nameLength,
  ownAnswerLength,
  proofLength,
  titleLength,
} from '../../bot/domain/submission/submission.ts';
import { exampleConditions, exampleSteps } from '../teams/example/intake.ts';
import { bytesOf, ofType, readJson } from './card-files.ts';
import { formDrawn, formSamples } from './form-samples.ts';
import { draftAt } from './intake-samples.ts';

const kilobyte = 1_024;
/** Teams takes about 100 KB; beyond this we would be gambling. */
const hardLimit = 80 * kilobyte;
const budget = 40 * kilobyte;

/** What takes the most room: to escape, and in UTF-8. */
const costly: [name: string, unit: string, limit: number][] = [
  ['letters', 'x', budget],
  ['accents', 'é', budget],
  ['asterisks', '*', budget],
  ['line breaks', 'a\n', budget],
  ['quotes', '"', hardLimit],
  ['emoji', '🏅', hardLimit],
  ['families', '👩‍👩‍👧‍👦', hardLimit],
];

const codes = municipalities.map(({ code }) => code);

describe.each(costly)('with every text as long as it may be, all %s,', (_name, unit, limit) => {
  const characters = (most: number) => Array.from(unit.repeat(most)).slice(0, most).join('');
  const contact = {
    name: characters(nameLength.most),
    mail: `${'m'.repeat(240)}@ede.nl`,
    role: characters(nameLength.most),
    phone: '+31612345678',
  };
  const answers: Answers = {
    whose: 'nominated',
    participant: { kind: 'partnership', name: characters(nameLength.most), members: codes.slice(0, 40) },
    partners: Array.from({ length: mostPartners }, () => ({
      kind: 'organisation',
      name: characters(nameLength.most),
    })),
    title: characters(titleLength.most),
    description: characters(descriptionLength.most),
    proof: characters(proofLength.most),
    own: { 'own-story': characters(ownAnswerLength.most) },
    contact,
    contactThere: contact,
  };
  const line = { nl: characters(300) };
  const story = { ask: 'lines' as const, id: 'own-story', label: { nl: characters(80) }, question: line };
  const changes: Partial<Edition> = {
    steps: [...exampleSteps, { ...story, explanation: line }],
    conditions: exampleConditions.map((each) => ({ ...each, question: line })),
    consent: { nl: characters(1_000) },
  };
  const { answers: before, ...rest } = draftAt('review');
  const draft: Draft = { ...rest, answers: { ...before, ...answers } };
  const drawn = (full: Draft) => {
    const { template, values } = formDrawn({ draft: full, changes });
    return bytesOf(expandCard(template, values));
  };

  test('the form is within its budget', () => {
    expect(drawn(draft)).toBeLessThan(limit);
  });

  test('and with as much in it as is kept to be mended, within what Teams takes', () => {
    const kept = unit.repeat(Math.floor(4_000 / Buffer.byteLength(unit)));
    const steps = ['title', 'description', 'partners', 'proof', 'own-story', 'participant'];
    const attempts = Object.fromEntries(steps.map((step) => [step, { answer: kept }]));
    expect(drawn({ ...draft, attempts })).toBeLessThan(hardLimit);
  });
});

test.each(Object.entries(formSamples.form ?? {}))(
  '%s.json is what the form is drawn with',
  (name, values) => {
    expect(readJson(`form/${name}.json`)).toEqual(JSON.parse(JSON.stringify(values)));
  },
);

test('what somebody typed is drawn as typed, and stands in its field as it is', () => {
  const typed = '**vet** [x](http://x) <at>jan</at>';
  const draft = draftAt('review', { attempts: { participant: { answer: typed } } });
  const { template, values } = formDrawn({ draft });
  const card = expandCard(template, values);
  const faults = ofType(card, 'TextBlock').filter(({ color }) => color === 'Attention');
  expect(faults.map(({ text }) => text)).not.toContainEqual(expect.stringContaining(typed));
  expect(ofType(card, 'Input.Text')).toContainEqual(
    expect.objectContaining({ id: 'participant.answer', value: typed }),
  );
});

test('inside a dialog only Action.Submit works', () => {
  const { template, values } = formDrawn({ draft: draftAt('review') });
  const card = expandCard(template, values);
  expect(ofType(card, 'Action.').map(({ type }) => type)).toEqual(['Action.Submit', 'Action.Submit']);
  expect(JSON.stringify(card)).not.toContain('msteams');
});

test('every field says whether it is needed', () => {
  const { template, values } = formDrawn({ draft: draftAt('whose') });
  const labels = ofType(expandCard(template, values), 'Input.').map(({ label }) => String(label));
  expect(labels.filter((label) => !/(\u00a0\*| \(niet verplicht\))$/.test(label))).toEqual([]);
});
