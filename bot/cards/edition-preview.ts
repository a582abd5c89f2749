import { contextOf } from '../conversation/intake-context.ts';
import { viewIntake } from '../conversation/intake-view.ts';
import { review, stepsOf } from '../conversation/steps/steps.ts';
import type { Answers } from '../conversation/steps/step.ts';
import { wordsText } from '../conversation/wording.ts';
import type { Draft } from '../domain/draft/draft.ts';
import type { Edition, Round } from '../domain/edition/edition.ts';
import { localText } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import type { Language } from '../domain/person.ts';
import type { Submission } from '../domain/submission/submission.ts';
import { text } from '../texts/texts.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';
import { intakeDrawing } from './intake-drawing.ts';
import { juryPostCard } from './jury-post-card.ts';
import { sheetCard } from './sheet-card.ts';

/** A card as people will get it. */
export interface PreviewCard {
  id: string;
  group: 'question' | 'jury';
  title: string;
  card: Card;
}

/**
 * The conversation and the jury's cards of an edition, drawn by what draws them in Teams. Nothing is kept, and what
 * their buttons name does not exist.
 */
export function previewEdition(edition: Edition, language: Language, now: Instant): PreviewCard[] {
  return [
    ...questionCards(edition, language, now),
    ...edition.rounds.flatMap((round) => juryCards(edition, round, language)),
  ];
}

const nobody = { tenantId: 'preview', objectId: 'preview' };

function questionCards(edition: Edition, language: Language, now: Instant): PreviewCard[] {
  const person = { ...nobody, name: text(language, 'edition-preview.name'), language };
  // As for somebody who nominates: then everything is asked.
  const answers: Answers = { whose: 'nominated' };
  const asked = stepsOf(contextOf({ answers, choices: [], skipped: [] }, edition, person, now));
  const last = { id: review, label: text(language, 'intake.review.question') };
  const steps = [...asked.map(({ id, label }) => ({ id, label: wordsText(language, label) })), last];
  return steps.map(({ id, label }, index) => {
    const draft = draftAt(edition, {
      step: id,
      answers: id === 'whose' ? {} : answers,
      isFirst: index === 0,
      now,
    });
    const view = viewIntake(draft, contextOf(draft, edition, person, now), undefined);
    const { template, values } = intakeDrawing(view, language);
    return { id: `question-${id}`, group: 'question', title: label, card: expandCard(template, values) };
  });
}

interface At {
  step: string;
  answers: Answers;
  isFirst: boolean;
  now: Instant;
}

function draftAt(edition: Edition, { step, answers, isFirst, now }: At): Draft {
  return {
    ...{ id: 'preview', editionId: edition.id, submitter: 'preview', status: 'open' },
    ...{ answers, step, revision: 0, updatedAt: now },
    ...(isFirst && { remark: { tone: 'welcome', text: 'intake.welcome', values: {} } }),
  };
}

function juryCards(edition: Edition, round: Round, language: Language): PreviewCard[] {
  const [category] = edition.categories;
  if (category === undefined) return [];
  const submission = exampleSubmission(edition, category.id, language);
  const seen = { edition, round, submission, roundPhase: 'open' as const };
  const name = localText(round.name, language);
  const empty = { scores: {}, remarks: {}, overallRemark: '' };
  return [
    {
      ...{
        id: `post-${round.id}`,
        group: 'jury',
        title: text(language, 'edition-preview.post', { round: name }),
      },
      card: juryPostCard({ ...seen, category, handedIn: 1, judges: 5, refreshFor: [] }, nowhere),
    },
    {
      ...{
        id: `sheet-${round.id}`,
        group: 'jury',
        title: text(language, 'edition-preview.sheet', { round: name }),
      },
      card: sheetCard(language, { view: { ...seen, faults: [] }, content: empty }, nowhere),
    },
  ];
}

const nowhere = () => 'https://teams.microsoft.com/';

function exampleSubmission(edition: Edition, categoryId: string, language: Language): Submission {
  const day = edition.referenceDay;
  return {
    ...{
      id: 'preview',
      editionId: edition.id,
      number: 1,
      submitter: 'preview',
      submittedAt: edition.opensAt,
    },
    ...{ status: 'submitted', revision: 1, example: true, whose: 'own', partners: [], categoryId },
    participant: { kind: 'municipality', code: 'GM0344' },
    title: text(language, 'edition-preview.title'),
    description: text(language, 'edition-preview.description'),
    finished: { from: day, to: day },
    proof: text(language, 'edition-preview.proof'),
    own: {},
    conditions: Object.fromEntries(edition.conditions.map(({ id }) => [id, 'yes'])),
    contact: { name: text(language, 'edition-preview.name'), mail: 'naam@gemeente.example' },
    consent: { givenAt: edition.opensAt, statement: localText(edition.consent, language) },
  };
}
