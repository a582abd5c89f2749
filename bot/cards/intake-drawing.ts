import type { AskingView, IntakeView, Line, ReviewLine, ReviewView } from '../conversation/intake-view.ts';
import type { Option } from '../conversation/steps/step.ts';
import type { Remark } from '../domain/draft/draft.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';
import { inputValues } from './intake-input.ts';
import { intakeLine } from './intake-line.ts';
import { wordsLine, wordsSafely } from './intake-words.ts';
import { intakePauseDrawing } from './intake-pause-drawing.ts';
import { closedIntakeDrawing } from './notice-drawing.ts';
import { saidSafely, storedPlainly, storedSaid } from './said-safely.ts';

/** The living card of a draft. */
export function intakeDrawing(view: IntakeView, language: Language): Drawing {
  switch (view.state) {
    case 'asking':
      return askingDrawing(view, language);
    case 'review':
      return reviewDrawing(view, language);
    case 'paused':
    case 'starting-over':
    case 'deleting':
      return intakePauseDrawing(view, language);
    case 'not-open':
    case 'handing-in':
    case 'handed-in':
    case 'discarded':
      return closedIntakeDrawing(view, language);
    default:
      return view satisfies never;
  }
}

type Remarked<V> = V & { remark?: Remark; welcome?: string; edition: string; changing?: string };

function askingDrawing(view: Remarked<AskingView>, language: Language): Drawing {
  const question = wordsLine(language, view.question, mostQuestion);
  const { draft, revision, step } = view;
  const values = {
    lang: language,
    fallbackText: text(language, 'intake.fallback', { question }),
    overline: overline(view, language),
    ...lineValues(view.lines, language),
    ...remarkValues(view, language),
    question: wordsSafely(language, view.question, view.values),
    explanation: view.explanation === undefined ? '' : wordsSafely(language, view.explanation, view.values),
    options: optionsValues(view.options, language),
    inputs: view.inputs.map((input) => inputValues(input, language)),
    nextLabel: text(language, 'intake.next'),
    skipLabel: text(language, 'intake.skip'),
    backLabel: text(language, 'intake.back'),
    stopLabel: text(language, 'intake.stop'),
    formLabel: text(language, 'intake.form'),
    mayGoBack: view.mayGoBack,
    maySkip: view.maySkip,
    canOpenForm: view.canOpenForm,
    ...{ draft, revision, step },
  };
  return { template: 'intake', values, summary: summaryOf(view, question, language) };
}

const mostQuestion = 300;
/** What was answered last says most about where one is. */
const linesShown = 3;

function lineValues(lines: readonly Line[], language: Language) {
  const shown = lines.map((line) => ({ text: intakeLine(line, language) }));
  const folds = shown.length > linesShown + 1;
  const before = folds ? shown.slice(0, -linesShown) : [];
  return {
    earlier: before,
    earlierLabel: folds ? text(language, 'intake.earlier', { count: before.length }) : '',
    lines: folds ? shown.slice(-linesShown) : shown,
  };
}

function reviewDrawing(view: Remarked<ReviewView>, language: Language): Drawing {
  const { draft, revision, step, changing } = view;
  const isChange = changing !== undefined;
  const question = text(language, isChange ? 'change.question' : 'intake.review.question');
  const values = {
    lang: language,
    fallbackText: text(language, 'intake.fallback', { question }),
    overline: overline(view, language),
    ...remarkValues(view, language),
    question,
    explanation: reviewExplanation(view, language),
    lines: view.lines.map((line) => reviewLineValues(line, language)),
    handInLabel: text(language, isChange ? 'change.hand-in' : 'intake.review.hand-in'),
    backLabel: isChange ? '' : text(language, 'intake.back'),
    stopLabel: isChange ? '' : text(language, 'intake.stop'),
    leaveLabel: isChange ? text(language, 'change.leave') : '',
    formLabel: text(language, 'intake.form'),
    canOpenForm: view.canOpenForm,
    ...{ draft, revision, step },
  };
  return { template: 'intake-review', values, summary: summaryOf(view, question, language) };
}

function reviewExplanation({ changing, closing }: Remarked<ReviewView>, language: Language): string {
  return changing === undefined
    ? text(language, 'intake.review.explanation', { closing })
    : saidSafely(language, 'change.explanation', { number: changing, closing });
}

/** Whoever wants to read all of it taps on the line. */
const mostReviewed = 280;

function reviewLineValues({ step, label, answer, isChanged = false }: ReviewLine, language: Language) {
  const name = wordsLine(language, label, 60);
  const verb = answer === undefined ? 'fill-in' : 'change';
  return {
    line: step,
    label: isChanged ? saidSafely(language, 'change.line', { label: name }) : plainLine(name, 60),
    answer: answer === undefined ? text(language, 'intake.review.open') : plainLine(answer, mostReviewed),
    isOpen: answer === undefined,
    change: text(language, `intake.review.${verb}`),
    changeTitle: text(language, `intake.review.${verb}-line`, { label: name }),
  };
}

interface Place {
  edition: string;
  position: number;
  of: number;
  remark?: Remark;
  changing?: string;
}

function overline({ edition, position, of, changing }: Place, language: Language): string {
  if (changing !== undefined && position === of)
    return saidSafely(language, 'own.overline', { edition, number: changing });
  return saidSafely(language, 'intake.position', { edition, position, of });
}

/** First what was wrong, if something was: that is what a notification is for. */
function summaryOf({ position, of, remark }: Place, question: string, language: Language): string {
  if (remark?.tone === 'mend') return storedPlainly(language, remark) || question;
  return bareLine(text(language, 'intake.summary', { position, of, question }), 200);
}

/** A greeting is the card's own words; anything else stands out. */
function remarkValues({ remark, welcome }: { remark?: Remark; welcome?: string }, language: Language) {
  const said = remark === undefined ? '' : storedSaid(language, remark);
  const greets = remark?.tone === 'welcome';
  return {
    welcome: greets ? ownWords(welcome) || said : '',
    remark: greets ? '' : said,
    remarkStyle: remark?.tone === 'mend' ? 'warning' : 'accent',
  };
}

/** Plain, whatever is in it. */
function ownWords(words = ''): string {
  return plainLine(words, 300);
}

/** All of them together are to fit on a card; a few may say more each. */
const mostExplained = { each: 400, together: 1_200 };

function optionsValues(options: readonly Option[], language: Language) {
  const most = Math.min(mostExplained.each, Math.floor(mostExplained.together / options.length));
  return options.map((option) => optionValues(option, most, language));
}

function optionValues(
  { value, title, explanation = '', chosen = false }: Option,
  most: number,
  language: Language,
) {
  const named = chosen ? text(language, 'intake.chosen', { option: title }) : title;
  return {
    value,
    title: plainLine(named, 200),
    explanation: plainLine(explanation, most),
    // What a screen reader says of it.
    label: bareLine(explanation === '' ? named : `${named}. ${explanation}`, Math.max(most, 120)),
  };
}
