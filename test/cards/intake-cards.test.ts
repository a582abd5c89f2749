import { describe, expect, test } from '@jest/globals';
import { expandCard } from '../../bot/cards/expand-card.ts';
import type { Answers } from '../../bot/conversation/steps/step.ts';
import type { Draft } from '../../bot/domain/draft/draft.ts';
import type { Edition } from '../../bot/domain/edition/edition.ts';
import { knownSteps } from '../../bot/domain/edition/edition.ts';
import { municipalities } from '../../bot/domain/municipality/municipality.ts';
import {
  descriptionLength,
  mostPartners,
  nameLength,
  ownAnswerLength,
  proofLength,
  titleLength,
} from '../../bot/domain/submission/submission.ts';
import type { SimilarFinder } from '../../bot/use-cases/submitting/find-similar.ts';
import { exampleConditions, exampleSteps } from '../teams/example/intake.ts';
import { bytesOf, readJson } from './card-files.ts';
import { draftAt, intakeDrawn, intakeSamples } from './intake-samples.ts';

const codes = municipalities.map(({ code }) => code);
const budget = 20 * 1024;
const teamsLimit = 28 * 1024;

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
  const contact = {
    name: characters(nameLength.most),
    mail: `${'m'.repeat(240)}@ede.nl`,
    role: characters(nameLength.most),
    phone: '+31612345678',
  };
  const everything: Answers = {
    whose: 'nominated',
    participant: { kind: 'partnership', name: characters(nameLength.most), members: codes.slice(0, 40) },
    partners: Array.from({ length: mostPartners }, () => ({
      kind: 'organisation',
      name: characters(nameLength.most),
    })),
    title: characters(titleLength.most),
    description: characters(descriptionLength.most),
    novelty: 'sequel',
    follows: { kind: 'practice', id: 'p', title: characters(titleLength.most) },
    proof: characters(proofLength.most),
    own: { 'own-story': characters(ownAnswerLength.most), 'own-choice': 'a' },
    contact,
    contactThere: contact,
  };
  /** As long as the file of an edition may say. */
  const text = (most: number) => ({ nl: characters(most) });
  const [name, line, paragraph] = [text(80), text(300), text(1_000)];
  const said = { label: name, question: line, explanation: line };
  const longest: Partial<Edition> = {
    steps: [
      ...exampleSteps,
      { ask: 'lines', id: 'own-story', ...said },
      {
        ask: 'choice',
        id: 'own-choice',
        ...said,
        options: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, name, explanation: line })),
      },
    ],
    conditions: exampleConditions.map((each) => ({ ...each, question: line, kind: 'rule', refusal: line })),
    consent: paragraph,
  };
  const no = Object.fromEntries(exampleConditions.map(({ id }) => [id, 'no' as const]));
  const full = (step: string, changes: Partial<Draft> = {}): Draft => {
    const { answers, ...draft } = draftAt('review', { step, ...changes });
    return { ...draft, answers: { ...answers, ...everything, ...changes.answers } };
  };
  const drawnFull = (draft: Draft) =>
    intakeDrawn(draft, { changes: longest, similar: resembling(characters) });
  const kept = { answer: unit.repeat(Math.floor(4_000 / Buffer.byteLength(unit))) };
  const remark = {
    tone: 'mend',
    text: 'intake.participant.unknown',
    values: { typed: characters(400) },
  } as const;

  test.each([
    ...knownSteps.map((step): [string, Draft] => [step, full(step, { remark })]),
    ['an own question', full('own-story', { remark })],
    ['a description to be mended', full('description', { attempts: { description: kept }, remark })],
    ['partners to be mended', full('partners', { attempts: { partners: kept }, remark })],
    ['proof to be mended', full('proof', { attempts: { proof: kept }, remark })],
    ['the overview', full('review', { remark })],
    ['asking whether to start over', full('title', { startingOver: true })],
    ['handed in', full('review', { status: 'handed-in', number: 1 })],
  ])('%s is at most 20 KB', (_card, draft) => {
    const { template, values, summary } = drawnFull(draft);
    expect(bytesOf(expandCard(template, values))).toBeLessThan(budget);
    expect(Array.from(summary).length).toBeLessThan(500);
  });

  test.each([
    ['an own choice', full('own-choice', { remark })],
    ['conditions that are not met', full('conditions', { remark, answers: { conditions: no } })],
  ])('%s, as long as an organiser may make it, is within what Teams takes', (_card, draft) => {
    const { template, values } = drawnFull(draft);
    expect(bytesOf(expandCard(template, values))).toBeLessThan(teamsLimit);
  });
});

/** As many as are ever found. */
function resembling(characters: (most: number) => string): SimilarFinder {
  const one = {
    kind: 'practice' as const,
    title: characters(titleLength.most),
    municipality: characters(100),
  };
  return {
    find: () =>
      ['p', 'q', 'r'].map((id) => ({ ...one, id, editionName: characters(100), score: 1, why: [] })),
  };
}

test.each(Object.entries(intakeSamples))('the samples of %s are as it is drawn now', (card, samples) => {
  for (const [name, values] of Object.entries(samples)) {
    expect(readJson(`${card}/${name}.json`)).toEqual(JSON.parse(JSON.stringify(values)));
  }
});
