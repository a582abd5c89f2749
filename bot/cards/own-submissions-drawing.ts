import type { OwnSubmission } from '../conversation/own-submissions.ts';
import type { PersonalView } from '../conversation/personal-view.ts';
import type { Language } from '../domain/person.ts';
import { momentText } from '../texts/dates.ts';
import { text } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { plainLine } from './escape.ts';
import { nextLabels } from './notice-drawing.ts';
import { saidSafely } from './said-safely.ts';

type OwnView = Extract<PersonalView, { kind: 'own-submissions' }>;

const mostLines = 10;

/** What somebody has handed in and is working on. */
export function ownSubmissionsDrawing(view: OwnView, language: Language): Drawing {
  const { submissions, receiptOf, next } = view;
  const title = text(language, 'notice.own.title');
  const hidden = submissions.length - mostLines;
  const values = {
    lang: language,
    fallbackText: title,
    title,
    none: submissions.length === 0 ? text(language, 'notice.own.none') : '',
    open: openLine(view, language),
    submissions: submissions.slice(0, mostLines).map((each) => lineOf(each, language)),
    more: hidden > 0 ? text(language, 'notice.own.more', { count: hidden }) : '',
    ...nextLabels(next, language, submissions.length > 0),
    receiptLabel: receiptOf === undefined ? '' : text(language, 'notice.own.receipt'),
    submission: receiptOf ?? '',
  };
  return { template: 'own-submissions', values, summary: title };
}

function openLine({ open }: OwnView, language: Language): string {
  if (open === undefined) return '';
  return open.title === undefined
    ? text(language, 'notice.own.open.untitled')
    : saidSafely(language, 'notice.own.open', { title: open.title });
}

function lineOf({ number, title, status, submittedAt, zone }: OwnSubmission, language: Language) {
  const received = momentText(language, submittedAt, zone);
  return {
    line: text(language, 'notice.own.line', { number: plainLine(number, 40), title: plainLine(title, 120) }),
    status: text(language, 'notice.own.status', { status, received }),
  };
}
