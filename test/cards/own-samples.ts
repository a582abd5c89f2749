import type { Drawing } from '../../bot/cards/drawing.ts';
import { personalDrawing } from '../../bot/cards/personal-drawing.ts';
import { contextOf } from '../../bot/conversation/intake-context.ts';
import { linesOf, viewIntake } from '../../bot/conversation/intake-view.ts';
import { feedbackWords } from '../../bot/conversation/feedback-words.ts';
import type { FeedbackView } from '../../bot/conversation/feedback-view.ts';
import { notice } from '../../bot/conversation/notices.ts';
import type { OwnSubmissionView } from '../../bot/conversation/own-submission-view.ts';
import type { OwnSubmission } from '../../bot/conversation/own-submissions.ts';
import { ownSubmission } from '../../bot/conversation/own-submissions.ts';
import type { PersonalView, ReceiptView } from '../../bot/conversation/personal-view.ts';
import type { Draft } from '../../bot/domain/draft/draft.ts';
import type { Language } from '../../bot/domain/person.ts';
import { fieldsOf } from '../../bot/domain/submission/submission-fields.ts';
import type { Submission } from '../../bot/domain/submission/submission.ts';
import { edition as makeEdition, fields, now, round, submission } from '../bot/domain/examples.ts';

/** The cards about what somebody has handed in, as people meet them, to look at and to test. */

const edition = makeEdition();
const person = { tenantId: 'tenant', objectId: 'sanne', name: 'Sanne de Wit', language: 'nl' as const };
/** After the close, while the jury is at work. */
const judging = '2027-02-01T12:00:00.000Z';

export const receipt: ReceiptView = {
  kind: 'receipt',
  submission: 'draft-1',
  number: 'GD27-0013',
  title: 'Reizende luisterpaal',
  participant: 'Utrecht',
  received: '22 november 2026, 13.00 uur',
  closing: 'tot 21 januari 2027, 17.00 uur',
  judgedBy: 'tot 11 februari 2027, 17.00 uur',
  stage: 'received',
  next: 'start',
};

export const luisterpaal = submission({
  id: 'a',
  number: 13,
  revision: 2,
  changedAt: '2026-11-23T15:30:00.000Z',
});
const afvalcoach = submission({
  id: 'b',
  number: 7,
  title: 'Afvalcoach aan de deur',
  submittedAt: '2026-11-02T08:12:00.000Z',
  status: 'withdrawn',
  withdrawnAt: '2026-11-04T09:00:00.000Z',
  revision: 2,
});

/** As it stands at that moment. */
export function own(entered: Submission, at = now): OwnSubmission {
  return ownSubmission(entered, edition, at);
}

/** One submission with all that was entered. */
export function ownView(
  entered: Submission,
  changes: Partial<OwnSubmissionView> = {},
  at = now,
): OwnSubmissionView {
  const context = contextOf({ answers: fieldsOf(entered) }, edition, person, at);
  return {
    kind: 'own-submission',
    ...own(entered, at),
    edition: edition.name,
    lines: linesOf(context),
    asking: false,
    ...changes,
  };
}

function drawn(view: PersonalView, language: Language = 'nl'): object {
  return personalDrawing(view, language).values;
}

/** The card on which a submission is changed. */
export function changeDrawn(changes: Partial<Draft> = {}, language: Language = 'nl'): Drawing {
  const draft: Draft = {
    id: '6c4a0e6e-3f0e-4f6c-9b0e-2b7a4a1f0c11',
    editionId: edition.id,
    submitter: 'tenant:sanne',
    status: 'open',
    answers: { ...fields, title: 'Reizende luisterpaal voor elke wijk' },
    step: 'review',
    revision: 2,
    updatedAt: now,
    number: 13,
    changes: { submissionId: 'a', basedOn: fields },
    ...changes,
  };
  const context = contextOf(draft, edition, { ...person, language }, now);
  return personalDrawing(viewIntake(draft, context, undefined), language);
}

const many = Array.from({ length: 5 }, (_, index) =>
  own(
    submission({ id: `m${String(index)}`, number: 25 - index, title: `Initiatief ${String(25 - index)}` }),
    judging,
  ),
);
const feedback: FeedbackView = {
  ...{ kind: 'feedback', number: 'GD27-0013', title: 'Reizende luisterpaal', round: 'Voorselectie' },
  words: feedbackWords(
    {
      ...{ sheets: 4, overall: 'above', next: 'not-decided' },
      criteria: [{ criterionId: 'success', standing: 'far-above' }],
    },
    { edition, round: round(), submission: luisterpaal },
  ).nl,
  remarks: [{ about: 'Succesvol', text: 'De cijfers zijn overtuigend.' }, { text: 'Knap *eenvoudig*.' }],
};
const whole = { page: 0, hasMore: false };
const withdrawn = { number: 'GD27-0007', closing: 'tot 21 januari 2027, 17.00 uur' };

export const ownSamples: Record<string, Record<string, object>> = {
  receipt: {
    sample: drawn(receipt),
    'sample.withdrawn': drawn({ ...receipt, stage: 'withdrawn', next: 'nothing' }),
  },
  'own-submissions': {
    sample: drawn({
      ...whole,
      kind: 'own-submissions',
      submissions: [own(luisterpaal), own(afvalcoach)],
      count: 2,
      open: { title: 'Slim parkeren' },
      next: 'continue',
      receiptOf: 'draft-1',
    }),
    'sample.many': drawn({
      kind: 'own-submissions',
      submissions: many,
      count: 30,
      page: 1,
      hasMore: true,
      next: 'nothing',
    }),
    'sample.none': drawn({ ...whole, kind: 'own-submissions', submissions: [], count: 0, next: 'start' }),
  },
  'own-submission': {
    sample: drawn(ownView(luisterpaal)),
    'sample.asking': drawn(ownView(luisterpaal, { asking: true })),
    'sample.withdrawn': drawn(
      ownView(afvalcoach, { remark: { tone: 'info', text: 'own.withdrawn', values: withdrawn } }),
    ),
    'sample.judging-english': drawn(ownView(luisterpaal, {}, judging), 'en'),
  },
  feedback: { sample: drawn(feedback), 'sample.english': drawn(feedback, 'en') },
  'intake-review': { 'sample.change': changeDrawn().values },
  notice: {
    'sample.changed': drawn({
      ...notice('notice.changed', { number: 'GD27-0013', closing: 'tot 21 januari 2027, 17.00 uur' }),
      next: 'start',
    }),
    'sample.change-left': changeDrawn({ status: 'discarded' }).values,
  },
};
