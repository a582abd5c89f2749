import type { Edition } from '../../domain/edition/edition.ts';
import { categoryOf, localText } from '../../domain/edition/edition.ts';
import type { Language, PersonId } from '../../domain/person.ts';
import { participantName } from '../../domain/submission/participant.ts';
import type { Contact } from '../../domain/submission/submission.ts';
import type { HistoryLine, HistoryView } from '../../use-cases/submitting/view-submission-history.ts';
import type { HistoryChange, Said, SubmissionHistory } from '../contract/submissions.ts';
import { ownAnswer, ownQuestions } from './shape-own-answer.ts';

type FieldChange = HistoryLine['changes'][number];

/** Field by field, as in shape.ts: every value as a reader of the language would say it. */
export function shapeHistory(
  { edition, lines }: HistoryView,
  who: PersonId,
  language: Language,
): SubmissionHistory {
  return {
    lines: lines.map(({ at, by, byName, act, changes }) => ({
      ...{ at, by: byName, mine: by === who, act },
      changes: changes.flatMap((change) => shapeChange(edition, change, language)),
    })),
  };
}

function shapeChange(edition: Edition, change: FieldChange, language: Language): HistoryChange[] {
  switch (change.field) {
    case 'title':
    case 'description':
    case 'proof':
      return [{ field: change.field, ...both(change, (text: string) => said(text)) }];
    case 'whose':
      return [{ field: 'whose', ...both(change, (whose) => ({ kind: 'whose', whose })) }];
    case 'novelty':
      return [{ field: 'novelty', ...both(change, (novelty) => ({ kind: 'novelty', novelty })) }];
    case 'participant':
      return [{ field: 'participant', ...both(change, (participant) => said(participantName(participant))) }];
    case 'partners':
      return [{ field: 'partners', ...both(change, (all) => said(all.map(participantName).join(', '))) }];
    case 'categoryId':
      return [{ field: 'category', ...both(change, (id) => said(categoryName(edition, id, language))) }];
    case 'finished':
      return [{ field: 'finished', ...both(change, ({ from, to }): Said => ({ kind: 'period', from, to })) }];
    case 'contact':
    case 'contactThere':
      return [{ field: change.field, ...both(change, (contact) => said(contactText(contact))) }];
    case 'follows':
      return [{ field: 'follows', ...both(change, ({ title }) => said(title)) }];
    case 'consent':
      return [{ field: 'consent', ...both(change, ({ statement }) => said(statement)) }];
    case 'conditions':
      return conditionChanges(edition, change, language);
    case 'own':
      return ownChanges(edition, change, language);
    default:
      return change satisfies never;
  }
}

function conditionChanges(
  { conditions }: Edition,
  { before = {}, after = {} }: Extract<FieldChange, { field: 'conditions' }>,
  language: Language,
): HistoryChange[] {
  return conditions
    .filter(({ id }) => before[id] !== after[id])
    .map(({ id, question }) => ({
      field: 'condition',
      about: localText(question, language),
      ...both({ before: before[id], after: after[id] }, (answer): Said => ({ kind: 'answer', answer })),
    }));
}

function ownChanges(
  edition: Edition,
  { before = {}, after = {} }: Extract<FieldChange, { field: 'own' }>,
  language: Language,
): HistoryChange[] {
  return ownQuestions(edition)
    .filter(({ id }) => before[id] !== after[id])
    .map((question) => ({
      field: 'own',
      about: localText(question.label, language),
      ...both({ before: before[question.id], after: after[question.id] }, (given) =>
        said(ownAnswer(question, given, language)),
      ),
    }));
}

/** What was not there, or was empty, is absent. */
function both<V>(
  { before, after }: { before?: V; after?: V },
  say: (value: V) => Said,
): Pick<HistoryChange, 'before' | 'after'> {
  const [was, is] = [before, after].map((value) => (value === undefined ? undefined : say(value)));
  return { ...(was && !isEmpty(was) && { before: was }), ...(is && !isEmpty(is) && { after: is }) };
}

function isEmpty(value: Said): boolean {
  return value.kind === 'text' && value.text === '';
}

function said(text: string): Said {
  return { kind: 'text', text };
}

function contactText({ name, role, mail, phone }: Contact): string {
  return [name, role, mail, phone].filter((part) => part !== undefined && part !== '').join(', ');
}

function categoryName(edition: Edition, categoryId: string, language: Language): string {
  const category = categoryOf(edition, categoryId);
  return category === undefined ? categoryId : localText(category.name, language);
}
