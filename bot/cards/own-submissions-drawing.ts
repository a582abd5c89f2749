import type { OwnSubmission } from '../conversation/own-submissions.ts';
import { onePage } from '../conversation/own-submissions.ts';
import type { PersonalView } from '../conversation/personal-view.ts';
import type { Language } from '../domain/person.ts';
import { speak } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { plainLine } from './escape.ts';
import { nextLabels } from './notice-drawing.ts';
import { ownActions } from './own-actions.ts';
import { besidesText, stageText } from './own-stage-text.ts';
import { saidSafely } from './said-safely.ts';

type OwnView = Extract<PersonalView, { kind: 'own-submissions' }>;

/** What somebody has handed in and is working on, a page at a time. */
export function ownSubmissionsDrawing(view: OwnView, language: Language): Drawing {
  const { submissions, count, page, hasMore, receiptOf, next } = view;
  const say = speak(language);
  const title = say('notice.own.title');
  const values = {
    lang: language,
    fallbackText: title,
    title,
    none: count === 0 ? say(next === 'nothing' ? 'own.none.closed' : 'own.none') : '',
    open: openLine(view, language),
    submissions: submissions.map((each) => lineOf(each, language)),
    shown: count > onePage ? shownText(view, language) : '',
    newestLabel: page > 0 ? say('own.newest') : '',
    moreLabel: hasMore ? say('own.more') : '',
    nextPage: page + 1,
    ...nextLabels(next, language, count > 0),
    receiptLabel: receiptOf === undefined ? '' : say('notice.own.receipt'),
    submission: receiptOf ?? '',
  };
  return { template: 'own-submissions', values, summary: title };
}

function openLine({ open }: OwnView, language: Language): string {
  if (open === undefined) return '';
  const { title, changing } = open;
  if (changing !== undefined) return saidSafely(language, 'own.open.changing', { number: changing });
  return title === undefined
    ? saidSafely(language, 'notice.own.open.untitled')
    : saidSafely(language, 'notice.own.open', { title });
}

function shownText({ page, submissions, count }: OwnView, language: Language): string {
  const from = page * onePage + 1;
  return speak(language)('own.shown', { from, to: from + submissions.length - 1, count });
}

function lineOf(submission: OwnSubmission, language: Language) {
  const { number, title, id, revision } = submission;
  return {
    line: `${plainLine(number, 40)} · ${plainLine(title, 120)}`,
    stage: stageText(submission, language),
    besides: besidesText(submission, language),
    ...ownActions(submission, language),
    viewLabel: speak(language)('own.view'),
    viewHint: speak(language)('own.view-of', { number }),
    ...{ id, revision },
  };
}
